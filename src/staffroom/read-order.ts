import type { IncomingMessage } from "../conversation/message.ts";
import { asksForLink, linkCodeIn } from "./link-code.ts";
import type { RoomOrder } from "./orders.ts";
import type { Standing } from "./port.ts";
import { roomTexts as texts } from "./texts.ts";

export type RoomRead =
  /** nothing of staff's: a message like any other */
  | { kind: "not_ours" }
  | { kind: "silent" }
  | { kind: "say"; text: string }
  | { kind: "order"; order: RoomOrder };

/** Buttons under what staff are told, and the words that do the same. */
export const TAKE = "staff:take";
export const RELEASE = "staff:release";
const WORDS: ReadonlyMap<string, "take" | "release"> = new Map([
  [TAKE, "take"],
  [RELEASE, "release"],
  ["nhan", "take"],
  ["nhận", "take"],
  ["tra", "release"],
  ["trả", "release"],
]);

/** Whether it must be looked up who wrote, and where; true for few messages of people. */
export function mayConcernStaff(message: IncomingMessage): boolean {
  return message.isGroup || (message.replyTo ?? null) !== null || mentionsLink(message);
}

/**
 * What a message means where staff work. A group that was linked is for staff alone; in a private chat only replies to
 * what they were told concern staff, so that they can ask the bot like everyone else.
 */
export function readOrder(message: IncomingMessage, { isRoom, isStaff, about }: Standing): RoomRead {
  const code = codeOf(message);
  if (code !== null) return { kind: "order", order: { kind: "link", code, inGroup: message.isGroup } };
  if (mentionsLink(message)) return { kind: "say", text: texts.codeMissing };
  const wanted = WORDS.get(saidIn(message).trim().toLowerCase());
  if (!isRoom && about === null) {
    // In groups of other people these words are meant for somebody else.
    return { kind: wanted !== undefined && message.isGroup ? "silent" : "not_ours" };
  }
  if (!message.mentioned) return { kind: "silent" };
  if (!isStaff) return { kind: "say", text: texts.notStaff };
  const { content } = message;
  if (wanted !== undefined) return { kind: "order", order: { kind: wanted, conversationId: about } };
  if (about === null) return { kind: "say", text: texts.help };
  switch (content.kind) {
    case "text":
      return order(about, content.text, []);
    case "files":
      return order(about, content.text, content.files);
    case "choice":
      return { kind: "say", text: texts.help };
    case "unreadable":
      return { kind: "say", text: texts.cannotRead(content.what) };
  }
}

function order(conversationId: string, text: string, files: Extract<RoomOrder, { kind: "answer" }>["files"]) {
  return { kind: "order", order: { kind: "answer", conversationId, text, files } } as const;
}

function mentionsLink(message: IncomingMessage): boolean {
  return codeOf(message) !== null || asksForLink(saidIn(message));
}

function codeOf({ content }: IncomingMessage): string | null {
  return content.kind === "text" ? linkCodeIn(content.text) : null;
}

function saidIn({ content }: IncomingMessage): string {
  if (content.kind === "choice") return content.value;
  return content.kind === "text" ? content.text : "";
}
