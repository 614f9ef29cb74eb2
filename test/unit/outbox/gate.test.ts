import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGate } from "../../../src/outbox/gate.ts";
import { evenly, type Slots } from "../../../src/outbox/slots.ts";

const GAP_MS = 100;
const TOLERANCE_MS = 20;

/** Moments every tenth of a second; what happened, and when. */
function gateOver(reserve?: Slots["reserve"]) {
  let end = 0;
  const slots: Slots = {
    toleranceMs: TOLERANCE_MS,
    reserve:
      reserve ??
      ((_account, count) => {
        const first = Math.max(Date.now(), end);
        end = first + count * GAP_MS;
        return Promise.resolve(evenly(first, GAP_MS, count));
      }),
  };
  const seen: string[] = [];
  const note = (what: string) => {
    seen.push(`${Date.now()} ${what}`);
  };
  const gate = createGate(
    slots,
    (error) => {
      note(String(error));
    },
    Date.now,
  );
  const marks =
    (id: string, ms: number, may = true) =>
    async () => {
      note(`marks ${id}`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return may;
    };
  const goes = (id: string, priority: number, mark?: () => Promise<boolean>) =>
    gate.turn("a", priority, mark).then((may) => {
      note(may ? `sends ${id}` : `keeps ${id}`);
    });
  return { seen, marks, goes, gate };
}

describe("gate", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("marks what is to be sent right before its moment", async () => {
    const { seen, marks, goes } = gateOver();
    const both = Promise.all([goes("first", 2, marks("first", 5)), goes("second", 2, marks("second", 5))]);
    await vi.advanceTimersByTimeAsync(1000);
    await both;
    // The first moment is now: it is used a little late. The second is known before it comes.
    expect(seen).toEqual(["0 marks first", "5 sends first", "95 marks second", "100 sends second"]);
  });

  it("gives another moment to what took too long to mark, and marks nothing else meanwhile", async () => {
    const { seen, marks, goes } = gateOver();
    const both = Promise.all([goes("slow", 2, marks("slow", 30)), goes("next", 2, marks("next", 5))]);
    await vi.advanceTimersByTimeAsync(1000);
    await both;
    expect(seen.map((one) => one.replace(/^\d+ /u, ""))).toEqual([
      "marks slow",
      "sends slow",
      "marks next",
      "sends next",
    ]);
    expect(seen[1]).toBe("100 sends slow");
    expect(seen[3]).toBe("200 sends next");
  });

  it("lets somebody who was answered go before what is not marked yet", async () => {
    const { seen, marks, goes } = gateOver();
    const first = goes("first", 2, marks("first", 5));
    const second = goes("second", 2, marks("second", 5));
    await vi.advanceTimersByTimeAsync(50);
    const reply = goes("reply", 0);
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all([first, second, reply]);
    expect(seen.filter((one) => one.includes("sends"))).toEqual([
      "5 sends first",
      "100 sends reply",
      "200 sends second",
    ]);
  });

  it("leaves the moment of what must not leave to the next one", async () => {
    const { seen, marks, goes } = gateOver();
    const both = Promise.all([
      goes("refused", 2, marks("refused", 5, false)),
      goes("next", 2, marks("next", 5)),
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    await both;
    expect(seen).toEqual(["0 marks refused", "5 keeps refused", "5 marks next", "10 sends next"]);
  });

  it("goes on after a marking that failed, and after a store that was away", async () => {
    let isAway = true;
    const { seen, marks, goes } = gateOver((_account, count) => {
      if (!isAway) return Promise.resolve(evenly(Date.now(), GAP_MS, count));
      isAway = false;
      return Promise.reject(new Error("away"));
    });
    const failed = goes("failed", 2, () => Promise.reject(new Error("no transaction")));
    const next = goes("next", 2, marks("next", 5));
    const rejected = expect(failed).rejects.toThrow("no transaction");
    await vi.advanceTimersByTimeAsync(2000);
    await Promise.all([rejected, next]);
    expect(seen[0]).toBe("0 Error: away");
    expect(seen.at(-1)).toContain("sends next");
  });
});
