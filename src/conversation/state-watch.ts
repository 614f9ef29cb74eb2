import { pause } from "./pause.ts";
import type { AccountState } from "./standing.ts";

/** How an account of a channel stands, as one replica sees it. */
export interface ChannelState extends AccountState {
  channel: string;
}

/** Where the states of all replicas can be seen by each, and after them. */
export interface ChannelStates {
  /** Replaces what this replica said before, and says that it is alive. */
  keep(replica: string, states: readonly ChannelState[], now: Date): Promise<void>;
  /** The replica ends as it should: what it said holds no longer. */
  forget(replica: string): Promise<void>;
}

interface WatchParts {
  states: () => readonly ChannelState[];
  store: ChannelStates;
  replica: string;
  now: () => Date;
  onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 1_000;
/** A replica that is silent for some of these is taken for dead; see `channelStates`. */
const SAY_EVERY_MS = 30_000;
const AFTER_FAILURE_MS = 10_000;

/** Keeps what staff see up to date until `signal` aborts. */
export async function watchStates(
  { states, store, replica, now, onError }: WatchParts,
  signal: AbortSignal,
): Promise<void> {
  const nobody = new Set<() => void>();
  let said = "";
  let saidAt = 0;
  while (!signal.aborted) {
    const current = states();
    const saying = JSON.stringify(current);
    let wait = LOOK_EVERY_MS;
    if (saying !== said || performance.now() - saidAt >= SAY_EVERY_MS) {
      try {
        await store.keep(replica, current, now());
        said = saying;
        saidAt = performance.now();
      } catch (error) {
        onError(error);
        wait = AFTER_FAILURE_MS;
      }
    }
    await pause(wait, signal, nobody);
  }
  await store.forget(replica).catch(onError);
}
