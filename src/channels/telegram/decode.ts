import { unreadable, type Content, type IncomingMessage } from "../../conversation/message.ts";
import { answeredIn, saidToBot, type Self } from "./addressed.ts";
import { chatOf } from "./chats.ts";
import { commandIn } from "./commands.ts";
import { isRecord, numberIn, objectIn, textIn, type Json } from "./json.ts";
import { saidIn, type Media } from "./said.ts";
import { CHANNEL } from "./settings.ts";

/** A message as it came, before its file is fetched. */
interface DecodedMessage extends Omit<IncomingMessage, "content"> {
  said: Content | Media;
}

export type Decoded =
  /** `query` is to be answered when a button was pressed, or the app shows it as busy */
  | { kind: "message"; message: DecodedMessage; query: string | null }
  /** a button that is none of ours */
  | { kind: "query"; query: string }
  /** the person blocked the bot, or it was thrown out of the group */
  | { kind: "left"; chat: string }
  /** the group has another id from now on */
  | { kind: "migrated"; from: string; to: string }
  /** nothing that anybody said to the bot */
  | { kind: "nothing" }
  /** in a group, before it is known how the bot is called */
  | { kind: "too_early" }
  /** lacks what every update has; `why` names the part, never its value */
  | { kind: "broken"; why: string };

interface About {
  self: Self;
  now: Date;
}

/** What the bot asks Telegram for. Edited messages are left out: an answer that was given stays given. */
export const UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/** Longer than any value of a choice, and as long as Telegram takes. */
const VALUE = /^[\x20-\x7e]{1,64}$/;
const LONGEST_NAME = 100;
const NOTHING = { kind: "nothing" } as const;

export function updateIdIn(update: unknown): number | null {
  return isRecord(update) ? numberIn(update, "update_id") : null;
}

/** The chat in which something happened; "" where there is none. */
export function chatIdIn(update: unknown): string {
  if (!isRecord(update)) return "";
  const query = objectIn(update, "callback_query");
  const message = isRecord(update["message"]) ? update["message"] : objectIn(query, "message");
  return String(numberIn(objectIn(message, "chat"), "id") ?? "");
}

/** Reads one update; webhook and poll bring the same. */
export function decodeUpdate(update: unknown, about: About): Decoded {
  if (!isRecord(update)) return broken("the update is no object");
  const number = numberIn(update, "update_id");
  if (number === null) return broken("update_id is missing");
  const id = `update:${number}`;
  if (isRecord(update["callback_query"])) return decodeQuery(update["callback_query"], id, about);
  if (isRecord(update["my_chat_member"])) return decodeMembership(update["my_chat_member"]);
  if (isRecord(update["message"])) return decodeMessage(update["message"], id, about);
  return NOTHING;
}

function decodeMessage(message: Json, id: string, { self, now }: About): Decoded {
  const place = placeOf(message);
  if (place === null) return broken("message.chat.id is missing");
  const moved = migrationIn(message, place.id);
  if (moved) return moved;
  if (place.type === "channel" || message["is_automatic_forward"] === true) return NOTHING;
  const sender = senderOf(message);
  if (sender === null) return broken("message.from.id is missing");
  if (sender.isBot) return NOTHING;

  const text = textIn(message, "text") ?? textIn(message, "caption") ?? "";
  if (place.isGroup && self.username === null) return { kind: "too_early" };
  const heard = place.isGroup ? saidToBot(message, text, self) : { text };
  if (heard === null) return NOTHING;
  const read = saidIn(message, heard.text);
  if (read === null) return NOTHING;
  const isRecording = read.kind === "media" && read.seconds !== undefined;
  // Nobody in a group has agreed to be heard.
  const said = isRecording && place.isGroup ? unreadable(read.what, read.caption) : read;
  return {
    kind: "message",
    query: null,
    message: {
      id,
      from: { channel: CHANNEL, account: self.account, chat: place.chat },
      sender: sender.id,
      senderName: sender.name,
      isGroup: place.isGroup,
      mentioned: true,
      said: said.kind === "text" ? (commandIn(said.text)?.content ?? said) : said,
      ...replyTo(answeredIn(message, self)),
      sentAt: momentIn(message) ?? now,
    },
  };
}

