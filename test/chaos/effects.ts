import type { DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { rowsOf, type Row } from "./rows.ts";

/** How often each thing stands in the database, by the keys that plots expect. */
export type Effects = ReadonlyMap<string, number>;

const MARK = /Z(?:[b-df-hj-np-tv-z][aeiou]){5}/g;

/** Everything that commands of the plots leave behind. */
export async function effectsIn(place: DatabasePlace): Promise<Effects> {
  const [requests = [], entries = [], attendees = [], follows = [], consents = []] = await rowsOf(place, [
    `SELECT "kind", "description" FROM "SupportRequest"`,
    // The first entry of a request repeats its description.
    `SELECT e."text" FROM "RequestEntry" e WHERE e."status" IS NULL`,
    `SELECT "name" FROM "Attendee"`,
    `SELECT a."chat", f."topic" FROM "TopicFollow" f JOIN "ChannelAddress" a ON a."contactId" = f."contactId"`,
    `SELECT a."chat", c."purpose" FROM "Consent" c JOIN "ChannelAddress" a ON a."contactId" = c."contactId"`,
  ]);
  const keys = [
    ...requests.flatMap((row) =>
      marks(row, "description").map((mark) => `request:${text(row, "kind")}:${mark}`),
    ),
    ...entries.flatMap((row) => marks(row, "text").map((mark) => `entry:${mark}`)),
    ...attendees.map((row) => `attendee:${text(row, "name")}`),
    ...follows.map((row) => `follow:${text(row, "topic")}@${text(row, "chat")}`),
    ...consents.map((row) => `consent:${text(row, "purpose")}@${text(row, "chat")}`),
  ];
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
}

/** Seats and places in the queue that do not add up, as sentences. */
export async function wrongSeats(place: DatabasePlace): Promise<readonly string[]> {
  const [events = [], attendees = []] = await rowsOf(place, [
    `SELECT "id", "keyword", "seatsTaken", "capacity", "waitingIssued" FROM "Event"`,
    `SELECT "eventId", "status", "waitingPosition" FROM "Attendee"`,
  ]);
  return events.flatMap((event) => {
    const own = attendees.filter(({ eventId }) => eventId === event["id"]);
    const taken = own.filter(({ status }) => status === "confirmed" || status === "offered").length;
    const places = own.flatMap(({ waitingPosition: place }) => (place === null ? [] : [Number(place)]));
    const issued = Number(event["waitingIssued"]);
    const wrong: string[] = [];
    const keyword = text(event, "keyword");
    if (taken !== Number(event["seatsTaken"]))
      wrong.push(`class ${keyword}: ${taken} seated, ${text(event, "seatsTaken")} counted`);
    if (taken > Number(event["capacity"]))
      wrong.push(`class ${keyword}: ${taken} seated on ${text(event, "capacity")} seats`);
    if (new Set(places).size !== issued || Math.max(0, ...places) !== issued)
      wrong.push(`class ${keyword}: the numbers of the waiting list have gaps`);
    return wrong;
  });
}

function marks(row: Row, column: string): readonly string[] {
  return [...new Set(text(row, column).match(MARK) ?? [])];
}

function text(row: Row, column: string): string {
  return String(row[column]);
}
