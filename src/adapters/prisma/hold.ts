import type { HoldState } from "../../registry/states.ts";
import type { Tx } from "./database.ts";

/** Every change raises the version: a turn that was made under an older one says nothing. */
export async function changeHold(
  tx: Tx,
  conversationId: string,
  { state, by, expiresAt }: { state: HoldState; by: string | null; expiresAt: Date | null },
): Promise<void> {
  await tx.conversation.update({
    where: { id: conversationId },
    data: { holdState: state, holdBy: by, holdExpiresAt: expiresAt, holdVersion: { increment: 1 } },
  });
}
