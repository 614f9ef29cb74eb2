import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freeCode } from "../../../src/adapters/prisma/codes.ts";
import { CODE_BYTES, makeCode } from "../../../src/registry/codes.ts";
import { offerChoice, readOfferChoice } from "../../../src/registry/offer-choice.ts";
import { DEFAULT_RETENTION, retentionInWords } from "../../../src/registry/retention.ts";

describe("public codes", () => {
  it("are random, and have no letters that are taken for digits", () => {
    const codes = Array.from({ length: 2_000 }, () => makeCode("ĐK", randomBytes(CODE_BYTES)));
    for (const code of codes) expect(code).toMatch(/^ĐK-[34679ACDEFGHJKMNPQRTUVWXY]{7}$/);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join("")).size).toBe(25 + "Đ-".length);
  });

  it("are drawn again while they are taken, and not for ever", async () => {
    const taken = new Set(["YC-3333333", "YC-4444444"]);
    const source = [0, 1, 2].map((letter) => new Uint8Array(CODE_BYTES).map((_, at) => (at % 2) * letter));
    let drawn = 0;
    const bytes = () => source[drawn++] ?? new Uint8Array(CODE_BYTES);
    const code = await freeCode("YC", bytes, (one) => Promise.resolve(taken.has(one)));
    expect(code).toBe("YC-6666666");
    await expect(freeCode("YC", bytes, () => Promise.resolve(true))).rejects.toThrow(/no free code/);
  });
});

describe("the answer to an offer", () => {
  it("fits into a button and comes back as it went", () => {
    for (const accept of [true, false]) {
      const answer = { attendeeId: randomUUID(), accept };
      expect(offerChoice(answer).length).toBeLessThanOrEqual(40);
      expect(readOfferChoice(offerChoice(answer))).toEqual(answer);
    }
    for (const value of ["", "offer:", "offer:x0123", "go:offer", `offer:y${"g".repeat(32)}`]) {
      expect(readOfferChoice(value), value).toBeNull();
    }
  });
});

it("says in words how long things are kept", () => {
  expect(retentionInWords(DEFAULT_RETENTION)).toMatch(/180 ngày.*365 ngày.*5 năm.*5 năm/);
});
