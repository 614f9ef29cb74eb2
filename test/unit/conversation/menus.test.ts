import { describe, expect, it } from "vitest";
import { pressed, stamp, typed } from "../../../src/conversation/menus.ts";

const NOW = new Date("2026-11-24T09:00:00+07:00");
const LATER = new Date(NOW.getTime() + 12 * 3_600_000);
const replies = [
  {
    text: "a",
    choices: [
      { label: "Cũ", value: "old" },
      { label: "Menu", value: "go:menu" },
    ],
  },
  {
    text: "b",
    choices: [
      { label: "Đồng ý", value: "agree" },
      { label: "Yêu cầu", value: "go:my_requests" },
    ],
  },
  { text: "c" },
];
const { replies: shown, menu } = stamp(replies, "m1", NOW);

describe("the last menu", () => {
  it("is that of the last reply with choices; an earlier one keeps only what lasts", () => {
    expect(shown.map(({ choices }) => choices?.map(({ value }) => value))).toEqual([
      ["go:menu"],
      ["m1.0", "go:my_requests"],
      undefined,
    ]);
    expect(menu).toMatchObject({ id: "m1", choices: replies[1]?.choices });
    expect(stamp([{ text: "nothing" }], "m2", NOW).menu).toBeNull();
  });

  it("is read by number, by label and by button", () => {
    const agree = { kind: "choice", choice: { label: "Đồng ý", value: "agree" } };
    for (const words of ["1", " 1. ", "số 1", "so 1)", "đồng ý", "ĐỒNG Ý".normalize("NFD")])
      expect(typed(words, menu, NOW), words).toEqual(agree);
    expect(pressed("m1.0", menu, NOW)).toEqual(agree);
    expect(typed("đồng ý chứ", menu, NOW)).toEqual({ kind: "none" });
    expect(typed("100", menu, NOW)).toEqual({ kind: "none" });
  });

  it("tells numbers and buttons that belong to no choice of it", () => {
    expect(typed("0", menu, NOW)).toEqual({ kind: "out_of_range", most: 2 });
    expect(typed("3", menu, NOW)).toEqual({ kind: "out_of_range", most: 2 });
    expect(typed("3", null, NOW)).toEqual({ kind: "no_menu", typed: "3" });
    for (const value of ["m0.0", "m1.2", "m1.x", "m1", "agree", ""])
      expect(pressed(value, menu, NOW), value).toEqual({ kind: "stale" });
  });

  it("is forgotten after half a day, except for what lasts", () => {
    expect(pressed("m1.0", menu, LATER)).toEqual({ kind: "stale" });
    expect(typed("1", menu, LATER)).toEqual({ kind: "no_menu", typed: "1" });
    expect(typed("đồng ý", menu, LATER)).toEqual({ kind: "none" });
    expect(pressed("go:menu", null, LATER)).toMatchObject({ choice: { value: "go:menu" } });
  });
});