function decodeQuery(query: Json, id: string, { self, now }: About): Decoded {
  const queryId = textIn(query, "id");
  if (queryId === null) return broken("callback_query.id is missing");
  const value = textIn(query, "data") ?? "";
  const place = placeOf(objectIn(query, "message"));
  const sender = personIn(objectIn(query, "from"));
  // Of an inline message, or made by another program.
  if (place === null || sender === null || !VALUE.test(value)) return { kind: "query", query: queryId };
  return {
    kind: "message",
    query: queryId,
    message: {
      id,
      from: { channel: CHANNEL, account: self.account, chat: place.chat },
      sender: sender.id,
      senderName: sender.name,
      isGroup: place.isGroup,
      mentioned: true,
      said: { kind: "choice", value },
      ...replyTo(textOf(numberIn(objectIn(query, "message"), "message_id"))),
      // The moment of the message under which the button stands says nothing.
      sentAt: now,
    },
  };
}

/** Said only where there is one: most messages reply to none. */
function replyTo(ref: string | null): { replyTo?: string } {
  return ref === null ? {} : { replyTo: ref };
}

function textOf(number: number | null): string | null {
  return number === null ? null : String(number);
}

function decodeMembership(change: Json): Decoded {
  const place = placeOf(change);
  if (place === null) return broken("my_chat_member.chat.id is missing");
  const status = objectIn(change, "new_chat_member")["status"];
  return status === "kicked" || status === "left" ? { kind: "left", chat: place.id } : NOTHING;
}

/** Telegram tells it in the old group and again in the new one. */
function migrationIn(message: Json, chat: string): Decoded | null {
  const to = numberIn(message, "migrate_to_chat_id");
  if (to !== null) return { kind: "migrated", from: chat, to: String(to) };
  const from = numberIn(message, "migrate_from_chat_id");
  return from === null ? null : { kind: "migrated", from: String(from), to: chat };
}

interface Place {
  id: string;
  type: string;
  isGroup: boolean;
  /** as in our addresses */
  chat: string;
}

function placeOf(message: Json): Place | null {
  const chat = objectIn(message, "chat");
  const id = numberIn(chat, "id");
  if (id === null) return null;
  const type = textIn(chat, "type") ?? "";
  const topic = message["is_topic_message"] === true ? numberIn(message, "message_thread_id") : null;
  return {
    id: String(id),
    type,
    isGroup: type === "group" || type === "supergroup" || (type === "" && id < 0),
    chat: chatOf(String(id), topic),
  };
}

interface Person {
  id: string;
  name: string | null;
  isBot: boolean;
}

/** Administrators may write in the name of their group or channel. */
function senderOf(message: Json): Person | null {
  const inTheNameOf = objectIn(message, "sender_chat");
  const id = numberIn(inTheNameOf, "id");
  if (id !== null)
    return { id: String(id), name: shortened(textIn(inTheNameOf, "title") ?? ""), isBot: false };
  return personIn(objectIn(message, "from"));
}

function personIn(from: Json): Person | null {
  const id = numberIn(from, "id");
  if (id === null) return null;
  const name = [textIn(from, "first_name"), textIn(from, "last_name")].filter(Boolean).join(" ");
  return { id: String(id), name: shortened(name), isBot: from["is_bot"] === true };
}

function shortened(name: string): string | null {
  return Array.from(name.trim()).slice(0, LONGEST_NAME).join("") || null;
}

function momentIn(message: Json): Date | null {
  const seconds = numberIn(message, "date");
  if (seconds === null || seconds <= 0) return null;
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function broken(why: string): Decoded {
  return { kind: "broken", why };
}
