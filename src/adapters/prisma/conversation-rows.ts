import type { Conversation, ConversationState, Hold } from "../../conversation/conversations.ts";
import { NEW_CONVERSATION } from "../../conversation/conversations.ts";
import type { Address } from "../../conversation/message.ts";
import type { HoldState } from "../../registry/states.ts";
import type { Tx } from "./client.ts";
import type { Conversation as ConversationRow } from "./generated/sqlite/client.ts";
import { newId } from "./ids.ts";

/** The conversation at an address, which is made when it is new. */
export async function conversationAt(tx: Tx, address: Address, now: Date): Promise<{ id: string }> {
  const { channel, account, chat } = address;
  const found = await findConversation(tx, address);
  if (found !== null) return found;
  return tx.conversation.create({
    data: { id: newId(), channel, account, chat, createdAt: now, lastMessageAt: now },
    select: { id: true },
  });
}

export function findConversation(
  tx: Tx,
  { channel, account, chat }: Address,
): Promise<{ id: string; nextSeq: number } | null> {
  return tx.conversation.findUnique({
    where: { channel_account_chat: { channel, account, chat } },
    select: { id: true, nextSeq: true },
  });
}

/**
 * The number of the next line. The conversation stays locked until the transaction ends, so that a line with a higher
 * number never shows before one with a lower.
 * @param changes of the conversation, made along with it
 */
export async function nextLine(
  tx: Tx,
  conversationId: string,
  changes: { lastMessageAt?: Date } = {},
): Promise<{ seq: number; channel: string }> {
  const { nextSeq, channel } = await tx.conversation.update({
    where: { id: conversationId },
    data: { ...changes, nextSeq: { increment: 1 } },
    select: { nextSeq: true, channel: true },
  });
  return { seq: nextSeq - 1, channel };
}

export function conversationFrom(row: ConversationRow): Conversation {
  return { id: row.id, address: addressFrom(row), state: stateFrom(row.state), hold: holdFrom(row) };
}

export function addressFrom({ channel, account, chat }: Address): Address {
  return { channel, account, chat };
}

/** What a later version of the program added has its first value in an older row. */
function stateFrom(text: string): ConversationState {
  return { ...NEW_CONVERSATION, ...(JSON.parse(text) as Partial<ConversationState>) };
}

function holdFrom(row: ConversationRow): Hold {
  return {
    state: row.holdState as HoldState,
    version: row.holdVersion,
    by: row.holdBy,
    expiresAt: row.holdExpiresAt,
  };
}
