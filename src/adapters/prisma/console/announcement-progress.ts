import type { Progress } from "../../../console/announcements/port.ts";
import { afterQuiet, isQuiet } from "../../../announce/quiet-hours.ts";
import { reasonIn } from "../../../announce/reasons.ts";
import { statesOf, type AnnouncementStatus, type DeliveryStatus } from "../../../registry/states.ts";
import { restingAccounts } from "../announce/pace-rows.ts";
import type { Database } from "../database.ts";

const MINUTE_MS = 60_000;
const MOST_FAILURES = 20;

/** How far an announcement got. */
export async function progressOf({ client }: Database, id: string, now: Date): Promise<Progress | null> {
  const row = await client.announcement.findUnique({
    where: { id },
    select: { status: true, reason: true },
  });
  if (row === null) return null;
  const where = { announcementId: id };
  const [standing, reasons, lastMinute, resting] = await Promise.all([
    client.delivery.groupBy({ by: ["channel", "status"], where, _count: { _all: true } }),
    client.delivery.groupBy({
      by: ["status", "reason"],
      where: { ...where, status: { in: ["skipped", "refused", "unknown"] }, reason: { not: null } },
      _count: { _all: true },
    }),
    client.delivery.count({
      where: { ...where, status: "sent", settledAt: { gt: new Date(now.getTime() - MINUTE_MS) } },
    }),
    restingAccounts(client, now),
  ]);
  const groups = standing.map(({ channel, status, _count }) => ({
    channel,
    status: status as DeliveryStatus,
    count: _count._all,
  }));
  const why = reasons
    .map(({ status, reason, _count }) => ({ status, reason: reason ?? "", count: _count._all }))
    .sort((a, b) => b.count - a.count);
  return {
    status: row.status as AnnouncementStatus,
    reason: row.reason,
    total: groups.reduce((sum, { count }) => sum + count, 0),
    counts: countsOf(groups),
    byChannel: [...new Set(groups.map(({ channel }) => channel))]
      // Without a channel are those who cannot be reached at all.
      .filter((channel) => channel !== "")
      .sort()
      .map((channel) => ({ channel, counts: countsOf(groups.filter((one) => one.channel === channel)) })),
    skipped: why.flatMap(({ status, reason, count }) => {
      const known = status === "skipped" ? reasonIn(reason) : null;
      return known === null ? [] : [{ reason: known, count }];
    }),
    failures: why
      .flatMap(({ status, reason, count }) =>
        status === "refused" || status === "unknown" ? [{ status, why: reason, count } as const] : [],
      )
      .slice(0, MOST_FAILURES),
    lastMinute,
    resting,
    quietUntil: isQuiet(now) ? afterQuiet(now) : null,
  };
}

function countsOf(
  groups: readonly { status: DeliveryStatus; count: number }[],
): Readonly<Record<DeliveryStatus, number>> {
  const sumOf = (status: DeliveryStatus) =>
    groups.reduce((sum, one) => sum + (one.status === status ? one.count : 0), 0);
  return Object.fromEntries(statesOf("delivery").map((status) => [status, sumOf(status)])) as Record<
    DeliveryStatus,
    number
  >;
}
