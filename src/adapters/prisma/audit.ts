import type { Tx } from "./database.ts";
import { newId } from "./ids.ts";

/** Numbers, states and ids only: names and words of people never stand in the audit. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

export async function audit(
  { tx, now, actor }: { tx: Tx; now: Date; actor: string },
  action: string,
  subject: string,
  detail: AuditDetail = {},
): Promise<void> {
  await tx.auditEntry.create({
    data: { id: newId(), at: now, actor, action, subject, detail: JSON.stringify(detail) },
  });
}
