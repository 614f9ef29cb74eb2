import { channelIsAway, waitsItsTurn, type SendResult } from "../../conversation/channel.ts";
import { inParts } from "../../conversation/in-parts.ts";
import type { Reply } from "../../conversation/reply.ts";
import { isRecord, type Client } from "./client.ts";
import { encodeReply } from "./encode.ts";
import type { Failure } from "./failures.ts";
import type { Quota } from "./quota.ts";
import type { Timing } from "./settings.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";

interface SenderParts {
  client: Client;
  quota: Quota;
  standing: Standing;
  timing: Timing;
  now: () => Date;
}

export type Send = (
  chat: string,
  reply: Reply,
  id: string,
  turn?: () => Promise<void>,
) => Promise<SendResult>;

type Failed = Exclude<SendResult, { kind: "sent" }>;

/** How soon a failure of theirs, or a missing connection, is tried again. */
const AGAIN_MS = 15_000;

/** Sends as one bot: part after part, within the plan, and not while Zalo says that it is too much. */
export function createSend({ client, quota, standing, timing, now }: SenderParts): Send {
  const send = inParts();
  let limitedUntil = 0;
  let limits = 0;

  return async (chat, reply, id, turn) => {
    const parts = encodeReply(reply);
    if (parts.length === 0) return { kind: "refused", why: texts.send.nothing };
    return send(id, parts, (part) => sendPart(chat, part), turn);
  };

  async function sendPart(chat: string, text: string): Promise<SendResult> {
    const wait = limitedUntil - now().getTime();
    if (wait > 0) return waitsItsTurn(wait, texts.send.limited);
    const taken = await quota.take();
    if (taken === null) {
      const { messages, month } = quota.status();
      return { kind: "refused", why: texts.send.quota(messages.limit ?? 0, month), because: "quota" };
    }
    const called = await client.call("sendMessage", { chat_id: chat, text });
    if (called.kind === "ok") {
      limits = 0;
      standing.well("sending");
      return { kind: "sent", ref: messageIdIn(called.result) };
    }
    const result = resultOf(called.failure);
    if (result.kind !== "unknown") await taken.giveBack();
    return result;
  }

  function resultOf(failure: Failure): Failed {
    const { send } = texts;
    switch (failure.kind) {
      case "token":
        // The next look at the bot tells when it is right again.
        standing.set("receiving", "stopped", texts.standing.token);
        return channelIsAway(timing.wrongToken, send.token);
      case "limited":
        standing.set("sending", "waiting", texts.standing.limited);
        return waitsItsTurn(slowDown(failure.afterMs), send.limited);
      case "server":
        return channelIsAway(AGAIN_MS, send.server(String(failure.code)));
      case "other":
        // Nobody knows what the number means: neither that it did not arrive, nor that it will.
        return { kind: "unknown", why: send.server(String(failure.code ?? "?")) };
      case "unreachable":
        return channelIsAway(AGAIN_MS, send.unreachable);
      case "bad_request":
        return { kind: "refused", why: send.badRequest };
      case "forbidden":
        return { kind: "refused", why: send.forbidden, because: "blocked" };
      case "not_found":
        return { kind: "refused", why: send.notFound };
      case "timeout":
      case "lost":
        return { kind: "unknown", why: send.lost };
      case "stopped":
        return { kind: "unknown", why: send.stopped };
    }
  }

  /** Nobody says how long to wait: twice as long each time. */
  function slowDown(afterMs: number | null): number {
    const wait = afterMs ?? Math.min(timing.firstLimited * 2 ** limits, timing.longestLimited);
    limits++;
    limitedUntil = Math.max(limitedUntil, now().getTime() + wait);
    return wait;
  }
}

function messageIdIn(result: unknown): string | null {
  const id = isRecord(result) ? result["message_id"] : null;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
