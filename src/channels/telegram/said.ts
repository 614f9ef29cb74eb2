import { unreadable, type Content } from "../../conversation/message.ts";
import { isRecord, numberIn, objectIn, textIn, type Json } from "./json.ts";
import { texts } from "./texts.ts";

/** A file that is still with Telegram. */
export interface Media {
  kind: "media";
  fileId: string;
  bytes: number | null;
  name: string | null;
  caption: string;
  /** what to call it when it cannot be had */
  what: string;
  /** how long a recording is; other files have no length */
  seconds?: number;
}

/** Looked at in this order: an animation carries a document as well, a venue a location. */
const UNREADABLE: readonly (readonly [string, string])[] = [
  ["video_note", texts.unreadable.video],
  ["animation", texts.unreadable.animation],
  ["video", texts.unreadable.video],
  ["sticker", texts.unreadable.sticker],
  ["venue", texts.unreadable.location],
  ["location", texts.unreadable.location],
  ["contact", texts.unreadable.contact],
  ["poll", texts.unreadable.poll],
  ...["dice", "story", "game", "checklist", "paid_media", "invoice"].map(
    (kind): readonly [string, string] => [kind, texts.unreadable.other],
  ),
];

/** What a message says, `text` being its words or caption; null for news about the chat that ask for no answer. */
export function saidIn(message: Json, text: string): Content | Media | null {
  if (textIn(message, "text") !== null)
    // Nothing but the name of the bot.
    return text.trim() === "" ? { kind: "choice", value: "go:menu" } : { kind: "text", text };
  const recording = recordingIn(message, text);
  if (recording) return recording;
  const found = UNREADABLE.find(([key]) => message[key] !== undefined);
  if (found) return unreadable(found[1], text);
  return photoIn(message, text) ?? documentIn(message, text);
}

function recordingIn(message: Json, caption: string): Content | Media | null {
  const key = ["voice", "audio"].find((one) => isRecord(message[one]));
  if (key === undefined) return null;
  const file = objectIn(message, key);
  const media = mediaOf(file, caption, key === "voice" ? texts.unreadable.voice : texts.unreadable.audio);
  return media.kind === "media" ? { ...media, seconds: numberIn(file, "duration") ?? 0 } : media;
}

/** The largest of its sizes; Telegram makes none larger than is taken here. */
function photoIn(message: Json, caption: string): Content | Media | null {
  const sizes = message["photo"];
  if (!Array.isArray(sizes)) return null;
  const largest = (sizes as unknown[]).filter(isRecord).at(-1) ?? {};
  return mediaOf(largest, caption, texts.unreadable.photo);
}

function documentIn(message: Json, caption: string): Content | Media | null {
  return isRecord(message["document"])
    ? mediaOf(objectIn(message, "document"), caption, texts.unreadable.document)
    : null;
}

function mediaOf(file: Json, caption: string, what: string): Content | Media {
  const fileId = textIn(file, "file_id");
  if (fileId === null) return unreadable(what, caption);
  return {
    kind: "media",
    fileId,
    bytes: numberIn(file, "file_size"),
    name: textIn(file, "file_name"),
    caption,
    what,
  };
}
