import { randomUUID } from "node:crypto";
import type { Address, FileRef, IncomingMessage } from "../../src/conversation/message.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import type { Ratings } from "../../src/conversation/ratings.ts";
import type { Files, Line, Transcript } from "../../src/conversation/transcript.ts";

/** Conversations in memory behind the same ports as the stores, for tests of a channel alone. */
export interface MemoryConversations {
  /** true = stored, false = seen before */
  accept(message: IncomingMessage): Promise<boolean>;
  transcript: Transcript;
  files: Files;
  ratings: Ratings;
  /** puts down what is said to a person; gives its id */
  say(address: Address, reply: Reply, more?: { inReplyTo?: string; from?: "bot" | "staff" }): string;
  /** forgets a conversation, as erasing does */
  erase(address: Address): void;
  readonly accepted: readonly IncomingMessage[];
  /** called with each message that was stored */
  onAccepted: (message: IncomingMessage) => void;
}

interface Kept {
  ref: FileRef;
  content: Uint8Array;
}

interface Chat {
  lines: Line[];
  seen: Set<string>;
  files: Map<string, Kept>;
}

export function memoryConversations(now: () => Date): MemoryConversations {
  const chats = new Map<string, Chat>();
  const keyOf = ({ channel, account, chat }: Address) => JSON.stringify([channel, account, chat]);
  const chatOf = (address: Address) => {
    const chat: Chat = chats.get(keyOf(address)) ?? { lines: [], seen: new Set(), files: new Map() };
    chats.set(keyOf(address), chat);
    return chat;
  };
  const accepted: IncomingMessage[] = [];
  const memory: MemoryConversations = {
    accept(message) {
      const { lines, seen } = chatOf(message.from);
      if (seen.has(message.id)) return Promise.resolve(false);
      seen.add(message.id);
      accepted.push(message);
      const said = { from: "user", content: message.content } as const;
      lines.push({ seq: lines.length + 1, id: message.id, inReplyTo: null, said, at: now() });
      memory.onAccepted(message);
      return Promise.resolve(true);
    },
    transcript: {
      exists: (address) => Promise.resolve(chats.has(keyOf(address))),
      lines: (address, after, limit) =>
        Promise.resolve((chats.get(keyOf(address))?.lines ?? []).slice(after, after + limit)),
    },
    files: {
      takesRecordings: true,
      keep(address, { name, mediaType, content }) {
        const ref = { id: randomUUID(), name, mediaType, bytes: content.length };
        chatOf(address).files.set(ref.id, { ref, content });
        return Promise.resolve(ref);
      },
      read: (address, id) => Promise.resolve(chats.get(keyOf(address))?.files.get(id) ?? null),
    },
    ratings: {
      rate({ address, messageId }, rating) {
        const { lines } = chatOf(address);
        const at = lines.findIndex((line) => line.inReplyTo === messageId && line.rating !== undefined);
        const line = lines[at];
        if (line) lines[at] = { ...line, rating };
        return Promise.resolve(line !== undefined);
      },
    },
    say(
      address,
      reply,
      { inReplyTo = null, from = "bot" }: { inReplyTo?: string | null; from?: "bot" | "staff" } = {},
    ) {
      const { lines } = chatOf(address);
      const id = randomUUID();
      const rateable = reply.rateable ? { rating: null } : {};
      lines.push({ seq: lines.length + 1, id, inReplyTo, said: { from, reply }, at: now(), ...rateable });
      return id;
    },
    erase: (address) => void chats.delete(keyOf(address)),
    accepted,
    onAccepted: () => undefined,
  };
  return memory;
}
