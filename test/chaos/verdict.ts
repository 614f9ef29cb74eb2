import type { MessageJson } from "../../src/channels/web/encode.ts";
import { addressOf } from "../../src/channels/web/tokens.ts";
import type { Effects } from "./effects.ts";
import type { Story } from "./load.ts";

/** What was found out about one database; every list holds sentences for whoever looks for the fault. */
export interface Verdict {
  conversations: number;
  accepted: number;
  answered: number;
  lost: readonly string[];
  /** one message stored, taken or answered twice */
  duplicated: readonly string[];
  /** answered in another order than asked */
  disordered: readonly string[];
  commands: number;
  /** commands that a reply confirmed and that left nothing behind */
  missing: readonly string[];
  appliedTwice: readonly string[];
}

interface Told {
  story: Story;
  lines: readonly MessageJson[];
}

/** Reads every conversation as its client can, and compares the database with what was asked for. */
export async function judge(stories: readonly Story[], effects: Effects): Promise<Verdict> {
  const told: Told[] = [];
  for (const story of stories) told.push({ story, lines: await story.client.all() });
  const accepted = stories.flatMap(({ record }) => record.messages);
  const lost = told.flatMap(lostIn);
  const expected = told.flatMap((one) =>
    one.story.leaves.map((key) => ({ key: ownKey(key, one.story), one })),
  );
  return {
    conversations: stories.length,
    accepted: accepted.length,
    answered: accepted.length - lost.length,
    lost,
    duplicated: told.flatMap(duplicatedIn),
    disordered: told.flatMap(disorderedIn),
    commands: expected.length,
    missing: expected
      .filter(({ key }) => !effects.has(key))
      .map(({ key, one }) => `${key}, whose conversation ended: ${endOf(one)}`),
    appliedTwice: [...effects]
      .filter(([, count]) => count > 1)
      .map(([key, count]) => `${key} (${count} times)`),
  };
}

/** What belongs to a conversation is kept under its address. */
function ownKey(key: string, { record }: Story): string {
  return /^(?:follow|consent):/.test(key) ? `${key}@${addressOf(record.token ?? "").chat}` : key;
}

const LAST_LINES = 6;

function endOf({ lines }: Told): string {
  const words = lines.slice(-LAST_LINES).map(({ from, text }) => `${from} “${text.slice(0, 100)}”`);
  return words.join(", ").replaceAll("\n", " ");
}

function lostIn({ story, lines }: Told): string[] {
  return story.record.messages
    .filter(({ id }) => !lines.some((line) => line.from !== "user" && sameMessage(line.inReplyTo, id)))
    .map(({ id, said }) => `${story.plot.name}: ${JSON.stringify(said)} (${id}) has no answer`);
}

function duplicatedIn({ story, lines }: Told): string[] {
  const { plot, record } = story;
  const found: string[] = [];
  if (record.tokens.size > 1)
    found.push(`${plot.name}: one first message made ${record.tokens.size} conversations`);
  for (const { id, said, timesNew } of record.messages) {
    const what = `${plot.name}: ${JSON.stringify(said)} (${id})`;
    if (timesNew > 1) found.push(`${what} was new ${timesNew} times`);
    const stored = lines.filter((line) => line.from === "user" && sameMessage(line.id, id)).length;
    if (stored > 1) found.push(`${what} is stored ${stored} times`);
    const replies = lines.filter((line) => line.from !== "user" && sameMessage(line.inReplyTo, id));
    if (new Set(replies.map(({ text }) => text)).size < replies.length)
      found.push(`${what} is answered twice`);
  }
  return found;
}

/** Notices that answer nothing, such as the offer of a seat, may come at any time. */
function disorderedIn({ story, lines }: Told): string[] {
  const answered = lines.flatMap(({ inReplyTo }) => inReplyTo ?? []);
  const places = answered.map((id) => story.record.messages.findIndex((one) => sameMessage(id, one.id)));
  return places.some((place, at) => place < (places[at - 1] ?? 0))
    ? [`${story.plot.name}: answers in the order ${places.join(" ")}`]
    : [];
}

/** The control stores each delivery under an id of its own that begins with the client's. */
function sameMessage(stored: string | null, id: string): boolean {
  return stored?.startsWith(id) === true;
}
