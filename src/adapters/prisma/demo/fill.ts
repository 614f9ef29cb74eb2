import type { ConsentGiven, NewAttendee } from "../../../registry/commands.ts";
import type { Communes } from "../../../registry/communes.ts";
import type { EnterpriseDetails, PersonDetails } from "../../../registry/views.ts";
import { createCommandExecutor } from "../commands/execute.ts";
import type { Who } from "../commands/scope.ts";
import type { Database } from "../database.ts";
import { newId } from "../ids.ts";
import type { Desk } from "../staff/act.ts";
import { approveEvent, cancelEvent, closeEvent, createEvent, openEvent } from "../staff/events.ts";
import { answerRequest } from "../staff/requests.ts";
import { inTransaction } from "../transaction.ts";
import { fillAnnouncements } from "./fill-announcements.ts";
import { fillResults } from "./fill-results.ts";
import { EVENTS, GIVEN_NAMES, PLACES, REQUESTS, TRADES, type DemoEvent } from "./demo-data.ts";

const DEMO_MARK = "demo";

const ENTERPRISES = 36;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AHEAD_MS = 7 * HOUR_MS;

/** Somebody of an invented enterprise, in a chat of a channel that does not exist. */
interface Actor {
  who: Who;
  enterprise: EnterpriseDetails;
  person: PersonDetails;
}

export type Filled =
  | { kind: "filled"; enterprises: number; attendees: number; waiting: number; requests: number }
  /** it was filled before */
  | { kind: "there" }
  /** it holds what is no demo: nothing was touched */
  | { kind: "refused" };

/** Fills an empty database with enterprises, classes, registrations and requests, all through the usual ways. */
export async function fillDemo(desk: Desk, communes: Communes, now: Date): Promise<Filled> {
  const { client } = desk.database;
  const mark = await client.setting.findUnique({ where: { key: DEMO_MARK } });
  if (mark) return { kind: "there" };
  if (await isUsed(desk.database)) return { kind: "refused" };
  // First, so that a run that is broken off never looks like production data.
  await client.setting.create({ data: { key: DEMO_MARK, value: now.toISOString(), updatedAt: now } });

  const actors: Actor[] = [];
  for (let at = 0; at < ENTERPRISES; at += 1) actors.push(await makeActor(desk.database, communes, at, now));
  for (const event of EVENTS) await fillEvent(desk, event, actors, now);
  await fillRequests(desk, actors, now);
  // An enterprise is there from its first registration or request on.
  const made = await client.enterprise.findMany({ select: { id: true, name: true } });
  const idOf = new Map(made.map(({ id, name }) => [name, id]));
  const known = actors.flatMap(({ enterprise }) => idOf.get(enterprise.name) ?? []);
  await fillResults(desk, { actor: DEMO_MARK, now }, known);
  await fillAnnouncements(
    desk,
    actors.map(({ who }) => who),
    { actor: DEMO_MARK, now },
  );
  const [enterprises, attendees, waiting, requests] = await Promise.all([
    client.enterprise.count(),
    client.attendee.count(),
    client.attendee.count({ where: { status: "waiting" } }),
    client.supportRequest.count(),
  ]);
  return { kind: "filled", enterprises, attendees, waiting, requests };
}

async function isUsed({ client }: Database): Promise<boolean> {
  const counts = await Promise.all([
    client.conversation.count(),
    client.contact.count(),
    client.enterprise.count(),
    client.event.count(),
    client.auditEntry.count(),
  ]);
  return counts.some((count) => count > 0);
}

async function makeActor(database: Database, communes: Communes, at: number, now: Date): Promise<Actor> {
  const trade = pick(TRADES, at);
  const place = pick(PLACES, at);
  const match = communes.find(place);
  const number = String(Math.floor(at / TRADES.length) + 1).padStart(2, "0");
  const address = { channel: DEMO_MARK, account: DEMO_MARK, chat: `demo-${at + 1}` };
  const { id } = await database.client.conversation.create({
    data: { id: newId(), ...address, createdAt: now, lastMessageAt: now },
  });
  return {
    who: { conversationId: id, address, sender: address.chat, messageId: address.chat, now },
    enterprise: {
      kind: trade.kind,
      name: `${trade.name} ${number}`,
      taxId: null,
      communeCode: match.kind === "found" ? match.commune.code : null,
      communeText: place,
    },
    person: { name: `${pick(GIVEN_NAMES, at)} (người liên hệ demo)`, phone: phone(at) },
  };
}

