import type { Citation } from "../../../answer/answer.ts";
import type { ReachOf } from "../../../announce/reach.ts";
import { classReminderDue, feeSeason, offerReminderDue } from "../../../announce/reminders.ts";
import { feeNotice } from "../../../registry/notices.ts";
import type { Topic } from "../../../registry/views.ts";
import { keepReminders } from "../announce/reminders.ts";
import { EVENT_PARTS, startOf } from "../rows.ts";
import type { Desk } from "../staff/act.ts";
import { jobStep } from "./job.ts";

const DAY_MS = 86_400_000;
const FEE_TOPIC: Topic = "nhac_phi";
const AT_ONCE = 500;

/** Once, the day before, to each registration with people who have a seat. */
export async function remindOfClasses(desk: Desk, channels: ReachOf, now: Date): Promise<number> {
  const soon = await desk.database.client.event.findMany({
    where: {
      status: { in: ["open", "closed"] },
      sessions: { some: { startsAt: { gt: now, lt: new Date(now.getTime() + 2 * DAY_MS) } } },
    },
    include: EVENT_PARTS,
  });
  let reminded = 0;
  for (const event of soon) {
    const startsAt = startOf(event);
    if (startsAt === null || now < classReminderDue(startsAt) || startsAt <= now) continue;
    const unreminded = {
      status: "confirmed",
      remindedAt: null,
      // Who registered on that very day knows.
      createdAt: { lt: classReminderDue(startsAt) },
    };
    const registrations = await desk.database.client.registration.findMany({
      where: { eventId: event.id, attendees: { some: unreminded } },
      select: { id: true, contactId: true },
    });
    for (const { id, contactId } of registrations) {
      const of = { kind: "class", registrationId: id, startsAt } as const;
      reminded += await jobStep(desk, now, async (scope) => {
        const where = { registrationId: id, ...unreminded };
        const { count } = await scope.tx.attendee.updateMany({ where, data: { remindedAt: now } });
        if (count === 0) return 0;
        return keepReminders(scope, [{ contactId, of, reply: null, expiresAt: startsAt }], channels);
      });
    }
  }
  return reminded;
}

/** Some hours before an offered seat goes to the next, where nobody has answered. */
export async function remindOfOffers(desk: Desk, channels: ReachOf, now: Date): Promise<number> {
  const open = await desk.database.client.attendee.findMany({
    where: { status: "offered", offerExpiresAt: { gt: now, lt: new Date(now.getTime() + DAY_MS) } },
    include: { registration: { select: { contactId: true } } },
    orderBy: { offerExpiresAt: "asc" },
  });
  const due = open.flatMap(({ id, offerExpiresAt: until, updatedAt, registration: { contactId } }) => {
    if (until === null) return [];
    const dueAt = offerReminderDue(until);
    if (now < dueAt || updatedAt >= dueAt) return [];
    return {
      contactId,
      of: { kind: "offer", attendeeId: id, until } as const,
      reply: null,
      expiresAt: until,
    };
  });
  return due.length === 0 ? 0 : jobStep(desk, now, (scope) => keepReminders(scope, due, channels));
}

/** What the yearly fee rests on at a moment; null when that does not hold. */
export type FeeBasis = (now: Date) => Citation | null;

export interface FeeReminderParts {
  channels: ReachOf;
  basis: FeeBasis;
  /** told of what people must look at */
  report: (message: string) => void;
}

/** Once a year, in the two working weeks before the fee for barcodes is due, to everybody who asked for that. */
export async function remindOfFees(
  desk: Desk,
  { channels, basis, report }: FeeReminderParts,
  now: Date,
): Promise<number> {
  const { year, from, lastDay, end } = feeSeason(now, desk.calendar);
  if (now < from || now >= end) return 0;
  const followers = await desk.database.client.contact.findMany({
    where: {
      follows: { some: { topic: FEE_TOPIC } },
      consents: { some: { purpose: "announcement", withdrawnAt: null } },
      deliveries: { none: { key: { startsWith: "fee:", endsWith: `:${year}` } } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (followers.length === 0) return 0;
  const citation = basis(now);
  if (citation === null) {
    report(
      `${followers.length} people are not reminded of the fee for barcodes: knowledge has no basis in force`,
    );
    return 0;
  }
  const reply = feeNotice(lastDay, citation);
  let reminded = 0;
  for (let at = 0; at < followers.length; at += AT_ONCE) {
    const some = followers.slice(at, at + AT_ONCE).map(({ id }) => ({
      contactId: id,
      of: { kind: "fee", contactId: id, year } as const,
      reply,
      expiresAt: end,
    }));
    reminded += await jobStep(desk, now, (scope) => keepReminders(scope, some, channels));
  }
  return reminded;
}
