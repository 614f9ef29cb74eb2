import { stillWaitingNotice } from "../../../staffroom/notices.ts";
import { audit } from "../audit.ts";
import { inTransaction } from "../transaction.ts";
import type { Desk } from "../staff/act.ts";
import { askingIn } from "../staffroom/asking.ts";
import { tellAdmins, tellRooms } from "../staffroom/rooms.ts";
import { roomSettings } from "../staffroom/settings.ts";
import { jobStep } from "./job.ts";

const MINUTE_MS = 60_000;
/** After the second time, which the admins are told of as well, the end of the wait follows. */
const MOST_REMINDERS = 2;

/** Staff are told again of people whom nobody took: once after some minutes, after as many again the admins too. */
export async function remindOfWaiting(desk: Desk, now: Date): Promise<number> {
  const { waitingMinutes } = await inTransaction(desk.database, roomSettings);
  const waiting = { holdState: "waiting_staff", holdReminders: { lt: MOST_REMINDERS } };
  const rows = await desk.database.client.conversation.findMany({
    where: { ...waiting, holdSince: { lte: new Date(now.getTime() - waitingMinutes * MINUTE_MS) } },
    select: { id: true, holdSince: true, holdReminders: true },
    orderBy: { holdSince: "asc" },
  });
  let told = 0;
  for (const { id, holdSince, holdReminders } of rows) {
    const minutes = Math.floor((now.getTime() - (holdSince ?? now).getTime()) / MINUTE_MS);
    if (minutes < waitingMinutes * (holdReminders + 1)) continue;
    const done = await jobStep(desk, now, async (scope) => {
      const { count } = await scope.tx.conversation.updateMany({
        where: { id, holdState: "waiting_staff", holdSince, holdReminders },
        data: { holdReminders: { increment: 1 } },
      });
      if (count === 0) return false;
      const news = { about: id, reply: stillWaitingNotice(await askingIn(scope, id), minutes) };
      await tellRooms(scope, news);
      const isLast = holdReminders + 1 === MOST_REMINDERS;
      if (isLast) await tellAdmins(scope, news);
      await audit(scope, "hold.reminded", id, { minutes, admins: isLast });
      return true;
    });
    if (done) told += 1;
  }
  return told;
}
