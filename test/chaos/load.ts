import { setTimeout as sleep } from "node:timers/promises";
import type { MessageJson } from "../../src/channels/web/line-json.ts";
import type { Acknowledged, Client, ClientRecord } from "./client.ts";
import { createClient } from "./client.ts";
import { nextPlot, type Plot } from "./plots.ts";
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
  /** resolves when somebody gets a 202 from now on */
  nextAcknowledgement(): Promise<void>;
  /** Lets everybody say what they have begun to say; nobody new comes. */
  finish(): Promise<readonly Story[]>;
}

const AT_ONCE = 14;
/** People who do not wait for the answer, and how long the others wait before they go on. */
const HASTY = 0.5;
const PATIENCE_MS = 600;
/** A button needs its reply, however often the process dies before; only the last process has to be quick. */
const PATIENCE_FOR_BUTTON_MS = 60_000;
const LONGEST_THOUGHT_MS = 40;

/** Keeps conversations going, the next as soon as one is over. */
export function startLoad(server: Server, random: Random): Load {
  const stories: Story[] = [];
  let over = false;
  let listeners: (() => void)[] = [];

  async function oneAfterAnother(chance: Random): Promise<void> {
    while (!over)
      stories.push(
        await play(nextPlot(chance), createClient(server, chance.fork(), acknowledged), chance, () => over),
      );
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, () => oneAfterAnother(random.fork())));
  // Told of when it is waited for.
  all.catch(() => undefined);

  function acknowledged(): void {
    for (const listener of listeners) listener();
    listeners = [];
  }

  return {
    nextAcknowledgement: () => new Promise((resolve) => listeners.push(resolve)),
    async finish() {
      over = true;
      await all;
      return stories;
    },
  };
}

/** @param isLast whether no more kills come */
async function play(plot: Plot, client: Client, random: Random, isLast: () => boolean): Promise<Story> {
  const leaves = [...plot.leaves];
  const { record } = client;
  let last: Acknowledged | null = null;
  for (const move of plot.moves) {
    await sleep(random.between(0, LONGEST_THOUGHT_MS));
    if (move.kind === "type") {
      last = await client.say({ text: move.text });
      if (!random.chance(HASTY)) await client.reply(last, PATIENCE_MS);
    } else if (last !== null) {
      const reply = await replyWithButtons(last, client, isLast);
      // The message is lost, which is told of; what would have followed from it cannot be expected.
      if (reply === null) return { plot, client, record, leaves: [] };
      const choice = reply.choices.find(({ label }) => move.labels.includes(label));
      if (!choice) continue;
      last = await client.say({ choice: choice.value });
      leaves.push(...move.leaves);
    }
  }
  return { plot, client, record, leaves };
}

async function replyWithButtons(
  to: Acknowledged,
  client: Client,
  isLast: () => boolean,
): Promise<MessageJson | null> {
  for (;;) {
    const wasLast = isLast();
    const reply = await client.reply(to, PATIENCE_FOR_BUTTON_MS);
    if (reply !== null || wasLast) return reply;
  }
}
