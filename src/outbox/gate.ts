import { monotonic, type Clock, type Slots } from "./slots.ts";

/** Lets messages through one by one, at the moments of their accounts, the most urgent first. */
export interface Gate {
  /** The next moment of an account, handed out a little before it comes: time to mark what is to be sent. */
  next(account: string, priority: number): Promise<number>;
  /** Waits for the moment; when it was missed, for another one. */
  reach(account: string, moment: number): Promise<void>;
  /** how many wait for their moment */
  waiting(): number;
}

interface Waiter {
  priority: number;
  go: (moment: number) => void;
}

interface Line {
  waiters: Waiter[];
  moments: readonly number[];
  isMoving: boolean;
}

/** The marking takes less, mostly. */
const AHEAD_MS = 12;
/** Moments are reserved for less than a third of a second, so that nobody who is more urgent waits for longer. */
const MOST_RESERVED = 8;
const AGAIN_MS = 1_000;
/** Before everything else: it is marked already. */
const MARKED = -1;

export function createGate(slots: Slots, onError: (error: unknown) => void, clock: Clock = monotonic): Gate {
  const lines = new Map<string, Line>();
  let waiting = 0;

  return {
    next,
    waiting: () => waiting,
    async reach(account, moment) {
      for (let at = moment; ; at = await next(account, MARKED)) {
        await until(at);
        if (clock() <= at + slots.toleranceMs) return;
      }
    },
  };

  function next(account: string, priority: number): Promise<number> {
    const line = lines.get(account) ?? { waiters: [], moments: [], isMoving: false };
    lines.set(account, line);
    waiting++;
    return new Promise((go) => {
      line.waiters.push({ priority, go });
      if (!line.isMoving) void move(account, line);
    });
  }

  async function move(account: string, line: Line): Promise<void> {
    line.isMoving = true;
    while (line.waiters.length > 0) {
      const moment = await nextMoment(account, line);
      await until(moment - AHEAD_MS);
      // Only now, because somebody more urgent may have come.
      const first = mostUrgent(line.waiters);
      line.waiters.splice(line.waiters.indexOf(first), 1);
      waiting--;
      first.go(moment);
    }
    line.isMoving = false;
  }

  async function nextMoment(account: string, line: Line): Promise<number> {
    for (;;) {
      const [moment, ...others] = line.moments.filter((one) => one + slots.toleranceMs >= clock());
      line.moments = others;
      if (moment !== undefined) return moment;
      try {
        line.moments = await slots.reserve(account, Math.min(line.waiters.length, MOST_RESERVED));
      } catch (error) {
        onError(error);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  /** A timer may be early by a part of a millisecond. */
  async function until(moment: number): Promise<void> {
    for (let wait = moment - clock(); wait > 0; wait = moment - clock())
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
  }
}

function mostUrgent(waiters: readonly Waiter[]): Waiter {
  return waiters.reduce((best, one) => (one.priority < best.priority ? one : best));
}
