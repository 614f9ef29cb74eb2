import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import type { Tx } from "./database.ts";

/** Who is there for people who ask for somebody. */
export interface Duty {
  isThere: boolean;
  /** the next shift, where nobody is there and shifts are kept */
  nextAt: Date | null;
  /** who has a shift now; null where no shifts are kept, and everyone is there in office hours */
  staffIds: readonly string[] | null;
}

/**
 * Shifts decide as long as one is running or still to come; an office that keeps none, or stopped keeping them, is there
 * in its working hours. Shifts of accounts that were disabled count for nothing.
 */
export async function dutyAt(tx: Tx, calendar: WorkingCalendar, now: Date): Promise<Duty> {
  const enabled = { staff: { disabledAt: null } };
  const running = await tx.dutyShift.findMany({
    where: { startsAt: { lte: now }, endsAt: { gt: now }, ...enabled },
    orderBy: { startsAt: "asc" },
  });
  const next = await tx.dutyShift.findFirst({
    where: { startsAt: { gt: now }, ...enabled },
    orderBy: { startsAt: "asc" },
  });
  if (running.length === 0 && next === null) {
    return { isThere: calendar.isWorkingTime(now), nextAt: null, staffIds: null };
  }
  const isThere = running.length > 0;
  return {
    isThere,
    nextAt: isThere ? null : (next?.startsAt ?? null),
    staffIds: [...new Set(running.map(({ staffId }) => staffId))],
  };
}
