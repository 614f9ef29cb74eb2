import { sqltag as sql } from "@prisma/client/runtime/client";
import { evenly, gapOf, monotonic, type Clock, type Slots } from "../../../outbox/slots.ts";
import type { Database } from "../database.ts";
import { paceId } from "./pace-rows.ts";

/** A message may leave so long after its moment; later, and it takes another. */
const TOLERANCE_MS = 20;
/** What is kept for the clocks of two machines, which are compared over the network. */
const CLOCKS_MS = 2;
/** Nobody reserves further ahead: such a moment was written by a clock that has been put back since. */
const FURTHEST_MS = 60_000;
const FORGET_MS = 60_000;

export interface SharedPace {
  channel: string;
  /** the platform's limit for one account */
  perSecond: number;
  clock?: Clock;
}

/**
 * Moments of an account that all processes share: each takes the next few by one statement, so that together they keep
 * just below the limit, in every sliding second, however many they are.
 */
export function createSharedSlots(
  database: Database,
  { channel, perSecond, clock = monotonic }: SharedPace,
): Slots {
  const gap = gapOf(perSecond, TOLERANCE_MS);
  const take = database.kind === "postgresql" ? onServer(database, clock) : onMachine(database, clock);
  return {
    toleranceMs: TOLERANCE_MS - CLOCKS_MS,
    async reserve(account, count) {
      const end = await take(paceId(channel, account), count * gap);
      return evenly(end - count * gap, gap, count);
    },
  };
}

/** Reserves so many milliseconds; gives their end on this process's clock. */
type Take = (id: string, ms: number) => Promise<number>;

/** Processes that share a file share a machine, and its clock. */
function onMachine({ client }: Database, clock: Clock): Take {
  return async (id, ms) => {
    const ahead = performance.timeOrigin + performance.now() - clock();
    const now = clock() + ahead;
    const rows = await client.$queryRaw<{ end: number }[]>(sql`
      INSERT INTO "SendPace" ("id", "nextAt") VALUES (${id}, ${now} + ${ms})
      ON CONFLICT ("id") DO UPDATE SET
        "nextAt" = max(min("SendPace"."nextAt", ${now} + ${FURTHEST_MS}), ${now}) + ${ms}
      RETURNING "nextAt" AS "end"`);
    return endIn(rows) - ahead;
  };
}

/** The server's clock decides; how far ours is behind it is known from the quickest answer of late. */
function onServer({ client }: Database, clock: Clock): Take {
  let best = { ahead: 0, tookMs: Infinity, at: -Infinity };
  return async (id, ms) => {
    const asked = clock();
    const rows = await client.$queryRaw<{ end: number; now: number }[]>(sql`
      INSERT INTO "SendPace" ("id", "nextAt")
      VALUES (${id}, (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::float8 + ${ms}::float8)
      ON CONFLICT ("id") DO UPDATE SET "nextAt" = GREATEST(
        LEAST("SendPace"."nextAt", (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::float8 + ${FURTHEST_MS}::float8),
        (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::float8) + ${ms}::float8
      RETURNING "nextAt" AS "end", (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::float8 AS "now"`);
    const answered = clock();
    const tookMs = answered - asked;
    if (tookMs <= best.tookMs || answered - best.at > FORGET_MS) {
      const now = Number(rows[0]?.now);
      best = { ahead: now - (asked + answered) / 2, tookMs, at: answered };
    }
    return endIn(rows) - best.ahead;
  };
}

function endIn(rows: readonly { end: number }[]): number {
  const [row] = rows;
  if (row === undefined) throw new Error("no moment was reserved");
  return row.end;
}
