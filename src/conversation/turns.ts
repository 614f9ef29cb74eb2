import { pause } from "./pause.ts";

/** Things that of all replicas one has at a time, for a while. */
export interface Leases {
  /** Makes or keeps `name` the `owner`'s until then, unless somebody else has it still. Returns who has it now. */
  take(lease: { name: string; owner: string; until: Date; now: Date }): Promise<string>;
  /** Gives back what is the `owner`'s. */
  release(name: string, owner: string): Promise<void>;
}

/** What is done in turn: polling for a bot, being signed in as a person. */
interface Turn {
  /**
   * Called when it is this replica's turn. `turn` aborts when the turn is over; the work ends as soon as it can, and
   * only then somebody else begins. Work that ends by itself gives the turn up for good.
   */
  work: (turn: AbortSignal) => Promise<void>;
  /** another replica has the turn; null while it cannot be known */
  onWaiting: (holder: string | null) => void;
}

export interface Turns {
  /** Waits for turns and takes them until `signal` aborts. */
  run(name: string, turn: Turn, signal: AbortSignal): Promise<void>;
}

export interface TurnTimes {
  /** a replica that died has its turns for so long */
  leaseMs: number;
  /** how often a turn is made longer */
  renewMs: number;
  /** how often one who waits looks */
  lookMs: number;
  /** so long before its lease ends, a turn that could not be made longer is over */
  marginMs: number;
}

const USUAL: TurnTimes = { leaseMs: 30_000, renewMs: 8_000, lookMs: 5_000, marginMs: 5_000 };

interface TurnParts {
  leases: Leases;
  /** what staff and the other replicas know this one by */
  owner: string;
  now: () => Date;
  onError: (error: unknown) => void;
  times?: Partial<TurnTimes>;
}

export function createTurns({ leases, owner, now, onError, times }: TurnParts): Turns {
  const { leaseMs, renewMs, lookMs, marginMs } = { ...USUAL, ...times };
  const nobody = new Set<() => void>();

  return {
    async run(name, { work, onWaiting }, signal) {
      while (!signal.aborted) {
        const startedAt = performance.now();
        const holder = await take(name);
        if (holder !== owner) {
          onWaiting(holder);
          await pause(lookMs, signal, nobody);
        } else if (await hold({ name, work, startedAt }, signal)) return;
      }
    },
  };

  /** null: it could not be asked */
  async function take(name: string): Promise<string | null> {
    try {
      const at = now();
      return await leases.take({ name, owner, until: new Date(at.getTime() + leaseMs), now: at });
    } catch (error) {
      onError(error);
      return null;
    }
  }

  /** One turn, from its lease taken to its lease given back; true when the work ended by itself. */
  async function hold(
    { name, work, startedAt }: { name: string; work: Turn["work"]; startedAt: number },
    signal: AbortSignal,
  ): Promise<boolean> {
    const lost = new AbortController();
    const turn = AbortSignal.any([signal, lost.signal]);
    const over = new AbortController();
    const renewing = keep(name, { lost, startedAt }, over.signal);
    try {
      await work(turn);
      return !turn.aborted;
    } finally {
      over.abort();
      await renewing;
      await leases.release(name, owner).catch(onError);
    }
  }

  /** Makes the lease longer again and again; gives the turn up in time when it cannot. */
  async function keep(
    name: string,
    { lost, startedAt }: { lost: AbortController; startedAt: number },
    over: AbortSignal,
  ): Promise<void> {
    const giveUp = () => {
      lost.abort();
    };
    // Measured by a timer and not by the clock, which somebody may set.
    const endOf = (from: number) =>
      setTimeout(giveUp, Math.max(0, leaseMs - marginMs - (performance.now() - from)));
    let end = endOf(startedAt);
    const isOver = () => over.aborted || lost.signal.aborted;
    await pause(renewMs, over, nobody);
    while (!isOver()) {
      const askedAt = performance.now();
      const holder = await take(name);
      // One that came back after its end is not made longer.
      if (holder === owner && !isOver()) {
        clearTimeout(end);
        end = endOf(askedAt);
      } else if (holder !== null) giveUp();
      await pause(renewMs, over, nobody);
    }
    clearTimeout(end);
  }
}
