import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseKind } from "../../src/adapters/prisma/client.ts";
import { effectsIn, wrongSeats } from "./effects.ts";
import { startLoad } from "./load.ts";
import { makePlace } from "./place.ts";
import { createRandom, type Random } from "./random.ts";
import { createServer, type Server } from "./server.ts";
import { openTurns, unsettledAfter } from "./unsettled.ts";
import { judge, type Verdict } from "./verdict.ts";

export interface Campaign {
  kind: DatabaseKind;
  postgresUrl: string;
  rounds: number;
  seed: number;
  noDedupe: boolean;
  /** told after every round */
  onRound: (round: number) => void;
}

export interface Result extends Verdict {
  kind: DatabaseKind;
  kills: number;
  /** kills that found an unsettled turn, and those in the middle of one */
  hits: number;
  inHand: number;
  /** messages that nobody answers any more, and replies that nobody delivers */
  stuck: number;
  wrongSeats: readonly string[];
  complaints: readonly string[];
  /** from the last start until everything was settled */
  settlingMs: number;
}

/**
 * How long a process lives once it listens. The first question after a start waits until the knowledge is read: the
 * short lives end before that, the long ones in the middle of much work.
 */
const SHORT_LIFE_MS = { least: 60, most: 900 };
const LONG_LIFE_MS = { least: 900, most: 3500 };
const LIVES_LONG = 0.5;
/** A few die before they listen, in the middle of opening the database or taking up what was left. */
const DIES_STARTING = 0.04;
const LONGEST_START_MS = 700;
/** Some restarts come at once, while the leases of the dead process hold; before others some time passes. */
const COMES_LATE = 0.5;
const ABSENCE_MS = { least: 20_000, most: 100_000 };
/** Longer than any lease. */
const LAST_ABSENCE_MS = 120_000;
const LONGEST_SETTLING_MS = 120_000;

/** Kills the service again and again under load on one database, then lets it settle and counts. */
export async function wage({
  kind,
  postgresUrl,
  rounds,
  seed,
  noDedupe,
  onRound,
}: Campaign): Promise<Result> {
  const random = createRandom(seed);
  const { made, server } = await prepared();
  const { place } = made;
  try {
    const load = startLoad(server, random.fork());
    let [hits, inHand] = [0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      const life = await liveAndDie(server, random);
      const left = await unsettledAfter(place, life);
      if (left.any) hits += 1;
      if (left.inHand) inHand += 1;
      if (random.chance(COMES_LATE)) server.letPass(random.between(ABSENCE_MS.least, ABSENCE_MS.most));
      onRound(round);
    }
    server.letPass(LAST_ABSENCE_MS);
    const lastStart = Date.now();
    await server.start();
    const stories = await load.finish();
    const stuck = await settled(lastStart);
    const settlingMs = Date.now() - lastStart;
    const verdict = await judge(stories, await effectsIn(place));
    const seats = await wrongSeats(place);
    const complaints = server.complaints();
    return {
      ...verdict,
      kind,
      kills: rounds,
      hits,
      inHand,
      stuck,
      wrongSeats: seats,
      complaints,
      settlingMs,
    };
  } finally {
    await server.kill();
    await made.remove();
  }

  async function prepared() {
    const made = await makePlace(kind, postgresUrl, createServer({ dataFolder: "" }, noDedupe).now());
    return { made, server: createServer(made.place, noDedupe) };
  }

  /** Waits until nothing is open; what still is after a long time is stuck. */
  async function settled(since: number): Promise<number> {
    for (;;) {
      const open = await openTurns(place);
      if (open === 0 || Date.now() - since > LONGEST_SETTLING_MS) return open;
      await sleep(250);
    }
  }
}

/** One life of the process, from its start to its sudden end. */
async function liveAndDie(server: Server, random: Random): Promise<{ pid: number; since: Date }> {
  const since = server.now();
  const starting = server.start();
  const pid = server.pid() ?? 0;
  if (random.chance(DIES_STARTING)) {
    starting.catch(() => undefined);
    await sleep(random.between(0, LONGEST_START_MS));
  } else {
    await starting;
    const { least, most } = random.chance(LIVES_LONG) ? LONG_LIFE_MS : SHORT_LIFE_MS;
    await sleep(random.between(least, most));
  }
  await server.kill();
  return { pid, since };
}
