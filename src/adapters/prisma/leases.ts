import type { Leases } from "../../conversation/turns.ts";
import type { Database } from "./database.ts";

interface Lease {
  name: string;
  owner: string;
  until: Date;
}

/** Turns of replicas, in the table of leases. */
export function createLeases(database: Database): Leases {
  const { client } = database;
  return {
    async take({ now, ...lease }) {
      const free = { OR: [{ owner: lease.owner }, { until: { lte: now } }] };
      if (await takeLease(database, lease, free)) return lease.owner;
      const row = await client.jobLease.findUnique({ where: { name: lease.name }, select: { owner: true } });
      // Given back in this very moment: nobody's, and the next look will take it.
      return row?.owner ?? "";
    },
    async release(name, owner) {
      await client.jobLease.deleteMany({ where: { name, owner } });
    },
  };
}

/** Takes a lease that nobody has, or one that is `free`; false when it is somebody else's. */
export async function takeLease(
  { client }: Database,
  { name, owner, until }: Lease,
  free: { until?: { lte: Date }; OR?: ({ owner: string } | { until: { lte: Date } })[] },
): Promise<boolean> {
  const { count } = await client.jobLease.updateMany({ where: { name, ...free }, data: { owner, until } });
  if (count === 1) return true;
  if ((await client.jobLease.count({ where: { name } })) > 0) return false;
  try {
    await client.jobLease.create({ data: { name, owner, until } });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Another replica was first. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
