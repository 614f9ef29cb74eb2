import type { AccessLog } from "../../../console/personal-data/port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import type { Database, Tx } from "../database.ts";

const STAFF = "staff:";

/** Who looked at or took out personal data, as the audit has it: `….looked_at` and `….exported`. */
export function createAccessLog({ client }: Database): AccessLog {
  return {
    async list({ staffId, contactId }, query) {
      const subjects = contactId === "" ? null : await subjectsOf(client, contactId);
      const where = {
        OR: [{ action: { endsWith: ".looked_at" } }, { action: { endsWith: ".exported" } }],
        actor: staffId === "" ? { startsWith: STAFF } : STAFF + staffId,
        ...(subjects && { subject: { in: [...subjects] } }),
      };
      const [rows, total, staff] = await Promise.all([
        client.auditEntry.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], ...windowOf(query) }),
        client.auditEntry.count({ where }),
        client.staff.findMany({ select: { id: true, name: true } }),
      ]);
      const names = new Map(staff.map(({ id, name }) => [id, name]));
      const looks = rows.map(({ id, at, actor, action, subject, detail }) => {
        const by = actor.slice(STAFF.length);
        const { rows: count } = JSON.parse(detail) as { rows?: number };
        return { id, at, action, subject, who: names.get(by) ?? null, staffId: by, rows: count ?? null };
      });
      return { looks, total };
    },
    staff: () => client.staff.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  };
}

/** What stands in the audit for somebody: themselves, their conversations, their requests. */
async function subjectsOf(tx: Tx, contactId: string): Promise<readonly string[]> {
  const contact = await tx.contact.findUnique({
    where: { id: contactId },
    include: { addresses: true, requests: { select: { id: true } }, dataRequests: { select: { id: true } } },
  });
  if (contact === null) return [contactId];
  const conversations =
    contact.addresses.length === 0
      ? []
      : await tx.conversation.findMany({
          where: {
            OR: contact.addresses.map(({ channel, account, chat }) => ({ channel, account, chat })),
          },
          select: { id: true },
        });
  return [contactId, ...[...contact.requests, ...contact.dataRequests, ...conversations].map(({ id }) => id)];
}
