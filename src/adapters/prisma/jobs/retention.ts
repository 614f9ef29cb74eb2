import type { Retention } from "../../../registry/retention.ts";
import type { RequestStatus } from "../../../registry/states.ts";
import { forgetWords } from "../asked-questions.ts";
import { audit } from "../audit.ts";
import { ERASED } from "../commands/erased.ts";
import type { Scope } from "../commands/scope.ts";
import { isSettled } from "../requests.ts";
import { LIVE } from "../rows.ts";
import type { Desk } from "../staff/act.ts";
import { jobStep } from "./job.ts";

const DAY_MS = 86_400_000;
/** One transaction takes no more at once. */
const MOST_AT_ONCE = 200;

/** Removes what has been kept for long enough. */
export async function obeyRetention(desk: Desk, retention: Retention, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const steps: ((scope: Scope) => Promise<number>)[] = [
    (scope) => dropConversations(scope, before(retention.conversationDays)),
    (scope) => dropFiles(scope, before(retention.fileDays)),
    (scope) => dropRecordings(scope, before(1)),
    (scope) => blankRequests(scope, before(retention.requestYears * 365)),
    (scope) => blankAttendees(scope, before(retention.attendeeYears * 365)),
    dropNobodies,
  ];
  let total = 0;
  for (const step of steps) total += await jobStep(desk, now, step);
  return total;
}

/** Those nobody registered or asked for support from. */
async function dropConversations(scope: Scope, lastMessage: Date): Promise<number> {
  const { tx } = scope;
  const old = await tx.conversation.findMany({
    where: { lastMessageAt: { lt: lastMessage } },
    orderBy: { lastMessageAt: "asc" },
    take: MOST_AT_ONCE,
  });
  let dropped = 0;
  for (const { id, channel, account, chat } of old) {
    const owners = { addresses: { some: { channel, account, chat } } };
    const live = await tx.attendee.count({
      where: { status: { in: [...LIVE] }, registration: { contact: owners } },
    });
    const requests = await tx.supportRequest.findMany({
      where: { contact: owners },
      select: { status: true },
    });
    if (live > 0 || requests.some(({ status }) => !isSettled(status as RequestStatus))) continue;
    await forgetWords(tx, id);
    await tx.conversation.delete({ where: { id } });
    dropped += 1;
  }
  if (dropped > 0) await audit(scope, "retention.conversations", "retention", { dropped });
  return dropped;
}

async function dropFiles(scope: Scope, keptSince: Date): Promise<number> {
  const { count } = await scope.tx.storedFile.deleteMany({ where: { createdAt: { lt: keptSince } } });
  if (count > 0) await audit(scope, "retention.files", "retention", { count });
  return count;
}

/** One that was heard is gone already: what is left nobody may hear. */
async function dropRecordings(scope: Scope, keptSince: Date): Promise<number> {
  const { count } = await scope.tx.storedFile.deleteMany({
    where: { mediaType: { startsWith: "audio/" }, createdAt: { lt: keptSince } },
  });
  if (count > 0) await audit(scope, "retention.recordings", "retention", { count });
  return count;
}

/** What was asked and answered goes; that it was asked, and how it ended, stays. */
async function blankRequests(scope: Scope, settledBefore: Date): Promise<number> {
  const { tx } = scope;
  const old = await tx.supportRequest.findMany({
    where: { settledAt: { lt: settledBefore }, description: { not: ERASED } },
    take: MOST_AT_ONCE,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.requestEntry.deleteMany({ where: { requestId: { in: ids } } });
  await tx.supportRequest.updateMany({
    where: { id: { in: ids } },
    data: {
      description: ERASED,
      background: "[]",
      submitterName: null,
      submitterPhone: null,
      reason: null,
      conversationId: "",
    },
  });
  await audit(scope, "retention.requests", "retention", { count: ids.length });
  return ids.length;
}

async function blankAttendees(scope: Scope, endedBefore: Date): Promise<number> {
  const { tx } = scope;
  const over = { sessions: { some: {}, every: { endsAt: { lt: endedBefore } } } };
  const { count } = await tx.attendee.updateMany({
    where: { event: over, name: { not: ERASED } },
    data: { name: ERASED, phone: null, position: null, certificateKey: null },
  });
  if (count === 0) return 0;
  await tx.registration.updateMany({
    where: { event: over },
    data: { submitterName: ERASED, submitterPhone: "" },
  });
  await audit(scope, "retention.attendees", "retention", { count });
  return count;
}

/** Contacts that can no longer be reached and have nothing that is counted. */
async function dropNobodies({ tx }: Scope): Promise<number> {
  const contacts = await tx.contact.findMany({
    where: { registrations: { none: {} }, requests: { none: {} }, follows: { none: {} } },
    include: { addresses: true },
    take: MOST_AT_ONCE,
  });
  let dropped = 0;
  for (const { id, addresses } of contacts) {
    const places = addresses.map(({ channel, account, chat }) => ({ channel, account, chat }));
    const reachable = places.length > 0 && (await tx.conversation.count({ where: { OR: places } })) > 0;
    if (reachable) continue;
    await tx.contact.delete({ where: { id } });
    dropped += 1;
  }
  return dropped;
}
