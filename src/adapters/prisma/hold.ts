import type { HoldState } from "../../registry/states.ts";
import type { Tx } from "./database.ts";
import { releaseHeldBack } from "./say.ts";

/** Who has a conversation, as staff ask for it. */
export interface HoldRow {
  state: HoldState;
  by: string | null;
  since: Date | null;
}

/** Nobody else changes the hold until the transaction ends; null where there is no such conversation. */
export async function lockHold(tx: Tx, id: string): Promise<HoldRow | null> {
  const { count } = await tx.conversation.updateMany({
    where: { id },
    data: { holdVersion: { increment: 0 } },
  });
  if (count === 0) return null;
  const row = await tx.conversation.findUniqueOrThrow({ where: { id } });
  return { state: row.holdState as HoldState, by: row.holdBy, since: row.holdSince };
}

/** Every change raises the version: a turn that was made under an older one says nothing. */
export async function changeHold(
  tx: Tx,
  conversationId: string,
  hold: { state: HoldState; by: string | null; expiresAt: Date | null; now: Date },
): Promise<void> {
  await tx.conversation.update({
    where: { id: conversationId },
    data: {
      holdState: hold.state,
      holdBy: hold.by,
      holdExpiresAt: hold.expiresAt,
      holdSince: hold.state === "bot" ? null : hold.now,
      holdReminders: 0,
      holdVersion: { increment: 1 },
    },
  });
  if (hold.state === "bot") await releaseHeldBack(tx, conversationId);
}
