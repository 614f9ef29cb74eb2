import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseKind } from "../../src/adapters/prisma/client.ts";
import { effectsIn, wrongSeats } from "./effects.ts";
import { startLoad, type Load } from "./load.ts";
import { makePlace } from "./place.ts";
import { createRandom, type Random } from "./random.ts";
import { createServer, FIRST_MOMENT, type Server } from "./server.ts";
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
  /** times the process ended although nobody killed it */
  crashes: number;
  complaints: readonly string[];
  /** from the last start until everything was settled */
  settlingMs: number;
}

/**
 * How long a process lives once it has acknowledged something. The first question after a start waits until the
 * knowledge is read: some lives end before that, others in the middle of much work.
 */
const LIFE_MS = { least: 0, most: 2500 };
/** on a machine that is busy with something else */
const LONGEST_SILENCE_MS = 10_000;
/** A few die before they listen, in the middle of opening the database or taking up what was left. */
const DIES_STARTING = 0.04;
const LONGEST_START_MS = 700;
/** Some restarts come at once, while the leases of the dead process hold; before others some time passes. */
const COMES_LATE = 0.5;
const ABSENCE_MS = { least: 20_000, most: 100_000 };
/** Longer than any lease. */
const LAST_ABSENCE_MS = 120_000;
const LONGEST_SETTLING_MS = 120_000;
const LONGEST_FINISH_MS = 300_000;

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
  const { place, remove } = await makePlace(kind, postgresUrl, FIRST_MOMENT);
  const server = createServer(place, noDedupe);
  try {
    const load = startLoad(server, random.fork());
    let [hits, inHand] = [0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      const life = await liveAndDie(server, load, random);
      const left = await unsettledAfter(place, life);
      if (left.any) hits += 1;
      if (left.inHand) inHand += 1;
      if (random.chance(COMES_LATE)) server.letPass(random.between(ABSENCE_MS.least, ABSENCE_MS.most));
      onRound(round);
    }
    server.letPass(LAST_ABSENCE_MS);
    const lastStart = Date.now();
    await server.start();
    const stories = await Promise.race([load.finish(), nobodyAnswers()]);
    const stuck = await settled(lastStart);
    const settlingMs = Date.now() - lastStart;
    const verdict = await judge(stories, await effectsIn(place));
    return {
      ...{ ...verdict, kind, kills: rounds, hits, inHand, stuck, settlingMs },
      wrongSeats: await wrongSeats(place),
      crashes: server.crashes(),
      complaints: server.complaints(),
    };
  } finally {
    await server.kill();
    await remove();
  }

  async function nobodyAnswers(): Promise<never> {
    await sleep(LONGEST_FINISH_MS);
    throw new Error(`people still wait; the server says: ${server.complaints().slice(-5).join("\n")}`);
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
async function liveAndDie(server: Server, load: Load, random: Random): Promise<{ pid: number; since: Date }> {
  const since = server.now();
  const starting = server.start();
  const pid = server.pid() ?? 0;
  if (random.chance(DIES_STARTING)) {
    starting.catch(() => undefined);
    await sleep(random.between(0, LONGEST_START_MS));
  } else {
    await starting;
    await Promise.race([load.nextAcknowledgement(), sleep(LONGEST_SILENCE_MS)]);
    await sleep(random.between(LIFE_MS.least, LIFE_MS.most));
  }
  await server.kill();
  return { pid, since };
}
