import { deadLetters } from "../../adapters/prisma/dead-letters.ts";
import type { Database } from "../../adapters/prisma/database.ts";
import { overdueMessages } from "../../adapters/prisma/overdue.ts";
import { channelStates, type AccountStanding } from "../../adapters/prisma/staff/channel-states.ts";
import type { ChannelSettings } from "../../channel-config.ts";
import { bad, note, ok, type Finding } from "./finding.ts";
import { texts } from "./texts.ts";

const OVERDUE_MS = 3_600_000;

/** How the channels stand, as their replicas last said. */
export async function examineChannels(
  database: Database,
  settings: ChannelSettings,
  now: Date,
): Promise<readonly Finding[]> {
  const standings = await channelStates(database, now);
  const switchedOn = [
    ["telegram", settings.telegram],
    ["zalo-bot", settings.zaloBot],
    ["zalo-oa", settings.zaloOa],
    ["zalo-personal", settings.zaloPersonal],
  ] as const;
  const silent = switchedOn
    .filter(([name, given]) => given !== null && !standings.some(({ channel }) => channel === name))
    .map(([name]) => note(texts.channels.silent(name)));
  const findings = [...standings.map(findingOf), ...silent];
  return findings.length > 0 ? findings : [ok(texts.channels.none)];
}

function findingOf(standing: AccountStanding): Finding {
  const { channel, account, state, since, replica, saidAt } = standing;
  const words = texts.channels;
  const why = standing.why ?? "";
  if (standing.isStale) return note(words.stale(channel, account, replica, saidAt));
  switch (state) {
    case "ok":
      return ok(words.ok(channel, account, since));
    case "waiting":
      return note(words.waiting(channel, account, since, why));
    case "stopped":
      return bad(words.stopped(channel, account, since, why));
  }
}

/** What waits for too long, and what nobody tries any more. */
export async function examineMessages(database: Database, now: Date): Promise<readonly Finding[]> {
  const overdue = await overdueMessages(database, new Date(now.getTime() - OVERDUE_MS));
  const dead = (await deadLetters(database)).length;
  const findings = overdue.map(({ channel, count }) => note(texts.messages.overdue(channel, count)));
  if (dead > 0) findings.push(note(texts.messages.dead(dead)));
  return findings.length > 0 ? findings : [ok(texts.messages.none)];
}
