import type { Body } from "./body.ts";
import { shownOf } from "./html.ts";

/** What arrived in a chat. */
interface Sent {
  chat: string;
  text: string;
  buttons: readonly { text: string; value: string }[];
  file: { name: string; content: string } | null;
  thread: number | null;
  id: number;
}

/** What was shown of an answer in the making: no message. */
interface ShownDraft {
  chat: string;
  id: number;
  text: string;
  thread: number | null;
  /** how many messages had arrived by then */
  after: number;
}

export interface Refusal {
  code: number;
  description: string;
  parameters?: Record<string, number>;
}

const LONGEST_TEXT = 4_096;
const LONGEST_DATA = 64;

/** The chats of one bot: who can be written to, and what they have been sent. */
export interface Chats {
  readonly sent: readonly Sent[];
  /** every draft that was ever shown; what arrives as a message takes its place */
  readonly drafts: readonly ShownDraft[];
  known: Set<string>;
  /** people who blocked the bot, groups that threw it out */
  blocked: Set<string>;
  /** groups by their old id */
  migrated: Map<string, number>;
  /** seconds for which a chat takes nothing more */
  floods: Map<string, number>;
  put(method: "sendMessage" | "sendDocument", body: Body): Sent | Refusal;
  /** null when it is shown */
  draft(body: Body): Refusal | null;
}

export function createChats(): Chats {
  const sent: Sent[] = [];
  const drafts: ShownDraft[] = [];
  const chats: Chats = {
    sent,
    drafts,
    known: new Set(),
    blocked: new Set(),
    migrated: new Map(),
    floods: new Map(),
    put(method, body) {
      const chat = String(body["chat_id"]);
      const refusal = refusalOf(chats, chat);
      if (refusal) return refusal;
      const said = method === "sendMessage" ? textOf(body) : "";
      if (typeof said !== "string") return said;
      const buttons = buttonsIn(body["reply_markup"]);
      if (buttons.some(({ value }) => value === "" || Buffer.byteLength(value) > LONGEST_DATA))
        return { code: 400, description: "Bad Request: BUTTON_DATA_INVALID" };
      const file = method === "sendDocument" ? (body["document"] as Sent["file"]) : null;
      const thread = body["message_thread_id"];
      const message = {
        chat,
        text: said,
        buttons,
        file,
        thread: thread === undefined ? null : Number(thread),
        id: sent.length + 1,
      };
      sent.push(message);
      return message;
    },
    draft(body) {
      const chat = String(body["chat_id"]);
      if (chat.startsWith("-")) return { code: 400, description: "Bad Request: TEXTDRAFT_PEER_INVALID" };
      const refusal = refusalOf(chats, chat);
      if (refusal) return refusal;
      const id = body["draft_id"];
      if (typeof body["chat_id"] !== "number" || !Number.isSafeInteger(id) || id === 0)
        return { code: 400, description: "Bad Request: draft identifier must be non-zero" };
      const text = textOf(body);
      if (typeof text !== "string") return text;
      const thread = body["message_thread_id"];
      drafts.push({
        chat,
        id: Number(id),
        text,
        thread: thread === undefined ? null : Number(thread),
        after: sent.length,
      });
      return null;
    },
  };
  return chats;
}

function refusalOf({ known, blocked, migrated, floods }: Chats, chat: string): Refusal | null {
  const movedTo = migrated.get(chat);
  if (movedTo !== undefined)
    return {
      code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: movedTo },
    };
  if (blocked.has(chat)) {
    const description = chat.startsWith("-")
      ? "Forbidden: bot was kicked from the group chat"
      : "Forbidden: bot was blocked by the user";
    return { code: 403, description };
  }
  if (!known.has(chat)) return { code: 400, description: "Bad Request: chat not found" };
  const seconds = floods.get(chat);
  if (seconds === undefined) return null;
  return {
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  };
}

function textOf(body: Body): string | Refusal {
  const given = body["text"];
  if (typeof given !== "string") return { code: 400, description: "Bad Request: message text is empty" };
  const shown = body["parse_mode"] === "HTML" ? shownOf(given) : given;
  if (shown === null)
    return { code: 400, description: "Bad Request: can't parse entities: unsupported start tag" };
  if (shown.trim() === "") return { code: 400, description: "Bad Request: message text is empty" };
  return shown.length > LONGEST_TEXT ? { code: 400, description: "Bad Request: message is too long" } : shown;
}

function buttonsIn(markup: unknown): { text: string; value: string }[] {
  if (markup === undefined) return [];
  const { inline_keyboard: rows } = markup as {
    inline_keyboard: { text: string; callback_data: string }[][];
  };
  return rows.flat().map(({ text, callback_data: value }) => ({ text, value }));
}
