import { monotonic, type Clock, type Slots } from "./slots.ts";

/** Lets messages through one by one, at the moments of their accounts, the most urgent first. */
export interface Gate {
  /**
   * Waits for the next moment of an account. What must be marked is marked just so early that it leaves right at it, and
   * meanwhile nothing else of the account is: of each account at most one message is marked and has not left. False when
   * the marking says that it must not leave.
   */
  turn(account: string, priority: number, mark?: Mark): Promise<boolean>;
  /** how many wait for their moment */
  waiting(): number;
}

type Mark = () => Promise<boolean>;

interface Waiter {
  priority: number;
  mark: Mark | undefined;
  go: (may: boolean) => void;
  fail: (error: unknown) => void;
}

interface Line {
  waiters: Waiter[];
  moments: readonly number[];
  isMoving: boolean;
}

/** How long marking takes until that is known better, and the most that is counted on. */
const MARKING_MS = 5;
const LONGEST_MARKING_MS = 50;
/** The usual time is the mean of about so many. */
const REMEMBERED = 8;
/** Moments are reserved for less than a third of a second, so that nobody who is more urgent waits for longer. */
const MOST_RESERVED = 8;
const AGAIN_MS = 1_000;

export function createGate(slots: Slots, onError: (error: unknown) => void, clock: Clock = monotonic): Gate {
  const lines = new Map<string, Line>();
  let waiting = 0;
  let markingMs = MARKING_MS;

  return {
    waiting: () => waiting,
    turn(account, priority, mark) {
      const line = lines.get(account) ?? { waiters: [], moments: [], isMoving: false };
      lines.set(account, line);
      waiting++;
      return new Promise((go, fail) => {
        line.waiters.push({ priority, mark, go, fail });
        if (!line.isMoving) void move(account, line);
      });
    },
  };

  async function move(account: string, line: Line): Promise<void> {
    line.isMoving = true;
    while (line.waiters.length > 0) {
      const moment = await nextMoment(account, line);
      await until(moment - markingMs);
      // Only now, because somebody more urgent may have come.
      const first = mostUrgent(line.waiters);
      line.waiters.splice(line.waiters.indexOf(first), 1);
      waiting--;
      try {
        const may = first.mark === undefined || (await timed(first.mark));
        // Whoever must not leave leaves the moment to the next one.
        if (may) await reach(account, line, moment);
        else line.moments = [moment, ...line.moments];
        first.go(may);
      } catch (error) {
        first.fail(error);
      }
    }
    line.isMoving = false;
  }

  async function timed(mark: Mark): Promise<boolean> {
    const began = clock();
    const may = await mark();
    markingMs += (Math.min(clock() - began, LONGEST_MARKING_MS) - markingMs) / REMEMBERED;
    return may;
  }

  /** Waits for the moment; when it was missed, for another one. */
  async function reach(account: string, line: Line, moment: number): Promise<void> {
    for (let at = moment; ; at = await nextMoment(account, line)) {
      await until(at);
      if (isInTime(at)) return;
    }
  }

  function isInTime(moment: number): boolean {
    return clock() <= moment + slots.toleranceMs;
  }

  async function nextMoment(account: string, line: Line): Promise<number> {
    for (;;) {
      const [moment, ...others] = line.moments.filter(isInTime);
      line.moments = others;
      if (moment !== undefined) return moment;
      try {
        const wanted = Math.max(1, Math.min(line.waiters.length, MOST_RESERVED));
        line.moments = await slots.reserve(account, wanted);
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
