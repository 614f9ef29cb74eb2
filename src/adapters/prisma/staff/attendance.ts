import { mayBecome, type AttendeeStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import { EVENT_PARTS, hasBegun } from "../rows.ts";
import { act, type By, type Desk, type Done } from "./act.ts";

/** States of a class in which its people can be marked. */
const MARKED: readonly string[] = ["open", "closed", "held"];

/** Who was there and who was not, all at once; correctable until a certificate is out. */
export function recordAttendance(
  desk: Desk,
  by: By,
  eventId: string,
  marks: { attended: readonly string[]; absent: readonly string[] },
): Promise<Done<{ changed: number }> | { kind: "not_begun" }> {
  return act(desk, by, async (scope) => {
    const { tx, now } = scope;
    const event = await tx.event.findUnique({ where: { id: eventId }, include: EVENT_PARTS });
    if (event === null) return { kind: "not_found" };
    if (!MARKED.includes(event.status)) return { kind: "not_allowed", from: event.status };
    if (!hasBegun(event, now)) return { kind: "not_begun" };
    const wanted = new Map<string, AttendeeStatus>([
      ...marks.absent.map((id) => [id, "absent"] as const),
      ...marks.attended.map((id) => [id, "attended"] as const),
    ]);
    const rows = await tx.attendee.findMany({
      where: { eventId, id: { in: [...wanted.keys()] } },
      orderBy: { id: "asc" },
      select: { id: true, status: true },
    });
    const changes = { attended: [] as string[], absent: [] as string[] };
    for (const { id, status } of rows) {
      const to = wanted.get(id) === "attended" ? "attended" : "absent";
      // A certificate is taken back by itself, never by a box that was not ticked.
      if (status !== "certified" && mayBecome("attendee", status as AttendeeStatus, to)) changes[to].push(id);
    }
    for (const to of ["attended", "absent"] as const) {
      await tx.attendee.updateMany({
        where: { id: { in: changes[to] } },
        data: { status: to, updatedAt: now },
      });
    }
    const changed = changes.attended.length + changes.absent.length;
    if (changed > 0) {
      await audit(scope, "attendance.recorded", eventId, {
        attended: changes.attended.length,
        absent: changes.absent.length,
      });
    }
    return { kind: "done", changed };
  });
}
