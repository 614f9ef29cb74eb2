import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { eachDatabase, type TestDatabase } from "../../../support/database.ts";
import type { Arrival, Crowd } from "../../../support/register-worker.ts";
import { deskOver } from "../../../support/registry.ts";
import { forkScript } from "../../../support/run-script.ts";

const SEATS = 30;
const PROCESSES = 3;

/** Everybody registers at once, from several processes. */
async function rush(
  given: TestDatabase,
  { people, guarded }: { people: number; guarded: boolean },
): Promise<{ eventId: string; arrivals: Arrival[] }> {
  const eventId = await deskOver(given.database).event({ capacity: SEATS });
  const bounds = Array.from({ length: PROCESSES + 1 }, (_, at) => Math.floor((at * people) / PROCESSES));
  const crowds = bounds.slice(1).map((to, at): Crowd => {
    return { place: given.place, eventId, from: bounds[at] ?? 0, to, guarded };
  });
  const workers = await Promise.all(crowds.map(ready));
  const arrivals = await Promise.all(workers.map(released));
  return { eventId, arrivals: arrivals.flat() };
}

/** A process that stands at the door. */
async function ready(crowd: Crowd): Promise<ChildProcess> {
  const worker = await forkScript("register-worker.ts");
  worker.send(crowd);
  const died = once(worker, "exit").then(() => Promise.reject(new Error("a worker died at the door")));
  await Promise.race([once(worker, "message"), died]);
  return worker;
}

async function released(worker: ChildProcess): Promise<Arrival[]> {
  const ended = once(worker, "exit");
  const told = once(worker, "message") as Promise<[Arrival[]]>;
  worker.send("go");
  const [arrivals] = await told;
  await ended;
  return arrivals;
}

eachDatabase("seats taken by several processes", (given) => {
  // One file has one writer at a time: there a smaller crowd shows the same.
  const PEOPLE = given.kind === "sqlite" ? 60 : 500;

  describe(`${PEOPLE} people, ${SEATS} seats`, { timeout: 180_000 }, () => {
    it("are never given twice, and the queue has no gaps and follows the commits", async () => {
      const { eventId, arrivals } = await rush(given, { people: PEOPLE, guarded: true });

      const attendees = await given.database.client.attendee.findMany({ where: { eventId } });
      expect(new Set(attendees.map(({ name }) => name)).size).toBe(PEOPLE);
      expect(attendees.length).toBe(PEOPLE);
      expect(attendees.filter(({ status }) => status === "confirmed").length).toBe(SEATS);
      const numbers = attendees.flatMap(({ waitingPosition }) => waitingPosition ?? []).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: PEOPLE - SEATS }, (_, at) => at + 1));
      const event = await given.database.client.event.findUniqueOrThrow({ where: { id: eventId } });
      expect(event).toMatchObject({ seatsTaken: SEATS, waitingIssued: PEOPLE - SEATS });

      // Whoever was stored before somebody else began is before them.
      expect(arrivals.length).toBe(PEOPLE);
      const place = (one: Arrival) => one.waitingPosition ?? 0;
      const pairs = arrivals.flatMap((one) =>
        arrivals
          .filter((other) => one.stored < other.began)
          .map((other) => [place(one), place(other)] as const),
      );
      expect(pairs.length).toBeGreaterThan(0);
      expect(pairs.filter(([first, second]) => first > second)).toEqual([]);
      // What each was told is what is stored.
      const stored = new Map(attendees.map((one) => [one.name, [one.status, one.waitingPosition]]));
      for (const { name, status, waitingPosition } of arrivals) {
        expect(stored.get(name), name).toEqual([status, waitingPosition]);
      }
    });

    // On SQLite nobody else writes between reading and taking.
    if (given.kind === "sqlite") return;

    it("would be given twice without the guard", async () => {
      // Fewer are enough to oversell; the clashes they run into are slow.
      const { eventId } = await rush(given, { people: 150, guarded: false });
      const confirmed = await given.database.client.attendee.count({
        where: { eventId, status: "confirmed" },
      });
      expect(confirmed).toBeGreaterThan(SEATS);
    });
  });
});
