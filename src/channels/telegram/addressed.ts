import { commandIn } from "./commands.ts";
import { isRecord, numberIn, objectIn, type Json } from "./json.ts";

/** The bot as people call it. */
export interface Self {
  account: string;
  /** without the `@`; null until Telegram has told it */
  username: string | null;
}

/**
 * What somebody said to the bot in a group, without its name; null when it was said to others. Called by name, by a
 * reply, or by a command of ours.
 */
export function saidToBot(message: Json, text: string, self: Self): { text: string } | null {
  const command = commandIn(text);
  if (command) {
    const isForUs = command.to === "" ? command.isOurs : isName(command.to, self);
    if (isForUs) return { text };
    if (command.to !== "") return null;
  }
  const call = callIn(message, text, self);
  if (call)
    return { text: `${text.slice(0, call.from)} ${text.slice(call.to)}`.replace(/ {2,}/g, " ").trim() };
  return isReplyToBot(message, self) ? { text } : null;
}

/** Offsets are counted as JavaScript counts. */
function callIn(message: Json, text: string, self: Self): { from: number; to: number } | null {
  const entities = message["entities"] ?? message["caption_entities"];
  for (const entity of Array.isArray(entities) ? (entities as unknown[]) : []) {
    if (!isRecord(entity)) continue;
    const from = numberIn(entity, "offset") ?? -1;
    const to = from + (numberIn(entity, "length") ?? 0);
    if (from < 0 || to > text.length || to <= from) continue;
    const byName = entity["type"] === "mention" && isName(text.slice(from + 1, to), self);
    const byId =
      entity["type"] === "text_mention" && numberIn(objectIn(entity, "user"), "id") === Number(self.account);
    if (byName || byId) return { from, to };
  }
  return null;
}

function isName(name: string, { username }: Self): boolean {
  return username !== null && name.toLowerCase() === username.toLowerCase();
}

function isReplyToBot(message: Json, self: Self): boolean {
  return answeredIn(message, self) !== null;
}

/** The id of the message of ours that this one replies to. */
export function answeredIn(message: Json, { account }: Self): string | null {
  const answered = objectIn(message, "reply_to_message");
  // In a topic every message replies to the one that opened it.
  if (isRecord(answered["forum_topic_created"])) return null;
  const from = numberIn(objectIn(answered, "from"), "id");
  const id = numberIn(answered, "message_id");
  return from !== null && id !== null && String(from) === account ? String(id) : null;
}
