/** Where a conversation takes place; one conversation per address. */
export interface Address {
  /** "web", "telegram", …; the core never branches on it */
  channel: string;
  /** which of our accounts on that channel */
  account: string;
  chat: string;
}

/** A file kept in the store; messages and requests carry only the reference. */
export interface FileRef {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
}

export type Content =
  /** `spoken`: the words were heard by a machine */
  | { kind: "text"; text: string; spoken?: true }
  /** a button of ours that was pressed: `value` is what the choice carried */
  | { kind: "choice"; value: string }
  | { kind: "files"; files: readonly FileRef[]; text: string }
  /** something no words can be read from; `what` in Vietnamese: "tin thoại", "nhãn dán"; `text` stood beside it */
  | { kind: "unreadable"; what: string; text?: string };

/** What a channel hands over, decoded and free of its platform. */
export interface IncomingMessage {
  /** unique within the address; the same id again is the same message */
  id: string;
  from: Address;
  /** who wrote, within the chat; in a private chat often the chat itself */
  sender: string;
  senderName: string | null;
  isGroup: boolean;
  /** in a group: the bot was called by name or replied to; private messages always are */
  mentioned: boolean;
  content: Content;
  /** the platform's id of the message of ours that this replies to, or under which the pressed button stands */
  replyTo?: string | null;
  sentAt: Date;
}

/** Something unreadable, with the words beside it where there are any. */
export function unreadable(what: string, text = ""): Content {
  return text.trim() === "" ? { kind: "unreadable", what } : { kind: "unreadable", what, text };
}
