import { describe, expect, it } from "vitest";
import { sectionId } from "../../../src/channels/web/links.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

describe("addresses of sections", () => {
  it.each([
    ["Điều 31 khoản 1", "muc-dieu-31-khoan-1"],
    ["I.3.b", "muc-i-3-b"],
    ["Trần phạt chung (bản gốc 2017)", "muc-tran-phat-chung-ban-goc-2017"],
  ])("%s → %s", (anchor, address) => {
    expect(sectionId(anchor)).toBe(address);
  });

  it("differ within every shipped document", { timeout: 60_000 }, async () => {
    const { documents } = await shippedKnowledge();
    for (const { id, sections } of documents) {
      const ids = sections.map(({ anchor }) => sectionId(anchor));
      expect(
        ids.filter((one, at) => ids.indexOf(one) !== at),
        id,
      ).toEqual([]);
    }
  });
});
