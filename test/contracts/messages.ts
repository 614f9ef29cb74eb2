import type { Address, IncomingMessage } from "../../src/conversation/message.ts";
import { canaries } from "../support/canaries.ts";

export const NOON = new Date("2026-11-23T05:00:00Z");

export function seconds(after: number, moment = NOON): Date {
  return new Date(moment.getTime() + after * 1_000);
}

export function chat(name: string): Address {
  return { channel: "web", account: "nscl", chat: name };
}

/** A private message as a channel hands it over. */
export function message(id: string, from: Address, text = `${canaries.sentence} (${id})`): IncomingMessage {
  return {
    id,
    from,
    sender: from.chat,
    senderName: null,
    isGroup: false,
    mentioned: true,
    content: { kind: "text", text },
    sentAt: NOON,
  };
}
