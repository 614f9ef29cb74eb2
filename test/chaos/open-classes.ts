// open-classes.ts PLACE NOW: brings a database up to date and opens the two classes that the plots register for.
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { LARGE_CLASS, SMALL_CLASS } from "./plots.ts";

const DAY_MS = 86_400_000;
const CAPACITY: Readonly<Record<string, number>> = { [LARGE_CLASS]: 100_000, [SMALL_CLASS]: 6 };

const [place = "", now = ""] = process.argv.slice(2);
const day = (days: number) => new Date(Date.parse(now) + days * DAY_MS);
const database = await openDatabase(JSON.parse(place) as DatabasePlace);
for (const [keyword, capacity] of Object.entries(CAPACITY)) {
  await database.client.event.create({
    data: {
      id: `class-${keyword}`,
      keyword,
      title: `Lớp thử ${keyword}`,
      status: "open",
      capacity,
      opensAt: day(-1),
      closesAt: day(20),
      createdAt: day(-1),
      updatedAt: day(-1),
      sessions: {
        create: { id: `session-${keyword}`, startsAt: day(30), endsAt: day(31), place: "Quảng Ngãi" },
      },
    },
  });
}
await database.close();
