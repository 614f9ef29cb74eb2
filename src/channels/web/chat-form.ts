import { createHash } from "node:crypto";
import type { Context } from "hono";
import { chatTexts } from "./chat-texts.ts";
import type { Desk } from "./desk.ts";
import { readMessage } from "./decode.ts";
import type { ReadingParts } from "./reading.ts";
import { follow } from "./live.ts";
import { LARGEST_FILE } from "./settings.ts";
import { addressOf } from "./tokens.ts";
import { readForm } from "./upload-form.ts";

const { mistakes } = chatTexts;

/** What a posted form of the page came to. */
export type Posted =
  | { kind: "stored"; conversation: string; id: string }
  | { kind: "mistake"; words: string; typed: string; conversation: string | null }
  | { kind: "unreadable" };

/** Takes a message the way a browser without scripts sends it. `conversation` comes from its cookie. */
export async function postForm(c: Context, desk: Desk, known: string | null): Promise<Posted> {
  const form = await readForm(c);
  if (form === null) return { kind: "unreadable" };
  const typed = wordsIn(form, "text") ?? "";
  const choice = wordsIn(form, "choice");
  let conversation = known;
  const mistake = (words: string): Posted => ({ kind: "mistake", words, typed, conversation });

  const fileIds: string[] = [];
  const file = form.get("file");
  if (file !== null && typeof file !== "string" && file.size > 0) {
    if (file.size > LARGEST_FILE) return mistake(mistakes.largeFile);
    const content = new Uint8Array(await file.arrayBuffer());
    const kept = await desk.takeFile({ conversation, name: file.name, content });
    if (kept.kind === "mistake") return mistake(kept.words);
    if (kept.kind === "too_many") return mistake(mistakes.tooMany(kept.seconds));
    if (kept.kind === "unknown_conversation") return mistake(chatTexts.forgotten);
    conversation = kept.conversation;
    fileIds.push(kept.file.id);
  }

  const id = idOf(wordsIn(form, "id") ?? "", choice ?? typed, fileIds);
  const read = readMessage({
    id,
    conversation,
    ...(choice === null ? { text: typed } : { choice }),
    files: choice === null ? fileIds : [],
  });
  if (read.kind === "mistake") return mistake(read.words);
  const taken = await desk.takeMessage(read.written);
  switch (taken.kind) {
    case "stored":
      return { kind: "stored", conversation: taken.conversation, id };
    case "too_many":
      return mistake(mistakes.tooMany(taken.seconds));
    case "unknown_file":
      return mistake(mistakes.unknownFile);
    case "unknown_conversation":
      return mistake(chatTexts.forgotten);
  }
}

const LOOK_AGAIN_MS = 250;

/** Waits for the reply for a while, so that the page shown next usually has it. */
export async function replyCame(
  parts: ReadingParts,
  conversation: string,
  id: string,
  forMs: number,
): Promise<boolean> {
  const { transcript, bells } = parts;
  const until = Date.now() + forMs;
  const address = addressOf(conversation);
  const stopped = () => Date.now() >= until;
  for await (const lines of follow({
    transcript,
    bells,
    address,
    after: 0,
    everyMs: LOOK_AGAIN_MS,
    stopped,
  })) {
    if (lines.some(({ inReplyTo }) => inReplyTo === id)) return true;
  }
  return false;
}

/**
 * Pressing twice sends the same message twice, which must count once; going back and writing something else is a
 * message of its own. So the id is made of what the page carries and what was said.
 */
function idOf(formId: string, words: string, fileIds: readonly string[]): string {
  const hex = createHash("sha256")
    .update([formId, words, ...fileIds].join("\n"))
    .digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function wordsIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  // Forms send line breaks as two characters.
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : null;
}
