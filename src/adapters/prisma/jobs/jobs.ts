import { DEFAULT_RETENTION, type Retention } from "../../../registry/retention.ts";
import type { ReachOf } from "../../../announce/reach.ts";
import type { Database } from "../database.ts";
import { takeLease } from "../leases.ts";
import type { Desk } from "../staff/act.ts";
import { overdueDataRequests } from "../staff/data-requests.ts";
import { dropLateReminders, moveAnnouncements } from "./announcements.ts";
import { tellLateAskers } from "./askers.ts";
import { closeWindows, lapseOffers } from "./events.ts";
import { releaseIdleHolds } from "./holds.ts";
import type { Job } from "./job.ts";
import { remindOfClasses, remindOfFees, remindOfOffers, type FeeBasis } from "./reminders.ts";
import { obeyRetention } from "./retention.ts";
import { remindOfWaiting } from "./waiting.ts";
import { forgetEndedAccess } from "./staff-access.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface JobParts extends Desk {
  retention?: Retention;
  /** what channels in use allow to be told unasked; everything, unless given */
  channels?: ReachOf;
  /** nobody is reminded of the fee for barcodes, unless given */
  feeBasis?: FeeBasis;
  /** told of what people must look at */
  report: (message: string) => void;
}

/** Everything that happens without anybody writing. */
export function createJobs({
  retention = DEFAULT_RETENTION,
  channels = () => ({}),
  feeBasis: basis = () => null,
  report,
  ...desk
}: JobParts): readonly Job[] {
  return [
    { name: "lapse offers", every: MINUTE_MS, run: (now) => lapseOffers(desk, now) },
    {
      name: "reminders",
      every: 10 * MINUTE_MS,
      run: async (now) =>
        (await remindOfClasses(desk, channels, now)) + (await remindOfOffers(desk, channels, now)),
    },
    { name: "fees", every: HOUR_MS, run: (now) => remindOfFees(desk, { channels, basis, report }, now) },
    {
      name: "announcements",
      every: 10_000,
      run: async (now) =>
        (await moveAnnouncements(desk, channels, now)) + (await dropLateReminders(desk, now)),
    },
    { name: "idle holds", every: MINUTE_MS, run: (now) => releaseIdleHolds(desk, now) },
    { name: "people who wait", every: MINUTE_MS, run: (now) => remindOfWaiting(desk, now) },
    { name: "registration windows", every: 5 * MINUTE_MS, run: (now) => closeWindows(desk, now) },
    { name: "retention", every: 6 * HOUR_MS, run: (now) => obeyRetention(desk, retention, now) },
    { name: "late askers", every: MINUTE_MS, run: (now) => tellLateAskers(desk, now) },
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
    const { name, every } = job;
    const lease = { name, owner, until: new Date(now.getTime() + every) };
    if (!(await takeLease(database, lease, { until: { lte: now } }))) continue;
    try {
      await job.run(now);
    } catch (error) {
      onError(error);
    }
  }
}
