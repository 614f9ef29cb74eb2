import { setTimeout as sleep } from "node:timers/promises";
import type { MessageJson } from "../../src/channels/web/encode.ts";
import type { Random } from "./random.ts";
import type { Server } from "./server.ts";

type Said = { text: string } | { choice: string };

/** One message, as its client knows it once it was acknowledged. */
export interface Acknowledged {
  id: string;
  said: Said;
  /** how often a 202 said that it was new; a well-behaved client may see 0 after a lost answer, never 2 */
  timesNew: number;
}

/** One conversation as its client knows it. */
export interface ClientRecord {
  token: string | null;
  /** tokens that the service gave for this one conversation: never more than one */
  tokens: Set<string>;
  messages: Acknowledged[];
}

/** A well-behaved client of the public API: asks again with the same id until it has its 202. */
export interface Client {
  readonly record: ClientRecord;
  say(said: Said): Promise<Acknowledged>;
  /** the last reply to a message; null when there was none within `ms` */
  reply(to: Acknowledged, ms: number): Promise<MessageJson | null>;
  /** everything said in this conversation, from its start; nothing where the service no longer knows it */
  all(): Promise<readonly MessageJson[]>;
}

const BEFORE_ASKING_AGAIN_MS = 30;
const LOOK_EVERY_MS = 40;
const LONGEST_ANSWER_MS = 20_000;
/** of the messages that were acknowledged, how many are sent once more */
const REPEATED = 0.2;
const MOST_REPEATS = 2;
/** and how many are sent twice at the same moment, as when somebody presses the button twice */
const PRESSED_TWICE = 0.1;

/** @param acknowledged called with every 202 */
export function createClient(server: Server, random: Random, acknowledged: () => void): Client {
  const record: ClientRecord = { token: null, tokens: new Set(), messages: [] };
  let seen = 0;
  const replies: MessageJson[] = [];
  return { record, say, reply, all };

  async function say(said: Said): Promise<Acknowledged> {
    const message: Acknowledged = { id: random.uuid(), said, timesNew: 0 };
    const isFirst = record.token === null;
    const presses = random.chance(PRESSED_TWICE) ? 2 : 1;
    await Promise.all(Array.from({ length: presses }, () => post(message, isFirst)));
    record.messages.push(message);
    for (let again = 0; again < MOST_REPEATS && random.chance(REPEATED); again += 1)
      await post(message, isFirst);
    return message;
  }

  async function post(message: Acknowledged, isFirst: boolean): Promise<void> {
    const body = { id: message.id, ...message.said, ...(isFirst ? {} : { conversation: record.token }) };
    const { conversation, accepted } = await untilAnswered<{ conversation: string; accepted: boolean }>(
      202,
      (url) =>
        fetch(`${url}/api/chat/messages`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
        }),
    );
    record.token ??= conversation;
    record.tokens.add(conversation);
    if (accepted) message.timesNew += 1;
    acknowledged();
  }

  async function reply(to: Acknowledged, ms: number): Promise<MessageJson | null> {
    const deadline = Date.now() + ms;
    for (;;) {
      const found = replies.findLast(({ inReplyTo }) => inReplyTo?.startsWith(to.id) === true);
      if (found || Date.now() > deadline) return found ?? null;
      const { messages, next } = await read(seen);
      seen = next;
      replies.push(...messages);
      if (messages.length === 0) await sleep(LOOK_EVERY_MS);
    }
  }

  async function all(): Promise<readonly MessageJson[]> {
    const lines: MessageJson[] = [];
    try {
      for (let after = 0; ;) {
        const { messages, next } = await read(after);
        if (messages.length === 0) return lines;
        lines.push(...messages);
        after = next;
      }
    } catch (error) {
      if (error instanceof Forgotten) return lines;
      throw error;
    }
  }

  function read(after: number): Promise<{ messages: MessageJson[]; next: number }> {
    const query = new URLSearchParams({ conversation: record.token ?? "", after: String(after) });
    return untilAnswered(200, (url) =>
      fetch(`${url}/api/chat/messages?${query.toString()}`, {
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      }),
    );
  }

  /** A connection that breaks, and a 5xx, say nothing about what was stored: only asking again does. */
  async function untilAnswered<T>(status: number, ask: (url: string) => Promise<Response>): Promise<T> {
    for (;;) {
      const url = await server.url();
      try {
        const response = await ask(url);
        const text = await response.text();
        if (response.status === status) return JSON.parse(text) as T;
        if (response.status === 404) throw new Forgotten(text);
        if (response.status < 500) throw new Refused(`${response.status} ${text}`);
      } catch (error) {
        if (error instanceof Refused || error instanceof Forgotten) throw error;
      }
      await sleep(BEFORE_ASKING_AGAIN_MS);
    }
  }
}

/** The service does not know a conversation that it acknowledged. */
export class Forgotten extends Error {}

/** The service says that the client is wrong, which it is not. */
class Refused extends Error {}
