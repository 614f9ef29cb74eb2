import { join, sqltag as sql } from "@prisma/client/runtime/client";
import type { ChannelReach, ReachOf } from "../../../announce/reach.ts";
import type { Unreachable } from "../../../announce/reasons.ts";
import type { AudienceFilter } from "../../../announce/audience.ts";
import type { Tx } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { messagesUsed } from "../quota.ts";
import { contactsFor } from "./audience.ts";

/** Somebody in an audience, and how they stand. */
export type Recipient =
  | { contactId: string; to: Place; when: "now" | "when_they_write" }
  | { contactId: string; to: Place | null; when: "never"; why: Unreachable };

interface Place {
  conversationId: string;
  channel: string;
  account: string;
}

/** Who is asked for: everybody a filter fits, or those who may have read what is corrected. */
export interface Wanted {
  audience: AudienceFilter;
  corrects: string | null;
}

/** One query names no more people than these. */
const AT_ONCE = 500;

/** Everybody who is meant, each once, on the channel they used last. */
export async function recipientsOf(
  tx: Tx,
  wanted: Wanted,
  channels: ReachOf,
  now: Date,
): Promise<readonly Recipient[]> {
  const people = await tx.contact.findMany({
    where: wanted.corrects === null ? contactsFor(wanted.audience) : whoGot(wanted.corrects),
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const ids = people.map(({ id }) => id);
  return standingsOf(tx, ids, { channels, now, needsConsent: true });
}

/** How each of these people stands, on the channel they used last. */
export async function standingsOf(
  tx: Tx,
  contactIds: readonly string[],
  around: Omit<Surroundings, "left" | "tx"> & { needsConsent: boolean },
): Promise<readonly Recipient[]> {
  const left = new Map<string, number>();
  const found: Recipient[] = [];
  for (let at = 0; at < contactIds.length; at += AT_ONCE) {
    const ids = contactIds.slice(at, at + AT_ONCE);
    const [agreed, places] = await Promise.all([whoAgreed(tx, ids), lastPlaces(tx, ids)]);
    for (const contactId of ids) {
      const may = !around.needsConsent || agreed.has(contactId);
      found.push(await standingOf(contactId, may, places.get(contactId), { ...around, tx, left }));
    }
  }
  return found;
}

function whoGot(announcementId: string): Prisma.ContactWhereInput {
  const status = { in: ["sending", "sent", "unknown"] };
  return { deliveries: { some: { announcementId, status } } };
}

async function whoAgreed(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.consent.findMany({
    where: { contactId: { in: [...ids] }, purpose: "announcement", withdrawnAt: null },
    select: { contactId: true },
  });
  return new Set(rows.map(({ contactId }) => contactId));
}

interface LastPlace extends Place {
  lastMessageAt: Date;
  blockedAt: Date | null;
}

/** The private conversation that each wrote in last; one that is blocked only where there is no other. */
async function lastPlaces(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LastPlace>> {
  const rows = await tx.$queryRaw<{ contactId: string; conversationId: string | null }[]>(sql`
    SELECT ct."id" AS "contactId", (
      SELECT c."id" FROM "ChannelAddress" a JOIN "Conversation" c
        ON c."channel" = a."channel" AND c."account" = a."account" AND c."chat" = a."chat"
      WHERE a."contactId" = ct."id"
        AND NOT EXISTS (SELECT 1 FROM "InboxMessage" i WHERE i."conversationId" = c."id" AND i."isGroup" = ${true})
      ORDER BY CASE WHEN c."blockedAt" IS NULL THEN 0 ELSE 1 END, c."lastMessageAt" DESC
      LIMIT 1) AS "conversationId"
    FROM "Contact" ct WHERE ct."id" IN (${join([...ids])})`);
  const conversations = await tx.conversation.findMany({
    where: { id: { in: rows.flatMap(({ conversationId }) => conversationId ?? []) } },
    select: { id: true, channel: true, account: true, lastMessageAt: true, blockedAt: true },
  });
  const byId = new Map(conversations.map(({ id, ...place }) => [id, { conversationId: id, ...place }]));
  return new Map(
    rows.flatMap(({ contactId, conversationId }) => {
      const place = byId.get(conversationId ?? "");
      return place ? [[contactId, place] as const] : [];
    }),
  );
}

interface Surroundings {
  tx: Tx;
  channels: ReachOf;
  now: Date;
  /** room in the plan of an account, less those who have it */
  left: Map<string, number>;
}

async function standingOf(
  contactId: string,
  may: boolean,
  place: LastPlace | undefined,
  around: Surroundings,
): Promise<Recipient> {
  const to = place
    ? { conversationId: place.conversationId, channel: place.channel, account: place.account }
    : null;
  const never = (why: Unreachable) => ({ contactId, to, when: "never", why }) as const;
  if (!may) return never("no_consent");
  const reach = place && around.channels(place.channel);
  if (!place || !to || !reach) return never("no_address");
  if (place.blockedAt !== null) return never("blocked");
  if (!(await hasRoom(reach, to, around))) return never("quota");
  const { windowMs } = reach;
  const isOpen = windowMs === undefined || around.now.getTime() - place.lastMessageAt.getTime() < windowMs;
  return { contactId, to, when: isOpen ? "now" : "when_they_write" };
}

/** Each takes one message: announcements are short enough, and a reply to somebody may always come in between. */
async function hasRoom(
  { quota }: ChannelReach,
  { channel, account }: Place,
  { tx, now, left }: Surroundings,
): Promise<boolean> {
  if (!quota) return true;
  const key = `${channel}:${account}`;
  const period = quota.periodOf(now);
  const room = left.get(key) ?? quota.messages - (await messagesUsed(tx, { channel, account, period }));
  left.set(key, room - 1);
  return room > 0;
}
