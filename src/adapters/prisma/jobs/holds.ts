import { holdOverNotice } from "../../../registry/notices.ts";
import { mayBecome, type HoldState } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { endHold, tellEnded } from "../staff/hold-steps.ts";
import { PRIORITY, say } from "../say.ts";
import { registryParts } from "../registry-parts.ts";
import type { Desk } from "../staff/act.ts";
import { jobStep } from "./job.ts";

const MINUTE_MS = 60_000;

/** Conversations in which neither side wrote for a while go back to the bot, which says so. */
export async function releaseIdleHolds(desk: Desk, now: Date): Promise<number> {
  const { settings } = registryParts(desk);
  const idleSince = new Date(now.getTime() - settings.holdMinutes * MINUTE_MS);
  const idle = { holdState: { not: "bot" }, holdExpiresAt: { lte: now }, lastMessageAt: { lte: idleSince } };
  const rows = await desk.database.client.conversation.findMany({ where: idle, select: { id: true } });
  let released = 0;
  for (const { id } of rows) {
    const changed = await jobStep(desk, now, async (scope) => {
      const row = await scope.tx.conversation.findFirst({ where: { id, ...idle } });
      const was = row?.holdState as HoldState | undefined;
      if (was === undefined || !mayBecome("hold", was, "bot")) return false;
      await endHold(scope, id, { state: was, since: row?.holdSince ?? null });
      await say(scope.tx, id, holdOverNotice(was), {
        author: "bot",
        priority: PRIORITY.personal,
        inReplyTo: null,
        now,
      });
      await audit(scope, "hold.bot", id, { from: was });
      await tellEnded(scope, id, "idle");
      return true;
    });
    if (changed) released += 1;
  }
  return released;
}
