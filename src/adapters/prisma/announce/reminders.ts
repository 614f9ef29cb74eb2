import type { ReachOf } from "../../../announce/reach.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { offerEndsNotice, reminderNotice } from "../../../registry/notices.ts";
import type { Scope } from "../commands/scope.ts";
import type { Tx } from "../database.ts";
import { EVENT_PARTS, eventView, startOf } from "../rows.ts";
import { PRIORITY } from "../say.ts";
import { standingsOf } from "./recipients.ts";
import { keepRows, standingOf } from "./rows.ts";

/** Of what somebody is reminded; with its moment, so that another moment is another reminder. */
type Reminded =
  | { kind: "class"; registrationId: string; startsAt: Date }
  | { kind: "offer"; attendeeId: string; until: Date }
  | { kind: "fee"; contactId: string; year: number };

/** So that it is made once. */
function keyOf(of: Reminded): string {
  switch (of.kind) {
    case "class":
      return `class:${of.registrationId}:${of.startsAt.getTime()}`;
    case "offer":
      return `offer:${of.attendeeId}:${of.until.getTime()}`;
    case "fee":
      return `fee:${of.contactId}:${of.year}`;
  }
}

export interface Reminder {
  contactId: string;
  of: Reminded;
  /** put together when it leaves, unless given */
  reply: Reply | null;
  /** no use from this moment on */
  expiresAt: Date;
}

/**
 * Rows of the ledger, each once. What follows from what people did themselves (a class, a seat) needs no consent to
 * announcements and goes before these; the fee is told like an announcement, only to those who still agree.
 */
export async function keepReminders(
  scope: Scope,
  reminders: readonly Reminder[],
  channels: ReachOf,
): Promise<number> {
  const { tx, now } = scope;
  const made = await tx.delivery.findMany({
    where: { key: { in: reminders.map(({ of }) => keyOf(of)) } },
    select: { key: true },
  });
  const known = new Set(made.map(({ key }) => key));
  const fresh = reminders.filter(({ of }) => !known.has(keyOf(of)));
  const contactIds = [...new Set(fresh.map(({ contactId }) => contactId))];
  const standings = await standingsOf(tx, contactIds, { channels, now, needsConsent: false });
  const byContact = new Map(standings.map((one) => [one.contactId, one]));
  const rows = fresh.flatMap(({ contactId, of, reply, expiresAt }) => {
    const to = byContact.get(contactId);
    if (to === undefined) return [];
    return {
      to,
      key: keyOf(of),
      body: reply && JSON.stringify(reply),
      priority: of.kind === "fee" ? PRIORITY.announcement : PRIORITY.reminder,
      expiresAt,
      // Some platforms let a reminder through in a form of words of theirs: the channel knows, when it is sent.
      ...(to.when === "when_they_write" ? { status: "queued" } : standingOf(to, now)),
    };
  });
  await keepRows(scope, rows);
  return rows.length;
}

/** As things stand now; null when there is nothing to remind of any more. */
export async function reminderNow(
  tx: Tx,
  { key, body }: { key: string | null; body: string | null },
): Promise<Reply | null> {
  if (body !== null) return JSON.parse(body) as Reply;
  const [kind = "", id = "", moment = ""] = (key ?? "").split(":");
  const at = new Date(Number(moment));
  return kind === "class" ? classReminder(tx, id, at) : offerReminder(tx, id, at);
}

async function classReminder(tx: Tx, id: string, startsAt: Date): Promise<Reply | null> {
  const registration = await tx.registration.findUnique({
    where: { id },
    include: {
      attendees: { where: { status: "confirmed" }, orderBy: { id: "asc" } },
      event: { include: EVENT_PARTS },
    },
  });
  if (registration === null || registration.attendees.length === 0) return null;
  const { event } = registration;
  const isOn = ["open", "closed"].includes(event.status);
  return isOn && startOf(event)?.getTime() === startsAt.getTime()
    ? reminderNotice(eventView(event), registration)
    : null;
}

async function offerReminder(tx: Tx, id: string, until: Date): Promise<Reply | null> {
  const attendee = await tx.attendee.findUnique({
    where: { id },
    include: { event: { include: EVENT_PARTS } },
  });
  return attendee?.status === "offered" && attendee.offerExpiresAt?.getTime() === until.getTime()
    ? offerEndsNotice(eventView(attendee.event), attendee, until)
    : null;
}
