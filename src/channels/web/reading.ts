import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Address } from "../../conversation/message.ts";
import type { Files, Line, Transcript } from "../../conversation/transcript.ts";
import { draftMessage, type Draft, type WebDrafts } from "./drafts.ts";
import { labelsFor, messageJson, type MessageJson } from "./encode.ts";
import { follow, recentLines, type Bells } from "./live.ts";
import { addressOf } from "./tokens.ts";

/** What reading a conversation needs. */
export interface ReadingParts {
  transcript: Transcript;
  files: Files;
  bells: Bells;
  drafts: WebDrafts;
  onError: (error: unknown) => void;
}

/** One message as it is drawn for programs or for the page. */
export type Draw<T> = (message: MessageJson) => T | Promise<T>;

const PAGE_LENGTH = 100;

/** How long a stream may be silent; proxies close what says nothing for a minute. */
const HEARTBEAT_MS = 15_000;
/** Another replica's messages are seen this late at most. */
const LOOK_AGAIN_MS = 1000;
const RECONNECT_MS = 2000;

export async function messagesAfter<T>(
  { transcript }: ReadingParts,
  conversation: string,
  after: number,
  draw: Draw<T>,
): Promise<{ messages: T[]; next: number }> {
  const address = addressOf(conversation);
  const lines = await transcript.lines(address, after, PAGE_LENGTH);
  const messages = await drawn(transcript, address, conversation, lines, draw);
  return { messages, next: lines.at(-1)?.seq ?? after };
}

/** The last messages, for a page that comes back. */
export async function lastMessages<T>(
  { transcript }: ReadingParts,
  conversation: string,
  draw: Draw<T>,
): Promise<{ messages: T[]; next: number }> {
  const address = addressOf(conversation);
  const lines = await recentLines(transcript, address, PAGE_LENGTH);
  const messages = await drawn(transcript, address, conversation, lines, draw);
  return { messages, next: lines.at(-1)?.seq ?? 0 };
}

/**
 * Every message after `after` as it comes, one event each, until the reader goes away or we do. An answer in the making
 * comes as events `draft`, each with all of its text so far; without a number, for no transcript holds it.
 */
export function streamMessages<T>(
  c: Context,
  { transcript, bells, drafts, onError }: ReadingParts,
  { conversation, after, ended }: { conversation: string; after: number; ended: () => void },
  draw: Draw<T>,
): Response {
  const address = addressOf(conversation);
  // Proxies like nginx would otherwise hold events back until a buffer is full.
  c.header("X-Accel-Buffering", "no");
  const response = streamSSE(c, async (stream) => {
    try {
      await stream.writeSSE({ event: "ready", data: "{}", retry: RECONNECT_MS });
      let silentSince = Date.now();
      let seen: Draft | null = null;
      const stopped = () => stream.aborted;
      for await (const lines of follow({
        transcript,
        bells,
        address,
        after,
        everyMs: LOOK_AGAIN_MS,
        stopped,
      })) {
        const messages = await drawn(transcript, address, conversation, lines, draw);
        for (const [at, message] of messages.entries()) {
          await stream.writeSSE({ id: String(lines[at]?.seq), data: JSON.stringify(message) });
        }
        const draft = drafts.of(address.chat);
        if (draft !== seen && draft !== null) await stream.writeSSE(await draftEvent(draft, draw));
        seen = draft;
        if (lines.length > 0) silentSince = Date.now();
        else if (Date.now() - silentSince >= HEARTBEAT_MS) {
          await stream.write(": heartbeat\n\n");
          silentSince = Date.now();
        }
      }
    } catch (error) {
      // The reader connects again and goes on where it was.
      onError(error);
    } finally {
      ended();
    }
  });
  response.headers.set("Cache-Control", "no-store");
  return response;
}

async function draftEvent<T>(draft: Draft, draw: Draw<T>): Promise<{ event: string; data: string }> {
  const { inReplyTo, text } = draft;
  const data = text === null ? { inReplyTo, over: true } : await draw(draftMessage(draft, new Date()));
  return { event: "draft", data: JSON.stringify(data) };
}

async function drawn<T>(
  transcript: Transcript,
  address: Address,
  conversation: string,
  lines: readonly Line[],
  draw: Draw<T>,
): Promise<T[]> {
  const labels = await labelsFor(transcript, address, lines);
  return Promise.all(lines.map((line) => draw(messageJson(line, conversation, labels))));
}
