import { describe, expect, it } from "vitest";
import { asking } from "../../../src/channels/web/asking.ts";

describe("a question with the ones before it", () => {
  it("keeps the last four, without blanks", () => {
    expect(asking("q", ["a", " ", "b", "c", "d", "e"]).earlier).toEqual(["b", "c", "d", "e"]);
  });

  it("cuts long ones short", () => {
    expect(asking("q", ["ộ".repeat(1000)]).earlier).toEqual(["ộ".repeat(400)]);
  });
});
