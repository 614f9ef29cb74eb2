import { setTimeout as sleep } from "node:timers/promises";
import type { Acknowledged, Client, ClientRecord } from "./client.ts";
import { createClient } from "./client.ts";
import { nextPlot, type Move, type Plot } from "./plots.ts";
import type { Random } from "./random.ts";
import type { Server } from "./server.ts";

/** A conversation as it went: what was acknowledged, and what it must have left behind. */
export interface Story {
  plot: Plot;
  client: Client;
  record: ClientRecord;
  leaves: readonly string[];
}

export interface Load {
  /** Lets everybody say what they have begun to say; nobody new comes. */
  finish(): Promise<readonly Story[]>;
}

const AT_ONCE = 12;
/** People who do not wait for the answer, and how long the others wait before they go on. */
const HASTY = 0.35;
const PATIENCE_MS = 1500;
/** A button is pressed when it is there: a process killed in the middle may let it wait for its successor. */
const PATIENCE_FOR_BUTTON_MS = 60_000;
const LONGEST_THOUGHT_MS = 40;

/** Keeps conversations going, the next as soon as one is over. */
export function startLoad(server: Server, random: Random): Load {
  const stories: Story[] = [];
  let over = false;

  async function oneAfterAnother(chance: Random): Promise<void> {
    while (!over) stories.push(await play(nextPlot(chance), createClient(server, chance.fork()), chance));
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, () => oneAfterAnother(random.fork())));
  // Told of when it is waited for.
  all.catch(() => undefined);

  return {
    async finish() {
      over = true;
      await all;
      return stories;
    },
  };
}

async function play(plot: Plot, client: Client, random: Random): Promise<Story> {
  const leaves = [...plot.leaves];
  let last: Acknowledged | null = null;
  for (const move of plot.moves) {
    await sleep(random.between(0, LONGEST_THOUGHT_MS));
    if (move.kind === "type") {
      last = await client.say({ text: move.text });
      if (!random.chance(HASTY)) await client.reply(last, PATIENCE_MS);
    } else if (last !== null) {
      const pressed = await press(move, last, client);
      if (pressed !== null) leaves.push(...move.leaves);
      last = pressed ?? last;
    }
  }
  return { plot, client, record: client.record, leaves };
}

async function press(
  { labels }: Extract<Move, { kind: "press" }>,
  last: Acknowledged,
  client: Client,
): Promise<Acknowledged | null> {
  const reply = await client.reply(last, PATIENCE_FOR_BUTTON_MS);
  const choice = reply?.choices.find(({ label }) => labels.includes(label));
  return choice ? client.say({ choice: choice.value }) : null;
}
