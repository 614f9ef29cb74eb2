import { mayBecome, type ContactStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { act, type By, type Desk, type Done } from "./act.ts";

/** Whether a contact speaks for an enterprise, as staff found out. */
export function verifyContact(
  desk: Desk,
  by: By,
  claim: { enterpriseId: string; contactId: string },
  to: ContactStatus,
): Promise<Done> {
  return act(desk, by, async ({ tx, ...scope }) => {
    const link = await tx.enterpriseContact.findUnique({ where: { enterpriseId_contactId: claim } });
    if (!link) return { kind: "not_found" };
    const from = link.status as ContactStatus;
    if (!mayBecome("contact", from, to)) return { kind: "not_allowed", from };
    const { count } = await tx.enterpriseContact.updateMany({
      where: { id: link.id, status: from },
      data: { status: to, updatedAt: scope.now },
    });
    // A colleague decided at the same moment.
    if (count === 0) return { kind: "not_allowed", from: to };
    await audit({ tx, ...scope }, `contact.${to}`, link.id, { from });
    return { kind: "done" };
  });
}
