/** Where a message goes: a chat, and in a group with topics one of them. */
export interface Target {
  chatId: string;
  threadId: number | null;
}

/** The chat of an address: each topic of a group is a conversation of its own. */
export function chatOf(chatId: string, threadId: number | null): string {
  return threadId === null ? chatId : `${chatId}:${threadId}`;
}

export function targetOf(chat: string): Target {
  const [chatId = "", thread] = chat.split(":");
  return { chatId, threadId: thread === undefined ? null : Number(thread) };
}

/** Groups have ids below zero. */
export function isGroupId(chatId: string): boolean {
  return chatId.startsWith("-");
}
