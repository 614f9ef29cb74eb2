import type {
  ClassDetails,
  Created,
  NotDone,
  Saved,
  TemplateFields,
  TemplateSaved,
} from "../../../console/classes/port.ts";
import type { EventStatus } from "../../../registry/states.ts";
import type { SessionView } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import { fillSeats } from "../commands/queue.ts";
import type { Scope } from "../commands/scope.ts";
import { newId } from "../ids.ts";
import { EVENT_PARTS, eventView, type EventRow } from "../rows.ts";
import { act, type By, type Desk } from "./act.ts";
import { addEvent, eventColumns, setSessions } from "./events.ts";

export function createClass(desk: Desk, by: By, details: ClassDetails): Promise<Created> {
  return act(desk, by, async (scope) => {
    if (await isTaken(scope, details.keyword)) return { kind: "keyword_taken" };
    const { id } = await addEvent(scope, details);
    return { kind: "created", id };
  });
}

/** A class that is over, or does not take place, stays as it was; what it cost is known only then. */
const STAYS: readonly EventStatus[] = ["cancelled", "reported"];

/** Before anybody could have agreed to its time. */
const MAY_MOVE: readonly EventStatus[] = ["draft", "approved"];

type Edited = Exclude<Saved, { kind: "conflict" }> | { kind: "stale" };

/** Other words, seats or dates for a class, unless somebody changed it since `revision`. */
export function editClass(
  desk: Desk,
  by: By,
  id: string,
  revision: number,
  details: ClassDetails,
): Promise<Edited> {
  return act(desk, by, async (scope) => {
    // Holds the row: seats that are taken meanwhile wait for this, and are counted below.
    const { count } = await scope.tx.event.updateMany({
      where: { id, revision },
      data: { updatedAt: scope.now },
    });
    const event = await scope.tx.event.findUnique({ where: { id }, include: EVENT_PARTS });
    if (!event) return { kind: "not_found" };
    if (count === 0) return { kind: "stale" };
    const refused = await whyNot(scope, event, details);
    if (refused) return refused;
    const { sessions, ...columns } = details;
    await scope.tx.event.update({
      where: { id },
      data: { ...eventColumns(columns), revision: { increment: 1 } },
    });
    if (!sameSessions(eventView(event).sessions, sessions)) await setSessions(scope, id, sessions);
    await audit(scope, "event.edited", id, { from: event.capacity, capacity: details.capacity });
    await fillSeats(scope, id);
    return { kind: "saved" };
  });
}

async function whyNot(scope: Scope, event: EventRow, details: ClassDetails): Promise<Edited | null> {
  const status = event.status as EventStatus;
  if (STAYS.includes(status)) return { kind: "not_allowed", from: status } satisfies NotDone;
  if (details.capacity < event.seatsTaken) return { kind: "below_taken", taken: event.seatsTaken };
  if (details.keyword !== event.keyword && (await isTaken(scope, details.keyword))) {
    return { kind: "keyword_taken" };
  }
  const moves = !sameSessions(eventView(event).sessions, details.sessions);
  return moves && !MAY_MOVE.includes(status) ? { kind: "sessions_fixed" } : null;
}

/** What a class has in common with others of its kind, under a name. */
export function saveTemplate(desk: Desk, by: By, eventId: string, name: string): Promise<TemplateSaved> {
  return act(desk, by, async (scope) => {
    const event = await scope.tx.event.findUnique({ where: { id: eventId }, include: EVENT_PARTS });
    if (!event) return { kind: "not_found" };
    if ((await scope.tx.eventTemplate.count({ where: { name } })) > 0) return { kind: "name_taken" };
    const id = newId();
    const fields = templateOf(event);
    await scope.tx.eventTemplate.create({
      data: { id, name, fields: JSON.stringify(fields), createdAt: scope.now, updatedAt: scope.now },
    });
    await audit(scope, "event_template.created", id, { event: eventId });
    return { kind: "saved" };
  });
}

export function dropTemplate(
  desk: Desk,
  by: By,
  id: string,
): Promise<{ kind: "done" } | { kind: "not_found" }> {
  return act(desk, by, async (scope) => {
    const { count } = await scope.tx.eventTemplate.deleteMany({ where: { id } });
    if (count === 0) return { kind: "not_found" };
    await audit(scope, "event_template.dropped", id);
    return { kind: "done" };
  });
}

function templateOf(event: EventRow): Omit<TemplateFields, "annexItem"> & { annexItem: string | null } {
  const { title, description, audience, audienceKinds, capacity, capPerEnterprise, cost, planRef, sessions } =
    eventView(event);
  return {
    title,
    description,
    audience,
    audienceKinds,
    capacity,
    capPerEnterprise,
    cost,
    planRef,
    annexItem: event.annexItem,
    place: sessions[0]?.place ?? "",
  };
}

async function isTaken({ tx }: Scope, keyword: string): Promise<boolean> {
  return (await tx.event.count({ where: { keyword } })) > 0;
}

function sameSessions(a: readonly SessionView[], b: readonly SessionView[]): boolean {
  const key = ({ startsAt, endsAt, place }: SessionView) =>
    `${startsAt.getTime()}|${endsAt.getTime()}|${place}`;
  return a.map(key).sort().join("\n") === b.map(key).sort().join("\n");
}