async function fillEvent(desk: Desk, event: DemoEvent, actors: readonly Actor[], now: Date): Promise<void> {
  const { keyword, title, description, audience, audienceKinds, capacity, capPerEnterprise } = event;
  // What is over was registered for while it was open.
  const then = event.fate === "over" ? new Date(now.getTime() - 20 * DAY_MS) : now;
  const by = { actor: DEMO_MARK, now: then };
  const sessions = sessionsOf(event, now);
  const begins = sessions[0]?.startsAt ?? now;
  const { id } = await createEvent(desk, by, {
    keyword,
    title,
    description,
    audience,
    audienceKinds,
    sessions,
    capacity,
    capPerEnterprise,
    opensAt: new Date(then.getTime() - DAY_MS),
    closesAt: new Date(begins.getTime() - DAY_MS),
    cost: "miễn phí",
    invitation: null,
    planRef: null,
  });
  if (event.fate === "draft") return;
  await approveEvent(desk, by, id);
  if (event.fate === "approved") return;
  await openEvent(desk, by, id);
  const fitting = actors.filter(
    ({ enterprise }) => audienceKinds.length === 0 || audienceKinds.includes(enterprise.kind),
  );
  for (const [at, actor] of fitting.slice(0, event.registrations).entries()) {
    await registerOne(desk, actor, id, peopleOf(actor, 1 + (at % 3)), then);
  }
  if (event.fate === "over") await closeEvent(desk, by, id);
  if (event.fate === "cancelled") await cancelEvent(desk, by, id);
}

async function registerOne(
  desk: Desk,
  { who, enterprise, person }: Actor,
  eventId: string,
  attendees: readonly NewAttendee[],
  now: Date,
): Promise<void> {
  const execute = createCommandExecutor(desk);
  await inTransaction(desk.database, (tx) =>
    execute(
      tx,
      {
        kind: "register",
        eventId,
        enterprise,
        submitter: person,
        attendees,
        beyondSeats: "wait",
        consents: [CONSENT],
      },
      { ...who, now },
    ),
  );
}

async function fillRequests(desk: Desk, actors: readonly Actor[], now: Date): Promise<void> {
  const execute = createCommandExecutor(desk);
  for (const [at, { who, enterprise, person }] of actors.filter((_, index) => index % 2 === 0).entries()) {
    const { kind, words, answer } = pick(REQUESTS, at);
    const outcome = await inTransaction(desk.database, (tx) =>
      execute(
        tx,
        {
          kind: "submit_request",
          requestKind: kind,
          description: words,
          enterprise,
          submitter: person,
          fileIds: [],
          background: [],
          consents: [CONSENT],
        },
        { ...who, now: new Date(now.getTime() - (at % 9) * DAY_MS) },
      ),
    );
    if (answer === null || outcome.kind !== "request_received") continue;
    const { id } = await desk.database.client.supportRequest.findUniqueOrThrow({
      where: { code: outcome.code },
    });
    const status = at % 2 === 0 ? "guided" : "needs_info";
    await answerRequest(desk, { actor: DEMO_MARK, now }, { id, revision: null }, answer, status);
  }
}

const CONSENT: ConsentGiven = {
  purpose: "registration",
  noticeVersion: DEMO_MARK,
  wording: "Dữ liệu demo, không phải của người thật.",
};

function peopleOf({ who, enterprise }: Actor, count: number): NewAttendee[] {
  const first = Number(who.sender.replace(/\D/gu, ""));
  return Array.from({ length: count }, (_, at) => ({
    name: `${pick(GIVEN_NAMES, first + at * 5)} (${enterprise.name})`,
    phone: phone(first * 10 + at),
    position: null,
  }));
}

/** From eight to half past eleven on the clock there. */
function sessionsOf({ inDays, mornings }: DemoEvent, now: Date) {
  const midnight = Math.floor((now.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return Array.from({ length: mornings }, (_, at) => {
    const day = midnight + (inDays + at) * DAY_MS;
    return {
      startsAt: new Date(day + 8 * HOUR_MS),
      endsAt: new Date(day + 11.5 * HOUR_MS),
      place: "Hội trường demo",
    };
  });
}

/** Plainly made up. */
function phone(at: number): string {
  return `0900000${String(at % 1000).padStart(3, "0")}`;
}

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}
