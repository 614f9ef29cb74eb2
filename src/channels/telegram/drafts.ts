import { pause } from "../../conversation/pause.ts";
import { isGroupId, targetOf, type Target } from "./chats.ts";
import type { Client } from "./client.ts";
import { encodeReply } from "./encode.ts";
import type { Failure } from "./failures.ts";
import type { Pace } from "./pace.ts";
import type { Standing } from "./standing.ts";

/** Answers in the making, as one bot shows them in its private chats. Never throws. */
export interface BotDrafts {
  sees(chat: string): boolean;
  /** Resolves at the moment for a draft; false when this answer has had its last. */
  turn(chat: string, inReplyTo: string): Promise<boolean>;
  show(chat: string, inReplyTo: string, text: string): void;
  end(chat: string, inReplyTo: string): void;
}

interface DraftParts {
  client: Client;
  pace: Pace;
  standing: Standing;
  /** how long drafts rest after 429 that does not say it */
  limitedMs: number;
  now: () => Date;
  tell: (what: string) => void;
}

/** One answer in the making. */
interface Making {
  /** aborts when the turn is over, or a draft failed */
  over: AbortController;
  /** settles with the last call */
  calling: Promise<void>;
  shown: string;
}

/** We ended it ourselves; or the chat is closed to us, which the outbox learns when it sends the answer. */
const NO_NEWS: ReadonlySet<Failure["kind"]> = new Set(["stopped", "forbidden", "gone"]);

/** Resting may take hours: whether it is over for another reason is looked at sooner. */
const LOOK_AGAIN_MS = 5_000;
const LARGEST_ID = 2 ** 31 - 1;

/**
 * Telegram's own drafts, which are no messages: they go away by themselves, or when the answer comes. So whatever becomes
 * of them, the outbox alone says the answer, and it waits for none of them.
 */
export function createDrafts({ client, pace, standing, limitedMs, now, tell }: DraftParts): BotDrafts {
  const makings = new Map<string, Making>();
  const toldOf = new Set<Failure["kind"]>();
  let restUntil = 0;

  return {
    sees,
    async turn(chat, inReplyTo) {
      const { over, calling } = makingOf(chat, inReplyTo);
      // One at a time: a late one must not overwrite the next.
      await calling;
      while (!over.signal.aborted && sees(chat)) {
        const waitMs = pace.spare(targetOf(chat).chatId);
        if (waitMs === 0) return true;
        await pause(Math.min(waitMs, LOOK_AGAIN_MS), over.signal, new Set());
      }
      return false;
    },
    show(chat, inReplyTo, text) {
      const making = makings.get(keyOf(chat, inReplyTo));
      // What does not fit into one message is shown up to the end of a sentence.
      const [part] = encodeReply({ text });
      if (!making || making.over.signal.aborted || part?.kind !== "text" || part.html === making.shown)
        return;
      making.shown = part.html;
      making.calling = put(making.over, targetOf(chat), idOf(inReplyTo), part.html);
    },
    end(chat, inReplyTo) {
      const key = keyOf(chat, inReplyTo);
      makings.get(key)?.over.abort();
      makings.delete(key);
    },
  };

  function sees(chat: string): boolean {
    return !isGroupId(chat) && !standing.isStopped() && now().getTime() >= restUntil;
  }

  function makingOf(chat: string, inReplyTo: string): Making {
    const key = keyOf(chat, inReplyTo);
    const making = makings.get(key) ?? {
      over: new AbortController(),
      calling: Promise.resolve(),
      shown: "",
    };
    makings.set(key, making);
    return making;
  }

  async function put(
    over: AbortController,
    { chatId, threadId }: Target,
    draftId: number,
    html: string,
  ): Promise<void> {
    const where = threadId === null ? {} : { message_thread_id: threadId };
    const called = await client.call(
      (api, signal) =>
        api.sendMessageDraft(Number(chatId), draftId, html, { ...where, parse_mode: "HTML" }, signal),
      over.signal,
    );
    if (called.kind === "ok") return;
    over.abort();
    learnFrom(called.failure);
  }

  function learnFrom(failure: Failure): void {
    const { kind } = failure;
    // In all chats: drafts can be done without, and are not to use up what answers need.
    if (kind === "limited") restUntil = now().getTime() + (failure.afterMs ?? limitedMs);
    if (kind === "no_method") restUntil = Infinity;
    if (NO_NEWS.has(kind) || toldOf.has(kind)) return;
    toldOf.add(kind);
    tell(`a draft of an answer was not shown (${kind}); the answer comes all the same`);
  }
}

function keyOf(chat: string, inReplyTo: string): string {
  return `${chat} ${inReplyTo}`;
}

/** Never zero, and the same for whoever answers the same update. */
function idOf(inReplyTo: string): number {
  return (Number(/\d+$/.exec(inReplyTo)?.[0] ?? 0) % LARGEST_ID) + 1;
}
