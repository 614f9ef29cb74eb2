import type { SendResult } from "./channel.ts";
import { texts } from "./texts.ts";

/** Messages that went out in part; more than these are not in hand at one time. */
const REMEMBERED = 1_000;

/** Sends the parts of a message, known by its `id`, one after the other; there must be one at least. */
export type SendInParts = <Part>(
  id: string,
  parts: readonly Part[],
  send: (part: Part) => Promise<SendResult>,
  /** awaited before each further part */
  turn?: () => Promise<void>,
) => Promise<SendResult>;

/** What arrived at an earlier try is not said again: the next one goes on with the part that failed. */
export function inParts(): SendInParts {
  /** how many parts have arrived, for messages whose next one did not */
  const arrived = new Map<string, number>();

  return async (id, parts, send, turn) => {
    let last: SendResult = { kind: "sent", ref: null };
    const before = arrived.get(id) ?? 0;
    for (const [at, part] of parts.entries()) {
      if (at < before) continue;
      if (at > before) await turn?.();
      last = await send(part);
      if (last.kind !== "sent") return stopped(id, last, { sent: at, all: parts.length });
    }
    arrived.delete(id);
    return last;
  };

  function stopped(
    id: string,
    result: Exclude<SendResult, { kind: "sent" }>,
    { sent, all }: { sent: number; all: number },
  ): SendResult {
    arrived.delete(id);
    if (sent === 0) return result;
    if (result.kind !== "refused") arrived.set(id, sent);
    for (const oldest of arrived.keys()) {
      if (arrived.size <= REMEMBERED) break;
      arrived.delete(oldest);
    }
    return { ...result, why: texts.sentInPart(result.why, sent, all) };
  }
}
