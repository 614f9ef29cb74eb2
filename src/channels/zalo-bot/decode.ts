import type { IncomingMessage } from "../../conversation/message.ts";
import { isRecord } from "./client.ts";
import { texts } from "./texts.ts";

/** A message as it came, before its picture is fetched. */
type Said =
  | { kind: "text"; text: string }
  | { kind: "photo"; url: string; caption: string }
  | { kind: "voice"; url: string }
  | { kind: "unreadable"; what: string; text?: string };

export interface DecodedMessage extends Omit<IncomingMessage, "content"> {
  said: Said;
}

export type Decoded =
  | { kind: "message"; message: DecodedMessage }
  /** nothing that anybody said: an event of no concern, our own echo, a probe */
  | { kind: "nothing" }
  /** an update that lacks what every message has; `why` names the part, never its value */
  | { kind: "broken"; why: string };

interface About {
  account: string;
  /** how the bot is called in groups */
  names: readonly string[];
  now: Date;
}

const CHANNEL = "zalo-bot";
/** Longer ids are nobody's. */
const LONGEST_ID = 200;
const LONGEST_NAME = 100;
/** Moments before this number are seconds, not milliseconds: 1973 in the one, 5138 in the other. */
const SECONDS_BELOW = 100_000_000_000;

/** Reads an update, wrapped in `{ok, result}` or bare; webhook and poll bring the same. */
export function decodeUpdate(body: unknown, about: About): Decoded {
  const update = isRecord(body) && isRecord(body["result"]) ? body["result"] : body;
  if (!isRecord(update)) return broken("the update is no object");
  const event = update["event_name"];
  const message = update["message"];
  // A probe, somebody joining a group, a message withheld altogether.
  if (typeof event !== "string" || !isRecord(message)) return { kind: "nothing" };
  const from = isRecord(message["from"]) ? message["from"] : {};
  const chat = isRecord(message["chat"]) ? message["chat"] : {};
  const sender = idIn(from["id"]);
  if (from["is_bot"] === true || sender === about.account) return { kind: "nothing" };
  const isGroup = typeof chat["chat_type"] === "string" && chat["chat_type"].toUpperCase() === "GROUP";
  const said = saidIn(event, message, { isGroup, names: isGroup ? about.names : [] });
  if (said === null) return { kind: "nothing" };
  const place = idIn(chat["id"]);
  const id = idIn(message["message_id"]);
  if (sender === null) return broken("message.from.id is missing");
  if (place === null) return broken("message.chat.id is missing");
  if (id === null) return broken("message.message_id is missing");
  return {
    kind: "message",
    message: {
      // Ids of two people in one group have been seen to be the same.
      id: `${sender}:${id}`,
      from: { channel: CHANNEL, account: about.account, chat: place },
      sender,
      senderName: nameIn(from["display_name"]) ?? nameIn(from["name"]),
      isGroup,
      // In a group only what mentions the bot or replies to it is brought at all.
      mentioned: true,
      said,
      sentAt: momentIn(message["date"]) ?? about.now,
    },
  };
}

function saidIn(
  event: string,
  message: Record<string, unknown>,
  { isGroup, names }: { isGroup: boolean; names: readonly string[] },
): Said | null {
  switch (event) {
    case "message.image.received": {
      const url = textIn(message["photo"]) ?? textIn(message["photo_url"]);
      const caption = withoutNames(textIn(message["caption"]) ?? "", names);
      return url === null
        ? { kind: "unreadable", what: texts.unreadable.photo, ...(caption !== "" && { text: caption }) }
        : { kind: "photo", url, caption };
    }
    case "message.sticker.received":
      return { kind: "unreadable", what: texts.unreadable.sticker };
    case "message.voice.received": {
      const url = textIn(message["voice"]) ?? textIn(message["voice_url"]);
      const isHeard = url !== null && !isGroup;
      return isHeard ? { kind: "voice", url } : { kind: "unreadable", what: texts.unreadable.voice };
    }
    case "message.unsupported.received":
      return { kind: "unreadable", what: texts.unreadable.other };
    default: {
      // Text, and whatever kinds of message with words come later; events without words ask for no answer.
      const text = textIn(message["text"]);
      return text === null || !event.startsWith("message.")
        ? null
        : { kind: "text", text: withoutNames(text, names) };
    }
  }
}

/** "@Bot NSCL mã vạch?" → "mã vạch?". Words that are nothing but the name stay. */
function withoutNames(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  let rest = text.normalize("NFC");
  for (const name of names) rest = rest.replace(callOf(name), " ");
  const asked = rest.trim();
  return asked === "" ? text : asked;
}

function callOf(name: string): RegExp {
  const literally = name.normalize("NFC").replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return new RegExp(`\\s*@${literally}(?![\\p{L}\\p{N}])\\s*`, "iu");
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Ids are strings; a number is read as one, so that a change over there does not make strangers of people. */
function idIn(value: unknown): string | null {
  const id = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  return typeof id === "string" && id !== "" && id.length <= LONGEST_ID ? id : null;
}

function nameIn(value: unknown): string | null {
  const name = textIn(value)?.trim();
  return name === undefined ? null : Array.from(name).slice(0, LONGEST_NAME).join("");
}

/** Documented in milliseconds; others read seconds. */
function momentIn(value: unknown): Date | null {
  if (typeof value !== "number" || value <= 0) return null;
  const moment = new Date(value < SECONDS_BELOW ? value * 1000 : value);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function broken(why: string): Decoded {
  return { kind: "broken", why };
}
