import { choiceIn } from "./encode.ts";
import { texts } from "./texts.ts";

/** What an event brings, its files not yet fetched. */
export interface Decoded {
  id: string;
  userId: string;
  sentAt: Date | null;
  said:
    | { kind: "text"; text: string }
    | { kind: "choice"; value: string }
    | { kind: "media"; what: "image" | "file" | "audio"; links: readonly Link[]; text: string }
    | { kind: "unreadable"; what: string };
}

interface Link {
  url: string;
  name: string | null;
}

export type Read =
  | { kind: "message"; message: Decoded }
  /** our own messages, receipts, events that ask for nothing */
  | { kind: "nothing" }
  /** meant for another Official Account */
  | { kind: "elsewhere" }
  /** not as any event should be */
  | { kind: "broken" };

type Fields = Readonly<Record<string, unknown>>;

const MENU = "go:menu";
const MOST_LINKS = 5;

const MEDIA: Readonly<Record<string, "image" | "file" | "audio">> = {
  user_send_image: "image",
  user_send_file: "file",
  user_send_audio: "audio",
};

/** Kinds of messages nothing can be read from. */
const UNREADABLE: Readonly<Record<string, string>> = {
  user_send_sticker: texts.unreadable.sticker,
  user_send_location: texts.unreadable.location,
  user_send_video: texts.unreadable.video,
  user_send_gif: texts.unreadable.gif,
  user_send_business_card: texts.unreadable.card,
};

/** Reads one event of the webhook; anything may come in. */
export function decode(event: unknown, oaId: string): Read {
  const fields = fieldsOf(event);
  const name = fields?.["event_name"];
  if (!fields || typeof name !== "string") return { kind: "broken" };
  if (name === "follow") return greeting(fields, oaId);
  // Groups are another product, with other ids.
  if (name.startsWith("user_send_group")) return { kind: "nothing" };
  if (name.startsWith("user_send_") || name === "user_submit_info") return written(name, fields, oaId);
  return { kind: "nothing" };
}

/** Who begins to follow gets the menu. */
function greeting(fields: Fields, oaId: string): Read {
  const userId = idOf(fieldsOf(fields["follower"])?.["id"]);
  const account = idOf(fields["oa_id"] ?? fieldsOf(fields["recipient"])?.["id"]);
  if (userId === null) return { kind: "broken" };
  if (account !== null && account !== oaId) return { kind: "elsewhere" };
  const id = `follow.${stampOf(fields) ?? "0"}`;
  return message(fields, id, userId, { kind: "choice", value: MENU });
}

function written(name: string, fields: Fields, oaId: string): Read {
  const userId = idOf(fieldsOf(fields["sender"])?.["id"]);
  const account = idOf(fieldsOf(fields["recipient"])?.["id"] ?? fields["oa_id"]);
  const body = fieldsOf(fields["message"]) ?? {};
  const id = idOf(body["msg_id"]) ?? (stampOf(fields) === null ? null : `${name}.${stampOf(fields)}`);
  if (userId === null || id === null) return { kind: "broken" };
  if (account !== null && account !== oaId) return { kind: "elsewhere" };
  return message(fields, id, userId, saidIn(name, fields, body));
}

function saidIn(name: string, fields: Fields, body: Fields): Decoded["said"] {
  const text = wordsOf(body["text"]);
  const unreadable = UNREADABLE[name];
  if (unreadable !== undefined) return { kind: "unreadable", what: unreadable };
  if (name === "user_submit_info") return orOther(submitted(fieldsOf(fields["info"]) ?? {}));
  const what = MEDIA[name];
  if (what !== undefined) {
    const links = linksIn(body["attachments"]);
    if (links.length > 0) return { kind: "media", what, links, text };
    return { kind: "unreadable", what: texts.unreadable[what] };
  }
  const value = choiceIn(text.trim());
  if (value !== null) return { kind: "choice", value };
  // A shared link may come without words.
  return orOther(text.trim() === "" ? wordsOf(linksIn(body["attachments"])[0]?.url) : text);
}

function orOther(text: string): Decoded["said"] {
  return text.trim() === "" ? { kind: "unreadable", what: texts.unreadable.other } : { kind: "text", text };
}

/** What a person left in Zalo's own form. */
function submitted(info: Fields): string {
  const { name, phone, address } = texts.submitted;
  const place = ["address", "ward", "district", "city"].map((key) => wordsOf(info[key])).filter(Boolean);
  const lines = [
    [name, wordsOf(info["name"])],
    [phone, idOf(info["phone"]) ?? ""],
    [address, place.join(", ")],
  ] as const;
  return lines
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");
}

function linksIn(attachments: unknown): readonly Link[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.slice(0, MOST_LINKS).flatMap((attachment: unknown) => {
    const payload = fieldsOf(fieldsOf(attachment)?.["payload"]);
    const url = payload?.["url"];
    const name = payload?.["name"];
    return typeof url === "string" ? [{ url, name: typeof name === "string" ? name : null }] : [];
  });
}

function message(fields: Fields, id: string, userId: string, said: Decoded["said"]): Read {
  return { kind: "message", message: { id, userId, sentAt: momentOf(stampOf(fields)), said } };
}

function stampOf(fields: Fields): string | null {
  return idOf(fields["timestamp"]);
}

function momentOf(stamp: string | null): Date | null {
  if (stamp === null || !/^\d{13}$/.test(stamp)) return null;
  return new Date(Number(stamp));
}

/** A number that lost its last digits on the way is nobody's id. */
function idOf(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === "string" && /^[\x21-\x7e]{1,128}$/.test(value) ? value : null;
}

/** What cannot be stored – NUL, half a character – goes. */
function wordsOf(value: unknown): string {
  return typeof value === "string" ? value.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD") : "";
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}
