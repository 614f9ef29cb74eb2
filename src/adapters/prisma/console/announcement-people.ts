import type { CallLine, DeliveryLine } from "../../../console/announcements/port.ts";
import { windowOf, type ListWindow } from "../../../console/kit/list-query.ts";
import { TO_BE_CALLED } from "../../../announce/reasons.ts";
import type { DeliveryStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { act, type By, type Desk } from "../staff/act.ts";

const PEOPLE = {
  contact: {
    select: {
      name: true,
      phone: true,
      enterprises: {
        where: { status: { not: "revoked" } },
        orderBy: { updatedAt: "desc" },
        take: 1,
        select: { enterprise: { select: { name: true, communeText: true } } },
      },
    },
  },
} as const satisfies Prisma.DeliveryInclude;

/** Rows of the ledger with who they are; that somebody looked is written down. */
export function deliveriesOf(
  desk: Desk,
  by: By,
  { id, status, window }: { id: string; status: DeliveryStatus | null; window: ListWindow },
): Promise<{ lines: readonly DeliveryLine[]; total: number }> {
  return act(desk, by, async (scope) => {
    const where = { announcementId: id, ...(status !== null && { status }) };
    const rows = await scope.tx.delivery.findMany({
      where,
      include: PEOPLE,
      orderBy: { id: "asc" },
      ...windowOf(window),
    });
    const total = await scope.tx.delivery.count({ where });
    await audit(scope, "announcement.people.looked_at", id, { rows: rows.length });
    const lines = rows.map(({ contact, ...row }) => ({
      id: row.id,
      name: contact.name,
      enterprise: contact.enterprises[0]?.enterprise.name ?? null,
      channel: row.channel,
      status: row.status as DeliveryStatus,
      reason: row.reason,
      at: row.settledAt,
    }));
    return { lines, total };
  });
}

/** Those who agreed to be told and were not reached. Whoever never agreed, or said no, is not telephoned either. */
export function callListOf(desk: Desk, by: By, id: string): Promise<readonly CallLine[]> {
  return act(desk, by, async (scope) => {
    const rows = await scope.tx.delivery.findMany({
      where: {
        announcementId: id,
        OR: [
          { status: "skipped", reason: { in: [...TO_BE_CALLED.skipped] } },
          { status: { in: [...TO_BE_CALLED.others] } },
        ],
        contact: { consents: { some: { purpose: "announcement", withdrawnAt: null } } },
      },
      include: PEOPLE,
      orderBy: { id: "asc" },
    });
    await audit(scope, "announcement.call_list.looked_at", id, { rows: rows.length });
    return rows.map(({ contact, status, reason }) => ({
      name: contact.name,
      phone: contact.phone,
      enterprise: contact.enterprises[0]?.enterprise.name ?? null,
      commune: contact.enterprises[0]?.enterprise.communeText ?? null,
      reason: status === "skipped" ? (reason ?? "") : status,
    }));
  });
}
