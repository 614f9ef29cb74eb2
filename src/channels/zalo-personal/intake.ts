import { kindOf, tidyFileName } from "../../conversation/file-kinds.ts";
import { unreadable, type Address, type Content, type IncomingMessage } from "../../conversation/message.ts";
import { pause } from "../../conversation/pause.ts";
import { recordingFile } from "../../conversation/recordings.ts";
import type { Files } from "../../conversation/transcript.ts";
import { decode, type Written } from "./decode.ts";
import { fetchMedia } from "./media.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";
import { OperatorError } from "../../errors.ts";

interface IntakeParts {
  channel: string;
  ownId: string;
  settings: Usual;
  files: Files;
  accept: (message: IncomingMessage) => Promise<boolean>;
  /** what people wrote up to then needs no catching up */
  since: Date;
  now: () => Date;
  signal: AbortSignal;
  onStored: () => void;
  onError: (error: unknown) => void;
}

/** Takes messages as they come, twice or out of order, until they are stored. */
export interface Intake {
  /** `stored` is called once the message is stored, also when it had been before. Never throws. */
  live(message: unknown, stored: () => void): void;
  /** what is older than the last message stored is left out */
  old(messages: readonly unknown[]): void;
  /** up to then nothing is missing */
  since(): Date;
  /** resolves once nothing is in hand */
  idle(): Promise<void>;
}

/** Clocks differ, and messages of one moment come in any order. */
const OVERLAP_MS = 2 * 60_000;
const MOST_REMEMBERED = 5_000;
const STORE_ATTEMPTS = 8;

export function createIntake(parts: IntakeParts): Intake {
  const { settings, files, accept, now, signal, onStored, onError } = parts;
  const { catchUpMs, storeAgainMs } = settings.times;
  let newest = parts.since.getTime();
  /** when what is not stored yet was written */
  const missing = new Map<string, number>();
  /** stored or in hand */
  const seen = new Map<string, Promise<void>>();
  /** one after the other within a chat */
  const chats = new Map<string, Promise<void>>();

  return {
    live(message, stored) {
      const written = read(message);
      if (written) void take(written).then(stored, () => undefined);
    },
    old(messages) {
      const from = Math.max(since().getTime() - OVERLAP_MS, now().getTime() - catchUpMs);
      for (const message of messages) {
        const written = read(message);
        if (written && written.sentAt.getTime() >= from) take(written).catch(() => undefined);
      }
    },
    since,
    async idle() {
      while (chats.size > 0) await Promise.allSettled(chats.values());
    },
  };

  function since(): Date {
    const oldest = Math.min(...missing.values());
    return new Date(Math.min(newest, oldest - 1));
  }

  function read(message: unknown): Written | null {
    try {
      return decode(message, parts.ownId);
    } catch {
      onError(new OperatorError(`${parts.channel}: a message could not be read`));
      return null;
    }
  }

  function take(written: Written): Promise<void> {
    const key = `${written.chat}\n${written.id}`;
    const known = seen.get(key);
    if (known) return known;
    missing.set(key, written.sentAt.getTime());
    const before = chats.get(written.chat) ?? Promise.resolve();
    const taking = before.then(() => store(written, key));
    const turn = taking.then(
      () => undefined,
      () => undefined,
    );
    const done = turn.then(() => {
      if (chats.get(written.chat) === done) chats.delete(written.chat);
    });
    chats.set(written.chat, done);
    remember(key, taking);
    return taking;
  }

  function remember(key: string, taking: Promise<void>): void {
    seen.set(key, taking);
    for (const old of seen.keys()) {
      if (seen.size <= MOST_REMEMBERED) break;
      if (!missing.has(old)) seen.delete(old);
    }
  }

  /** Zalo does not send it again, so it is tried for a while; then the next look into the history brings it back. */
  async function store(written: Written, key: string): Promise<void> {
    let content: Content | null = null;
    for (let attempt = 1; ; attempt++) {
      try {
        content ??= await contentOf(written);
        await accept(messageOf(written, content));
        break;
      } catch (error) {
        onError(error);
        if (attempt < STORE_ATTEMPTS) await pause(storeAgainMs * 2 ** (attempt - 1), signal, new Set());
        if (attempt === STORE_ATTEMPTS || signal.aborted) {
          seen.delete(key);
          throw error;
        }
      }
    }
    missing.delete(key);
    // A sender's clock may be ahead of ours; what comes later must not count as seen.
    newest = Math.max(newest, Math.min(written.sentAt.getTime(), now().getTime()));
    onStored();
  }

  function addressOf({ chat }: Written): Address {
    return { channel: parts.channel, account: parts.ownId, chat };
  }

  function messageOf(written: Written, content: Content): IncomingMessage {
    const { id, sender, senderName, isGroup, sentAt } = written;
    return { id, from: addressOf(written), sender, senderName, isGroup, mentioned: true, content, sentAt };
  }

  /** Nobody in a group has agreed to be heard. */
  async function voiceOf(written: Written, url: string): Promise<Content> {
    const isTaken = files.takesRecordings && !written.isGroup;
    const content = isTaken ? await fetchMedia(url, settings) : null;
    const file = content && recordingFile(content);
    if (!file) return unreadable(texts.unreadable.voice);
    return { kind: "files", files: [await files.keep(addressOf(written), file, now())], text: "" };
  }

  async function contentOf(written: Written): Promise<Content> {
    const { said } = written;
    if (said.kind === "voice") return voiceOf(written, said.url);
    if (said.kind !== "file") return said;
    const content = await fetchMedia(said.url, settings);
    const kind = content && kindOf(content, said.name);
    if (!content || !kind || (said.isPicture && !kind.mediaType.startsWith("image/")))
      return unreadable(said.isPicture ? texts.unreadable.picture : texts.unreadable.file, said.text);
    const name = tidyFileName(said.name, kind.extension);
    const file = await files.keep(addressOf(written), { name, mediaType: kind.mediaType, content }, now());
    return { kind: "files", files: [file], text: said.text };
  }
}
