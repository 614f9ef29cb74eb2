import { pause } from "../../conversation/pause.ts";
import type { Client } from "./client.ts";
import { chatIdIn, UPDATES, updateIdIn } from "./decode.ts";
import type { Failure } from "./failures.ts";
import type { Usual } from "./settings.ts";

/** How a stretch of polling ended. */
export type Polled =
  | { kind: "failed"; failure: Failure }
  /** an update could not be stored: it is asked for again */
  | { kind: "not_stored" }
  | { kind: "stopped" };

interface PollParts {
  client: Client;
  settings: Usual;
  /** throws when the update could not be stored */
  take: (update: unknown) => Promise<void>;
  /** called after each poll that brought an answer */
  onPolled: () => void;
  signal: AbortSignal;
  /** whether the first poll comes back at once, which tells soon that all is well */
  quickStart: boolean;
}

/** Asks for updates until something goes wrong. What was stored is confirmed by the next poll, and nothing else is. */
export async function poll({
  client,
  settings,
  take,
  onPolled,
  signal,
  quickStart,
}: PollParts): Promise<Polled> {
  // Null while nothing is to be confirmed. After a quiet week Telegram numbers anew from anywhere, and an offset kept
  // from before could confirm what was never seen.
  let offset: number | null = null;
  let seconds = quickStart ? 0 : settings.pollSeconds;
  while (!signal.aborted) {
    const confirmed = offset;
    const called = await client.wait(
      (api, abort) =>
        api.getUpdates(
          { timeout: seconds, allowed_updates: UPDATES, ...(confirmed !== null && { offset: confirmed }) },
          abort,
        ),
      signal,
    );
    if (called.kind === "failed") return { kind: "failed", failure: called.failure };
    onPolled();
    seconds = settings.pollSeconds;
    const updates: readonly unknown[] = Array.isArray(called.result) ? called.result : [];
    const { next, failed } = await takeAll(updates, confirmed, take);
    offset = next;
    if (failed) {
      await confirm(client, offset, signal);
      return { kind: "not_stored" };
    }
    // One who answers "nothing" without waiting must not be asked without end.
    if (offset === null) await pause(settings.timing.betweenPolls, signal, new Set());
  }
  return { kind: "stopped" };
}

/** In order within a chat; chats do not wait for one another's files. */
async function takeAll(
  updates: readonly unknown[],
  confirmed: number | null,
  take: (update: unknown) => Promise<void>,
): Promise<{ next: number | null; failed: boolean }> {
  const lanes = new Map<string, unknown[]>();
  for (const update of updates) lanes.set(chatIdIn(update), [...(lanes.get(chatIdIn(update)) ?? []), update]);
  const stuck: number[] = [];
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const update of lane) {
        try {
          await take(update);
        } catch {
          // Told where it happened. What follows in this chat waits for it.
          stuck.push(updateIdIn(update) ?? 0);
          return;
        }
      }
    }),
  );
  const ids = updates.map(updateIdIn).filter((id) => id !== null);
  const next = stuck.length > 0 ? Math.min(...stuck) : ids.length > 0 ? Math.max(...ids) + 1 : null;
  // Brought again from before what is confirmed already: going back would bring it for ever.
  return {
    next: next === null || confirmed === null ? next : Math.max(next, confirmed),
    failed: stuck.length > 0,
  };
}

/** What was stored before the one that was not is told now; the rest comes again. */
async function confirm(client: Client, offset: number | null, signal: AbortSignal): Promise<void> {
  if (offset === null) return;
  await client.call((api, abort) => api.getUpdates({ offset, limit: 1, timeout: 0 }, abort), signal);
}
