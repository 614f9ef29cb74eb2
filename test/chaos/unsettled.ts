import type { DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { rowsOf } from "./rows.ts";

/** What a killed process left behind. */
export interface Unsettled {
  /** messages acknowledged in its life, or in its hands, without a settled turn; replies not settled as sent */
  any: boolean;
  /** a conversation was leased to it: it died in the middle of a turn */
  inHand: boolean;
}

/** @param life of the process that was killed; messages that an earlier one left behind are not counted for it */
export async function unsettledAfter(
  place: DatabasePlace,
  life: { pid: number; since: Date },
): Promise<Unsettled> {
  const [pending = [], outgoing = []] = await rowsOf(place, [
    `SELECT m."receivedAt" AS "at", c."leaseOwner" AS "owner" FROM "InboxMessage" m
     JOIN "Conversation" c ON c."id" = m."conversationId" WHERE m."status" = 'pending'`,
    `SELECT "createdAt" AS "at", "leaseOwner" AS "owner" FROM "OutgoingMessage" WHERE "status" IN ('queued', 'leased')`,
  ]);
  const isHis = ({ owner }: Record<string, unknown>) =>
    typeof owner === "string" && owner.startsWith(`${life.pid}-`);
  const isOfLife = (row: Record<string, unknown>) => isHis(row) || momentOf(row["at"]) >= life.since;
  return { any: [...pending, ...outgoing].some(isOfLife), inHand: pending.some(isHis) };
}

function momentOf(value: unknown): Date {
  return value instanceof Date ? value : new Date(value as string | number);
}

/** How many messages are still to be answered, or to be delivered. */
export async function openTurns(place: DatabasePlace): Promise<number> {
  const [pending = [], outgoing = []] = await rowsOf(place, [
    `SELECT "id" FROM "InboxMessage" WHERE "status" = 'pending'`,
    `SELECT "id" FROM "OutgoingMessage" WHERE "status" IN ('queued', 'leased')`,
  ]);
  return pending.length + outgoing.length;
}
