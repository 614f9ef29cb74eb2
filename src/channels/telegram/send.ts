import { InputFile } from "grammy";
import { channelIsAway, waitsItsTurn, type SendResult } from "../../conversation/channel.ts";
import { inParts } from "../../conversation/in-parts.ts";
import type { Reply } from "../../conversation/reply.ts";
import { isGroupId, targetOf, type Target } from "./chats.ts";
import type { Called, Client } from "./client.ts";
import { encodeReply, type Part } from "./encode.ts";
import type { Failure } from "./failures.ts";
import type { Pace } from "./pace.ts";
import type { Timing } from "./settings.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";

/** Never throws. */
export type Send = (
  chat: string,
  reply: Reply,
  id: string,
  turn?: () => Promise<void>,
) => Promise<SendResult>;

interface SendParts {
  client: Client;
  pace: Pace;
  timing: Timing;
  standing: Standing;
  onBlocked: (chatId: string) => void;
  onMigrated: (from: string, to: string) => void;
  /** the id a group has now */
  newIdOf: (chatId: string) => string;
}

type Failed = Exclude<SendResult, { kind: "sent" }>;

/** When a server that failed, or no connection, is tried again. */
const AGAIN_MS = 15_000;

/** Sends as one bot: part after part, at the pace that Telegram allows. */
export function createSend(parts: SendParts): Send {
  const { client, pace, standing, timing } = parts;
  const send = inParts();

  return async (chat, reply, id, turn) => {
    const messages = encodeReply(reply);
    if (messages.length === 0) return { kind: "refused", why: texts.send.nothing };
    return send(id, messages, (part) => sendPart(targetOf(chat), part), turn);
  };

  async function sendPart(
    { chatId: given, threadId }: Target,
    part: Part,
    isAgain = false,
  ): Promise<SendResult> {
    if (standing.isStopped()) return channelIsAway(timing.wrongToken, texts.send.token);
    const chatId = parts.newIdOf(given);
    const turn = pace.take(chatId, isGroupId(chatId));
    if (turn.kind === "later") return waitsItsTurn(turn.afterMs, texts.send.paced);
    if (turn.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, turn.waitMs));
    const called = await put({ chatId, threadId }, part);
    if (called.kind === "ok") return { kind: "sent", ref: String(called.result.message_id) };
    const { failure } = called;
    if (failure.kind !== "migrated" || isAgain) return resultOf(failure, chatId);
    // Telegram refused it under the old id, so nothing is said twice.
    parts.onMigrated(chatId, failure.to);
    return sendPart({ chatId: failure.to, threadId }, part, true);
  }

  function put({ chatId, threadId }: Target, part: Part): Promise<Called<{ message_id: number }>> {
    const where = threadId === null ? {} : { message_thread_id: threadId };
    if (part.kind === "file") {
      const { name, content, encoding } = part.file;
      // Made anew for each attempt: a file is read while it is sent.
      const file = new InputFile(Buffer.from(content, encoding ?? "utf8"), name);
      return client.call((api, signal) => api.sendDocument(chatId, file, where, signal));
    }
    const { html, buttons } = part;
    const keyboard = { inline_keyboard: buttons.map((row) => [...row]) };
    return client.call((api, signal) =>
      api.sendMessage(
        chatId,
        html,
        {
          ...where,
          parse_mode: "HTML",
          link_preview_options: { is_disabled: true },
          ...(buttons.length > 0 && { reply_markup: keyboard }),
        },
        signal,
      ),
    );
  }

  function resultOf(failure: Failure, chatId: string): Failed {
    const { send } = texts;
    switch (failure.kind) {
      case "token":
        standing.set("receiving", "stopped", texts.standing.token);
        return channelIsAway(timing.wrongToken, send.token);
      case "limited": {
        // Of this chat only: an hour for one is no reason to leave the others waiting.
        const afterMs = failure.afterMs ?? timing.limited;
        pace.rest(chatId, afterMs);
        return waitsItsTurn(afterMs, send.limited);
      }
      case "server":
        return channelIsAway(AGAIN_MS, send.server(String(failure.code)));
      case "no_method":
        return channelIsAway(AGAIN_MS, send.server("404"));
      case "unreachable":
        return channelIsAway(AGAIN_MS, send.unreachable);
      case "conflict":
        return channelIsAway(AGAIN_MS, send.conflict);
      case "forbidden":
        parts.onBlocked(chatId);
        return { kind: "refused", why: send.forbidden, because: "blocked" };
      case "gone":
        return { kind: "refused", why: send.gone, because: "blocked" };
      case "bad_request":
        return { kind: "refused", why: send.badRequest };
      case "migrated":
        return { kind: "refused", why: send.migrated };
      case "lost":
      case "stopped":
        return { kind: "unknown", why: send.lost };
    }
  }
}
