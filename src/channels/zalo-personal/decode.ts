import { z } from "zod";
import { texts } from "./texts.ts";

/** What somebody wrote to the account, before pictures and documents are fetched. */
export interface Written {
  id: string;
  chat: string;
  sender: string;
  senderName: string | null;
  isGroup: boolean;
  sentAt: Date;
  said:
    | { kind: "text"; text: string }
    | { kind: "file"; isPicture: boolean; name: string; url: string; text: string }
    | { kind: "voice"; url: string }
    | { kind: "unreadable"; what: string };
}

/** Numbers come as numbers, as text, or as objects where they are beyond JavaScript's. */
const id = z.unknown().transform((value, context) => {
  const text = typeof value === "string" ? value : isNumeric(value) ? String(value) : "";
  if (/^[\w:.-]{1,100}$/.test(text)) return text;
  context.addIssue("no id");
  return z.NEVER;
});

const someId = z.preprocess(
  (value) => (value === "" || value === 0 || value === "0" ? undefined : value),
  id.optional(),
);

const schema = z.object({
  threadId: id,
  isSelf: z.boolean(),
  type: z.number(),
  data: z.object({
    msgId: someId,
    cliMsgId: someId,
    msgType: z.string(),
    uidFrom: id,
    dName: z.string().nullish().catch(null),
    ts: z.coerce.number().int().positive(),
    content: z.unknown(),
    mentions: z
      .array(z.object({ uid: id, pos: z.coerce.number(), len: z.coerce.number() }))
      .nullish()
      .catch(null),
    quote: z.object({ ownerId: id }).nullish().catch(null),
  }),
});

type Data = z.infer<typeof schema>["data"];

const GROUP = 1;
/** Tells a group from a person: their ids look alike, and a reply needs to know. */
const GROUP_CHAT = "group:";

/** Null for our own words, for what a group says without calling us, and for what no honest platform sends. */
export function decode(message: unknown, ownId: string): Written | null {
  const parsed = schema.safeParse(message);
  if (!parsed.success) return null;
  const { threadId, isSelf, type, data } = parsed.data;
  if (isSelf || data.uidFrom === ownId || data.uidFrom === "0") return null;
  const isGroup = type === GROUP;
  if (isGroup && !calls(data, ownId)) return null;
  const said = saidIn(data, ownId);
  // One message may come with different ids; what the sender's own device gave it stays. Old ones may lack either.
  const messageId = data.cliMsgId === undefined ? data.msgId : `${data.uidFrom}:${data.cliMsgId}`;
  if (said === null || messageId === undefined) return null;
  return {
    id: messageId,
    chat: isGroup ? GROUP_CHAT + threadId : threadId,
    sender: data.uidFrom,
    senderName: data.dName?.trim() ? data.dName.trim() : null,
    isGroup,
    sentAt: new Date(data.ts),
    said,
  };
}

/** Whom a chat of ours is at Zalo. */
export function threadOf(chat: string): { id: string; isGroup: boolean } {
  const isGroup = chat.startsWith(GROUP_CHAT);
  return { id: isGroup ? chat.slice(GROUP_CHAT.length) : chat, isGroup };
}

function calls({ mentions, quote }: Data, ownId: string): boolean {
  return quote?.ownerId === ownId || (mentions ?? []).some(({ uid }) => uid === ownId);
}

function saidIn(data: Data, ownId: string): Written["said"] | null {
  const { msgType, content } = data;
  if (typeof content === "string") {
    const text = withoutMention(content, data, ownId);
    return text.trim() === "" ? null : { kind: "text", text };
  }
  if (typeof content !== "object" || content === null || "deleteMsg" in content) return null;
  const fields = content as Readonly<Record<string, unknown>>;
  switch (msgType) {
    case "chat.photo":
      return fileIn(fields, texts.pictureName, textIn(fields, "title") || textIn(fields, "description"));
    case "chat.voice": {
      const url = textIn(fields, "href");
      return URL.canParse(url)
        ? { kind: "voice", url }
        : { kind: "unreadable", what: texts.unreadable.voice };
    }
    case "share.file":
      return fileIn(fields, null, "");
    case "chat.recommended":
    case "chat.link":
      return linkIn(fields);
    default:
      return { kind: "unreadable", what: UNREADABLE[msgType] ?? texts.unreadable.other };
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  "chat.sticker": texts.unreadable.sticker,
  "chat.gif": texts.unreadable.gif,
  "chat.video.msg": texts.unreadable.video,
  "chat.location.new": texts.unreadable.location,
  "chat.doodle": texts.unreadable.drawing,
  "group.poll": texts.unreadable.poll,
};

function fileIn(
  fields: Readonly<Record<string, unknown>>,
  name: string | null,
  text: string,
): Written["said"] {
  const url = textIn(fields, "href");
  const isPicture = name !== null;
  const { picture, file } = texts.unreadable;
  if (!URL.canParse(url)) return { kind: "unreadable", what: isPicture ? picture : file };
  return { kind: "file", isPicture, name: name ?? (textIn(fields, "title") || texts.fileName), url, text };
}

/** A text with an address in it comes as a card whose title is the text; calls and contacts come as cards too. */
function linkIn(fields: Readonly<Record<string, unknown>>): Written["said"] | null {
  const action = textIn(fields, "action");
  // A call that was taken has been answered by a person.
  if (action === "recommened.calltime") return null;
  if (action === "recommened.misscall") return { kind: "unreadable", what: texts.unreadable.call };
  if (action === "recommened.user") return { kind: "unreadable", what: texts.unreadable.card };
  const title = textIn(fields, "title");
  const href = textIn(fields, "href");
  const text = title.includes(href) ? title : [title, href].filter(Boolean).join(" ");
  return text === "" ? { kind: "unreadable", what: texts.unreadable.other } : { kind: "text", text };
}

function textIn(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value.trim() : "";
}

/** "@Trợ lý mã vạch?" asks "mã vạch?". */
function withoutMention(text: string, { mentions }: Data, ownId: string): string {
  const ours = (mentions ?? []).filter(({ uid }) => uid === ownId).sort((a, b) => b.pos - a.pos);
  if (ours.length === 0) return text;
  return ours.reduce((rest, { pos, len }) => rest.slice(0, pos) + rest.slice(pos + len), text).trim();
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === "number" ||
    typeof value === "bigint" ||
    // bignumber.js
    (typeof value === "object" && value !== null && "c" in value && "e" in value && "s" in value)
  );
}
