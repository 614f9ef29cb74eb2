import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommunes } from "../../src/adapters/files/communes-file.ts";
import { openDatabase, type Database } from "../../src/adapters/prisma/client.ts";
import { fillDemo } from "../../src/adapters/prisma/demo/fill.ts";
import { startPlatforms } from "../phones/platforms.ts";
import { startService } from "../phones/service.ts";
import { openClass } from "../support/events.ts";
import { repository } from "../support/knowledge.ts";
import { DAY, deskOver, HOUR } from "../support/registry.ts";
import { demoPages } from "./pages.tsx";
import { createStage, type Stage } from "./stage.ts";
import { DEMO } from "./texts.ts";

export interface Demo {
  /** of the page with the five telephones */
  url: string;
  /** ends everything and leaves nothing behind */
  stop(): Promise<void>;
}

interface Options {
  /** 0: any that is free */
  port: number;
  /** between two steps of the script */
  stepMs: number;
}

/** The platforms' doubles, the real service over a throw-away database, and the page that shows both sides. */
export async function startDemo({ port, stepMs }: Options): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "nscl-demo-"));
  const [platforms, database] = await Promise.all([startPlatforms(), openDatabase({ dataFolder: folder })]);
  const clear = async () => {
    await Promise.all([platforms.stop(), database.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await fill(database);
    let stage: Stage | null = null;
    const ready = () => {
      if (!stage) throw new Error("the page was asked for before the service was there");
      return stage;
    };
    const service = await startService(database, platforms, {
      port,
      now: () => new Date(),
      pages: () => demoPages(ready),
    });
    stage = createStage({ platforms, database, url: service.url, stepMs });
    return {
      url: `${service.url}${DEMO}`,
      stop: async () => {
        await service.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Invented enterprises, classes and requests, and class 12 of the script with room for many runs. */
async function fill(database: Database): Promise<void> {
  const communes = await readCommunes(join(repository, "knowledge"));
  const now = Date.now();
  await fillDemo(deskOver(database).desk, communes, new Date(now));
  const startsAt = morningFrom(now + 14 * DAY);
  await openClass(database, {
    capacity: 1_000,
    opensAt: new Date(now - DAY),
    closesAt: new Date(now + 12 * DAY),
    sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR), place: "Hội trường Sở" }],
  });
}

/** Half past seven in Quảng Ngãi, half past midnight in UTC, of that day or the next that is no weekend. */
function morningFrom(moment: number): Date {
  const morning = new Date(Math.floor(moment / DAY) * DAY + HOUR / 2);
  const isWeekend = [0, 6].includes(morning.getUTCDay());
  return isWeekend ? morningFrom(moment + DAY) : morning;
}
