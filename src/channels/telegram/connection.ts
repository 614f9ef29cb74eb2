import { pause } from "../../conversation/pause.ts";
import type { Client } from "./client.ts";
import { COMMANDS } from "./commands.ts";
import type { Failure } from "./failures.ts";
import { keepWebhook } from "./hook.ts";
import { poll } from "./poll.ts";
import { webhookPath, type Timing, type Usual } from "./settings.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";

interface ConnectionParts {
  settings: Usual;
  account: string;
  client: Client;
  standing: Standing;
  /** takes an update that a poll brought; throws when it could not be stored */
  take: (update: unknown) => Promise<void>;
  onName: (username: string) => void;
  /** told of an exception that should not be */
  onCrash: (error: unknown) => void;
}

type Stretch = { kind: "failed"; failure: Failure } | { kind: "again" };

/** Keeps one bot connected until `signal` aborts, or its token turns out to be wrong. */
export async function keepConnected(parts: ConnectionParts, signal: AbortSignal): Promise<void> {
  const { standing, settings } = parts;
  const { timing } = settings;
  let failures = 0;
  let afterConflict = false;
  const onWell = () => {
    failures = 0;
    standing.well("receiving");
  };
  while (!signal.aborted) {
    // After a conflict only a poll that was left in peace shows that nobody else polls.
    const ended = await stretch(parts, { signal, onWell, quickStart: !afterConflict });
    // Waiting makes no wrong token right.
    if (ended.kind === "failed" && ended.failure.kind === "token") return;
    afterConflict = ended.kind === "failed" && ended.failure.kind === "conflict";
    const backoff = Math.min(timing.firstBackoff * 2 ** failures, timing.longestBackoff);
    failures++;
    await pause(waitAfter(ended, backoff, timing), signal, new Set());
  }
}

interface StretchParts {
  signal: AbortSignal;
  onWell: () => void;
  quickStart: boolean;
}

/** One stretch of being connected, whatever becomes of it. */
async function stretch(parts: ConnectionParts, how: StretchParts): Promise<Stretch> {
  try {
    const ended = await session(parts, how);
    if (ended.kind === "failed") tellStaff(ended.failure, parts.standing);
    return ended;
  } catch (error) {
    parts.onCrash(error);
    parts.standing.set("receiving", "waiting", texts.standing.crashed);
    return { kind: "again" };
  }
}

async function session(
  parts: ConnectionParts,
  { signal, onWell, quickStart }: StretchParts,
): Promise<Stretch> {
  const { client, settings, account, standing, take } = parts;
  const me = await client.call((api, abort) => api.getMe(abort), signal);
  if (me.kind === "failed") return me;
  parts.onName(me.result.username);
  const commands = await client.call((api, abort) => api.setMyCommands(COMMANDS, {}, abort), signal);
  // The list of commands is a convenience; a token that is wrong is not.
  if (commands.kind === "failed" && commands.failure.kind === "token") return commands;

  const { inbound } = settings;
  if (inbound.kind === "webhook") {
    const url = inbound.publicUrl + webhookPath(account);
    const watch = { secret: inbound.secret, everyMs: settings.timing.watchEvery };
    const failure = await keepWebhook({ client, standing, url, ...watch, onSet: onWell, signal });
    return { kind: "failed", failure };
  }
  // With a webhook set, polls are refused. What waits there is kept.
  const removed = await client.call((api, abort) => api.deleteWebhook({}, abort), signal);
  if (removed.kind === "failed") return removed;
  const ended = await poll({ client, settings, take, onPolled: onWell, signal, quickStart });
  return ended.kind === "failed" ? ended : { kind: "again" };
}

function waitAfter(ended: Stretch, backoff: number, timing: Timing): number {
  if (ended.kind === "again") return backoff;
  if (ended.failure.kind === "conflict") return timing.conflict;
  return ended.failure.kind === "limited" ? (ended.failure.afterMs ?? timing.limited) : backoff;
}

function tellStaff(failure: Failure, standing: Standing): void {
  const words = texts.standing;
  const waiting = (why: string) => {
    standing.set("receiving", "waiting", why);
  };
  switch (failure.kind) {
    case "stopped":
      return;
    case "token":
      standing.set("receiving", "stopped", words.token);
      return;
    case "conflict":
      waiting(words.conflict);
      return;
    case "limited":
      waiting(words.limited);
      return;
    case "unreachable":
    case "lost":
      waiting(words.unreachable);
      return;
    case "server":
      waiting(words.failing(String(failure.code)));
      return;
    case "forbidden":
      waiting(words.failing("403"));
      return;
    case "no_method":
      waiting(words.failing("404"));
      return;
    case "bad_request":
    case "gone":
    case "migrated":
      waiting(words.failing("400"));
  }
}
