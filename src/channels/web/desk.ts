import { randomUUID } from "node:crypto";
import { tidyFileName } from "../../conversation/file-kinds.ts";
import type { Content, FileRef, IncomingMessage } from "../../conversation/message.ts";
import { recordingFile } from "../../conversation/recordings.ts";
import type { Files, Transcript } from "../../conversation/transcript.ts";
import { chatTexts } from "./chat-texts.ts";
import { takenKind } from "./file-kinds.ts";
import type { Written } from "./decode.ts";
import { createLimiter } from "./rate-limit.ts";
import { LARGEST_FILE, MOST_PENDING_FILES, type WebLimits } from "./settings.ts";
import { addressOf, tokenOfFirst } from "./tokens.ts";

/** What takes messages and files in, whether a program posted them or a form did. */
export interface Desk {
  /** limits by network address; 0 when the caller may go on, else seconds to wait */
  admit(caller: string, what: "message" | "file" | "read"): number;
  takeMessage(written: Written): Promise<Taken>;
  takeFile(upload: Upload): Promise<FileTaken>;
}

export interface Upload {
  /** null where the file opens the conversation */
  conversation: string | null;
  name: string;
  content: Uint8Array;
}

type Taken =
  { kind: "stored"; conversation: string; accepted: boolean } | NotTaken | { kind: "unknown_file" };

type FileTaken =
  { kind: "kept"; conversation: string; file: FileRef } | NotTaken | { kind: "mistake"; words: string };

export type NotTaken = { kind: "unknown_conversation" } | { kind: "too_many"; seconds: number };

export interface DeskParts {
  secret: string;
  /** true = stored, false = seen before */
  accept: (message: IncomingMessage) => Promise<boolean>;
  transcript: Transcript;
  files: Files;
  limits: Required<WebLimits>;
  now: () => Date;
}

const MINUTE_MS = 60_000;

export function createDesk({ secret, accept, transcript, files, limits, now }: DeskParts): Desk {
  const conversations = createLimiter(limits.conversationPerMinute, MINUTE_MS, now);
  const callers = {
    message: createLimiter(limits.addressPerMinute, MINUTE_MS, now),
    file: createLimiter(limits.filesPerHour, 60 * MINUTE_MS, now),
    read: createLimiter(limits.readsPerMinute, MINUTE_MS, now),
  };
  const pending = createPendingFiles();

  /** The conversation meant, or why there is none; `words` make the token of a first message. */
  async function open(conversation: string | null, id: string, words: string) {
    const token = conversation ?? tokenOfFirst(secret, id, words);
    const address = addressOf(token);
    if (conversation !== null && !(await transcript.exists(address))) {
      return { kind: "unknown_conversation" } as const;
    }
    const seconds = conversations.take(address.chat);
    return seconds > 0
      ? ({ kind: "too_many", seconds } as const)
      : ({ kind: "open", token, address } as const);
  }

  return {
    admit: (caller, what) => callers[what].take(caller),

    async takeMessage({ id, conversation, said, fileIds }) {
      const opened = await open(conversation, id, said.kind === "text" ? said.text : said.value);
      if (opened.kind !== "open") return opened;
      const { token, address } = opened;
      const refs: FileRef[] = [];
      for (const fileId of fileIds) {
        const file = await files.read(address, fileId);
        if (file === null) return { kind: "unknown_file" };
        refs.push(file.ref);
      }
      const content: Content =
        said.kind === "text" && refs.length > 0 ? { kind: "files", files: refs, text: said.text } : said;
      const accepted = await accept({
        id,
        from: address,
        sender: address.chat,
        senderName: null,
        isGroup: false,
        mentioned: true,
        content,
        sentAt: now(),
      });
      pending.sent(address.chat, fileIds);
      return { kind: "stored", conversation: token, accepted };
    },

    async takeFile({ conversation, name, content }) {
      if (content.length === 0) return { kind: "mistake", words: chatTexts.mistakes.emptyFile };
      if (content.length > LARGEST_FILE) return { kind: "mistake", words: chatTexts.mistakes.largeFile };
      const kind = takenKind(content, name);
      const recording = kind === null && files.takesRecordings ? recordingFile(content) : null;
      const file = kind
        ? { name: tidyFileName(name, kind.extension), mediaType: kind.mediaType, content }
        : recording;
      if (file === null) return { kind: "mistake", words: chatTexts.mistakes.fileKind };
      const opened = await open(conversation, randomUUID(), "file");
      if (opened.kind !== "open") return opened;
      const { token, address } = opened;
      if (!pending.reserve(address.chat)) {
        return { kind: "mistake", words: chatTexts.mistakes.pendingFiles };
      }
      try {
        const kept = await files.keep(address, file, now());
        pending.add(address.chat, kept.id);
        return { kind: "kept", conversation: token, file: kept };
      } finally {
        pending.release(address.chat);
      }
    },
  };
}

const MOST_CHATS = 10_000;

/**
 * Files sent up but not yet part of a message. Counted in memory: after a restart somebody may send five more, which
 * harms nobody, for the files themselves are kept with their conversation and go with it.
 */
function createPendingFiles() {
  const chats = new Map<string, { ids: Set<string>; coming: number }>();
  const of = (chat: string) => {
    const known = chats.get(chat) ?? { ids: new Set<string>(), coming: 0 };
    chats.set(chat, known);
    for (const oldest of chats.keys()) {
      if (chats.size <= MOST_CHATS) break;
      chats.delete(oldest);
    }
    return known;
  };
  return {
    reserve(chat: string): boolean {
      const one = of(chat);
      if (one.ids.size + one.coming >= MOST_PENDING_FILES) return false;
      one.coming += 1;
      return true;
    },
    release(chat: string): void {
      const one = chats.get(chat);
      if (one) one.coming -= 1;
    },
    add(chat: string, id: string): void {
      of(chat).ids.add(id);
    },
    sent(chat: string, ids: readonly string[]): void {
      const one = chats.get(chat);
      for (const id of ids) one?.ids.delete(id);
      if (one?.ids.size === 0 && one.coming === 0) chats.delete(chat);
    },
  };
}
