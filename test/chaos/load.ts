import { setTimeout as sleep } from "node:timers/promises";
import type { MessageJson } from "../../src/channels/web/encode.ts";
import type { Acknowledged, Client, ClientRecord } from "./client.ts";
import { createClient, Forgotten } from "./client.ts";
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

/** People who talk at the same time; whoever waits for a button that a killed process owes does not count. */
const AT_ONCE = 12;
const MOST_WAITING = 30;
/** People who do not wait for the answer, and how long the others wait before they go on. */
const HASTY = 0.5;
const PATIENCE_MS = 600;
/** A button needs its reply, however often the process dies before; only the last process has to be quick. */
const PATIENCE_FOR_BUTTON_MS = 60_000;
const LONGEST_THOUGHT_MS = 40;

/** Keeps conversations going, the next as soon as one is over or has to wait. */
export function startLoad(server: Server, random: Random): Load {
  const stories: Story[] = [];
  const open = new Set<Promise<void>>();
  let [talking, over] = [0, false];
  let failure: unknown = null;
  let listeners: (() => void)[] = [];
  fill();

  function fill(): void {
    while (!over && talking < AT_ONCE && open.size < AT_ONCE + MOST_WAITING) {
      talking += 1;
      const one = converse(random.fork()).finally(() => {
        open.delete(one);
        talking -= 1;
        fill();
      });
      open.add(one);
    }
  }

  async function converse(chance: Random): Promise<void> {
    try {
      const client = createClient(server, chance.fork(), acknowledged);
      stories.push(await play(nextPlot(chance), { client, random: chance, isLast: () => over, aside }));
    } catch (error) {
      // Told of at the end, when it is waited for.
      failure ??= error;
      over = true;
    }
  }

  /** Somebody else may talk in the meantime. */
  async function aside<T>(work: Promise<T>): Promise<T> {
    talking -= 1;
    fill();
    try {
      return await work;
    } finally {
      talking += 1;
    }
  }

  function acknowledged(): void {
    for (const listener of listeners) listener();
    listeners = [];
  }

  return {
    nextAcknowledgement: () => new Promise((resolve) => listeners.push(resolve)),
    async finish() {
      over = true;
      await Promise.all(open);
      if (failure !== null) throw failure as Error;
      return stories;
    },
  };
}

interface Talk {
  client: Client;
  random: Random;
  /** whether no more kills come */
  isLast: () => boolean;
  /** marks what may take long */
  aside: <T>(work: Promise<T>) => Promise<T>;
}

/** What was lost is counted at the end; what would have followed from it cannot be expected. */
async function play(plot: Plot, talk: Talk): Promise<Story> {
  const { client } = talk;
  try {
    return { plot, client, record: client.record, leaves: await sayAll(plot, talk) };
  } catch (error) {
    if (!(error instanceof Forgotten)) throw error;
    return { plot, client, record: client.record, leaves: [] };
  }
}

/** Returns what must be there afterwards. */
async function sayAll(plot: Plot, talk: Talk): Promise<readonly string[]> {
  const { client, random } = talk;
  const leaves = [...plot.leaves];
  let last: Acknowledged | null = null;
  for (const move of plot.moves) {
    await sleep(random.between(0, LONGEST_THOUGHT_MS));
    if (move.kind === "type") {
      last = await client.say({ text: move.text });
      if (!random.chance(HASTY)) await client.reply(last, PATIENCE_MS);
    } else if (last !== null) {
      const reply = await replyWithButtons(last, talk);
      if (reply === null) return [];
      const choice = reply.choices.find(({ label }) => move.labels.includes(label));
      if (!choice) continue;
      last = await client.say({ choice: choice.value });
      leaves.push(...move.leaves);
    }
  }
  return leaves;
}

async function replyWithButtons(
  to: Acknowledged,
  { client, isLast, aside }: Talk,
): Promise<MessageJson | null> {
  const soon = await client.reply(to, PATIENCE_MS);
  if (soon !== null) return soon;
  return aside(
    (async () => {
      for (;;) {
        const wasLast = isLast();
        const reply = await client.reply(to, PATIENCE_FOR_BUTTON_MS);
        if (reply !== null || wasLast) return reply;
      }
    })(),
  );
}
