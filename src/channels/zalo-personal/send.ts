import { setTimeout as sleep } from "node:timers/promises";
import { channelIsAway, waitsItsTurn, type SendResult } from "../../conversation/channel.ts";
import { inParts } from "../../conversation/in-parts.ts";
import type { Reply, ReplyFile } from "../../conversation/reply.ts";
import type { ThreadType } from "zca-js";
import type { API } from "./client.ts";
import { threadOf } from "./decode.ts";
import { encode, type Part } from "./encode.ts";
import { failureOf, type Failure } from "./failures.ts";
import { createPace } from "./pace.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";

interface SenderParts {
  settings: Usual;
  now: () => Date;
  /** null while nobody is signed in */
  api: () => API | null;
  /** how long it is worth waiting then */
  awayMs: () => number;
  onExpired: () => void;
}

export interface Sender {
  /** never throws */
  send(chat: string, reply: Reply, id: string, turn?: () => Promise<void>): Promise<SendResult>;
  isResting(): boolean;
}

type PartResult =
  | { kind: "sent"; ref: string }
  | Extract<SendResult, { kind: "retry" }>
  | Exclude<Failure, { kind: "expired" | "too_much" }>;

/** The outbox lends a message for a minute: what takes longer is given back and goes on later where it stopped. */
const PATIENCE_MS = 20_000;
const NO_CONNECTION_MS = 15_000;

export function createSender({ settings, now, api, awayMs, onExpired }: SenderParts): Sender {
  const pace = createPace(settings.limits, now);
  const send = inParts();

  return {
    isResting: () => pace.isResting(),
    async send(chat, reply, id, turn) {
      const startedAt = now().getTime();
      const sendOne = async (part: Part) => {
        const patience = PATIENCE_MS - (now().getTime() - startedAt);
        return resultOf(await sendPart(chat, part, patience));
      };
      return send(id, encode(reply), sendOne, turn);
    },
  };

  async function sendPart(chat: string, part: Part, patience: number): Promise<PartResult> {
    if (part.kind === "text") return say(chat, part.text, patience);
    const sent = await attempt(patience, (using) => sendFile(using, chat, part.file));
    // Kinds of files that Zalo does not take are said so instead.
    return sent.kind === "refused" ? say(chat, texts.notSent(part.file.name), patience) : sent;
  }

  function say(chat: string, text: string, patience: number): Promise<PartResult> {
    const { id, isGroup } = threadOf(chat);
    return attempt(patience, async (using) => {
      const { message } = await using.sendMessage({ msg: text }, id, await threadType(isGroup));
      return message;
    });
  }

  async function sendFile(
    using: API,
    chat: string,
    { name, content, encoding }: ReplyFile,
  ): Promise<unknown> {
    const { id, isGroup } = threadOf(chat);
    const data = Buffer.from(content, encoding ?? "utf8");
    const attachment = {
      data,
      // The library asks for a name with an ending.
      filename: (name.includes(".") ? name : `${name}.txt`) as `${string}.${string}`,
      metadata: { totalSize: data.byteLength },
    };
    // The library reads the length of `msg` even where there is none.
    const type = await threadType(isGroup);
    const sending = using.sendMessage({ msg: "", attachments: [attachment] }, id, type);
    const { attachment: sent } = await withEnd(sending, settings.times.uploadMs);
    return sent[0];
  }

  async function attempt(patience: number, act: (using: API) => Promise<unknown>): Promise<PartResult> {
    if (api() === null) return channelIsAway(awayMs(), "the account is not connected");
    const turn = pace.take(patience);
    if (turn.kind === "later") return waitsItsTurn(turn.afterMs, "as fast as this account may send");
    if (turn.waitMs > 0) await sleep(turn.waitMs);
    const using = api();
    if (using === null) return channelIsAway(awayMs(), "the account is not connected");
    try {
      const ref = refIn(await act(using));
      return ref === null
        ? { kind: "unknown", why: "Zalo's answer names no message" }
        : { kind: "sent", ref };
    } catch (error) {
      return meant(failureOf(error));
    }
  }

  function meant(failure: Failure): PartResult {
    switch (failure.kind) {
      case "expired":
        onExpired();
        return channelIsAway(awayMs(), "the login has expired");
      case "too_much":
        pace.rest();
        return waitsItsTurn(settings.limits.restMs, "Zalo says that it is too much");
      case "not_sent":
      case "refused":
      case "unknown":
        return failure;
    }
  }
}

/** Loaded since the login; importing it above would load it for everybody. */
async function threadType(isGroup: boolean): Promise<ThreadType> {
  const { ThreadType } = await import("zca-js");
  return isGroup ? ThreadType.Group : ThreadType.User;
}

function resultOf(result: PartResult): SendResult {
  return result.kind === "not_sent" ? channelIsAway(NO_CONNECTION_MS, result.why) : result;
}

/** An answer without an id is no success: some have come from recipients who got nothing. */
function refIn(sent: unknown): string | null {
  if (typeof sent !== "object" || sent === null || !("msgId" in sent)) return null;
  const ref = String(sent.msgId);
  return /^\d+$/.test(ref) && ref !== "0" ? ref : null;
}

/** The end of an upload is told on the socket, which may never happen. */
async function withEnd<T>(work: Promise<T>, ms: number): Promise<T> {
  const end = new AbortController();
  try {
    return await Promise.race([
      work,
      sleep(ms, undefined, { signal: end.signal }).then(() => {
        throw new Error("the upload has not ended");
      }),
    ]);
  } finally {
    end.abort();
    work.catch(() => undefined);
  }
}
