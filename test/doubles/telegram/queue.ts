import type { Body } from "./body.ts";

type Update = { update_id: number } & Record<string, unknown>;

/** Updates that wait for polls: given out until a later poll confirms them by its offset. */
export interface Updates {
  add(update: Update): void;
  /** gives it out once more although it was confirmed, ahead of all others */
  redeliver(update: Update): void;
  waiting(): number;
  /** resolves once this update was given out and a later poll asked for those behind it */
  confirmed(id: number): Promise<void>;
  /** somebody else begins to poll: whoever waits now is sent away */
  interrupt(): void;
  /** polls that were sent away for another one */
  conflicts(): number;
  poll(body: Body, isGone: () => boolean): Promise<readonly Update[] | "conflict">;
}

const LOOK_EVERY_MS = 2;

export function createUpdates(): Updates {
  let waiting: Update[] = [];
  let again: Update[] = [];
  const confirmedIds = new Set<number>();
  let givenAgain: readonly number[] = [];
  let poller = 0;
  let conflicts = 0;

  return {
    add(update) {
      if (waiting.some(({ update_id: id }) => id === update.update_id)) return;
      confirmedIds.delete(update.update_id);
      waiting = [...waiting, update].sort((a, b) => a.update_id - b.update_id);
    },
    redeliver(update) {
      confirmedIds.delete(update.update_id);
      again.push(update);
    },
    waiting: () => waiting.length,
    async confirmed(id) {
      while (!confirmedIds.has(id)) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    },
    interrupt() {
      poller++;
    },
    conflicts: () => conflicts,
    async poll(body, isGone) {
      const me = ++poller;
      const offset = Number(body["offset"] ?? 0);
      for (const { update_id: id } of waiting) if (id < offset) confirmedIds.add(id);
      for (const id of givenAgain) confirmedIds.add(id);
      givenAgain = [];
      waiting = waiting.filter(({ update_id: id }) => id >= offset);
      const until = performance.now() + Number(body["timeout"] ?? 0) * 1000;
      const limit = Number(body["limit"] ?? 100);
      for (;;) {
        if (isGone()) return [];
        if (me !== poller) {
          conflicts++;
          return "conflict";
        }
        if (again.length + waiting.length > 0) {
          const given = [...again, ...waiting].slice(0, limit);
          givenAgain = again.map(({ update_id: id }) => id);
          again = [];
          return given.filter((update) => isAsked(update, body["allowed_updates"]));
        }
        if (performance.now() >= until) return [];
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
  };
}

function isAsked(update: Update, allowed: unknown): boolean {
  return !Array.isArray(allowed) || allowed.some((kind) => typeof kind === "string" && kind in update);
}
