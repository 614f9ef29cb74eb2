import { expect, it } from "vitest";
import { createPace } from "../../../../src/channels/telegram/pace.ts";

function given(patienceMs: number) {
  let at = new Date("2026-10-05T01:00:00Z").getTime();
  const pace = createPace(
    { perSecond: 30, chatEveryMs: 1_000, groupPerMinute: 20, patienceMs },
    () => new Date(at),
  );
  return {
    pace,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

it("lets one message a second into a chat", () => {
  const { pace } = given(2_000);
  const turns = [1, 2, 3, 4].map(() => pace.take("7", false));
  expect(turns).toEqual([
    { kind: "now", waitMs: 0 },
    { kind: "now", waitMs: 1_000 },
    { kind: "now", waitMs: 2_000 },
    { kind: "later", afterMs: 3_000 },
  ]);
});

it("lets 30 a second through all together", () => {
  const { pace } = given(2_000);
  const waits = Array.from({ length: 61 }, (_, at) => pace.take(String(at), false));
  expect(waits[0]).toEqual({ kind: "now", waitMs: 0 });
  expect(waits[30]?.kind === "now" && Math.round(waits[30].waitMs)).toBe(1_000);
  expect(waits[60]?.kind === "now" && Math.round(waits[60].waitMs)).toBe(2_000);
});

it("lets twenty a minute into a group", () => {
  const { pace, pass } = given(0);
  for (let sent = 0; sent < 20; sent++) {
    expect(pace.take("-5", true)).toEqual({ kind: "now", waitMs: 0 });
    pass(1_000);
  }
  expect(pace.take("-5", true)).toEqual({ kind: "later", afterMs: 40_000 });
  expect(pace.take("7", false).kind).toBe("now");
  pass(40_000);
  expect(pace.take("-5", true).kind).toBe("now");
  expect(pace.take("-5", true).kind).toBe("later");
});

it("lets a chat rest for hours while the others go on, and waits for nobody's turn that was not taken", () => {
  const { pace, pass } = given(500);
  pace.rest("7", 10_072_000);
  expect(pace.take("7", false)).toEqual({ kind: "later", afterMs: 10_072_000 });
  expect(pace.take("8", false)).toEqual({ kind: "now", waitMs: 0 });
  pass(10_072_000);
  expect(pace.take("7", false)).toEqual({ kind: "now", waitMs: 0 });
});

it("forgets chats that have been quiet, and none that rests", () => {
  const { pace, pass } = given(0);
  pace.rest("resting", 300_000);
  for (let chat = 0; chat < 1_500; chat++) {
    pace.take(String(chat), false);
    pass(100);
  }
  expect(pace.take("resting", false)).toMatchObject({ kind: "later" });
});

it("spares a turn only where one is free now, and takes none from the messages of the chat", () => {
  const { pace, pass } = given(2_000);
  expect(pace.spare("7")).toBe(0);
  // The answer itself comes right after the draft: it waits for a turn of all chats, not for one of this chat.
  const turn = pace.take("7", false);
  expect(turn.kind === "now" && Math.round(turn.waitMs)).toBe(33);
  expect(Math.round(pace.spare("7"))).toBe(1_033);
  pass(1_034);
  expect(pace.spare("7")).toBe(0);
  pass(500);
  expect(pace.spare("7")).toBe(500);
  pace.rest("8", 3_000);
  expect(pace.spare("8")).toBe(3_000);
});

it("spares nothing while messages use up all turns, and never goes beyond the limit of the bot", () => {
  const { pace, pass } = given(0);
  const spared: number[] = [];
  const said: number[] = [];
  for (let ms = 0; ms < 3_000; ms++) {
    // In the middle second an announcement goes out, as fast as it may.
    const isBusy = ms >= 1_000 && ms < 2_000;
    if (isBusy && pace.take(`p${ms}`, false).kind === "now") said.push(ms);
    if (pace.spare(`s${ms}`) === 0) spared.push(ms);
    pass(1);
  }
  expect(said.length).toBeGreaterThanOrEqual(29);
  expect(spared.filter((ms) => ms > 1_000 && ms < 2_000)).toEqual([]);
  expect(spared.filter((ms) => ms < 1_000).length).toBeLessThanOrEqual(16);
  const all = [...spared, ...said].sort((a, b) => a - b);
  for (const from of all)
    expect(all.filter((ms) => ms >= from && ms < from + 1_000).length).toBeLessThanOrEqual(31);
});
