/** Updates as Telegram brings them. */

export const ALICE = {
  id: 700100200,
  is_bot: false,
  first_name: "An",
  last_name: "Nguyễn",
  language_code: "vi",
};
export const GROUP = -4001002003;

interface Said {
  text: string;
  chat?: number;
  from?: { id: number; is_bot: boolean; first_name: string };
  /** what else the message has */
  more?: Record<string, unknown>;
}

/** A message in a private chat, or in a group where the chat is below zero. */
export function textUpdate(updateId: number, { text, chat = ALICE.id, from = ALICE, more = {} }: Said) {
  return { update_id: updateId, message: { ...messageIn(chat, updateId), from, text, ...more } };
}

/** A message with something else than words. */
export function messageUpdate(updateId: number, more: Record<string, unknown>, chat: number = ALICE.id) {
  return { update_id: updateId, message: { ...messageIn(chat, updateId), from: ALICE, ...more } };
}

/** A button that was pressed. */
export function pressUpdate(updateId: number, data: string, bot: { id: number }, chat: number = ALICE.id) {
  const from = { id: bot.id, is_bot: true, first_name: "NSCL" };
  return {
    update_id: updateId,
    callback_query: {
      id: `query${updateId}`,
      from: ALICE,
      chat_instance: "-31",
      message: { ...messageIn(chat, 5), from, text: "Mời chọn" },
      data,
    },
  };
}

/** What became of the bot in a chat. */
export function memberUpdate(updateId: number, status: string, chat: number = ALICE.id) {
  return {
    update_id: updateId,
    my_chat_member: {
      chat: chatOf(chat),
      from: ALICE,
      date: DATE,
      old_chat_member: { status: "member" },
      new_chat_member: { status },
    },
  };
}

/** seconds */
const DATE = 1_760_000_000;

function messageIn(chat: number, messageId: number) {
  return { message_id: messageId, date: DATE, chat: chatOf(chat) };
}

function chatOf(id: number) {
  if (id > 0) return { id, type: "private", first_name: "An", last_name: "Nguyễn" };
  return { id, type: id < -1_000_000_000_000 ? "supergroup" : "group", title: "HTX Hòa Vang" };
}
