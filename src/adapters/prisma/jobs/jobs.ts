import { DEFAULT_RETENTION, type Retention } from "../../../registry/retention.ts";
import type { Database } from "../database.ts";
import type { Desk } from "../staff/act.ts";
import { overdueDataRequests } from "../staff/data-requests.ts";
import { closeWindows, lapseOffers, remind } from "./events.ts";
import { releaseIdleHolds } from "./holds.ts";
import type { Job } from "./job.ts";
import { obeyRetention } from "./retention.ts";
import { forgetEndedAccess } from "./staff-access.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface JobParts extends Desk {
  retention?: Retention;
  /** told of what people must look at */
  report: (message: string) => void;
}

/** Everything that happens without anybody writing. */
export function createJobs({ retention = DEFAULT_RETENTION, report, ...desk }: JobParts): readonly Job[] {
  return [
    { name: "lapse offers", every: MINUTE_MS, run: (now) => lapseOffers(desk, now) },
    { name: "reminders", every: 10 * MINUTE_MS, run: (now) => remind(desk, now) },
    { name: "idle holds", every: MINUTE_MS, run: (now) => releaseIdleHolds(desk, now) },
    { name: "registration windows", every: 5 * MINUTE_MS, run: (now) => closeWindows(desk, now) },
    { name: "retention", every: 6 * HOUR_MS, run: (now) => obeyRetention(desk, retention, now) },
    {
      name: "ended access of staff",
      every: 6 * HOUR_MS,
      run: (now) => forgetEndedAccess(desk.database, now),
    },
    {
      name: "overdue data requests",
      every: 24 * HOUR_MS,
      run: async (now) => {
        const overdue = await overdueDataRequests(desk.database, now);
        for (const { id, kind, dueAt } of overdue) {
          report(`data request ${id} (${kind}) was due on ${dueAt.toISOString()}`);
        }
        return 0;
      },
    },
  ];
}

/**
 * Runs the jobs that are due. A job's lease lasts until its next turn, so that of all replicas one runs it; what a
 * stopped one leaves undone is done at the next turn.
 */
export async function runDueJobs(
  database: Database,
  jobs: readonly Job[],
  owner: string,
  now: Date,
  onError: (error: unknown) => void,
): Promise<void> {
  for (const job of jobs) {
    if (!(await lease(database, job, owner, now))) continue;
    try {
      await job.run(now);
    } catch (error) {
      onError(error);
    }
  }
}

async function lease({ client }: Database, { name, every }: Job, owner: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + every);
  const { count } = await client.jobLease.updateMany({
    where: { name, until: { lte: now } },
    data: { owner, until },
  });
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
