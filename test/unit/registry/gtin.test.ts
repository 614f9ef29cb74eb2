import { describe, expect, it } from "vitest";
import { checkDigit, checkGtin, looksLikeGtin } from "../../../src/registry/gtin.ts";

describe("the check digit", () => {
  it.each(["8934567890120", "036000291452", "4006381333931", "9780306406157", "96385074", "15901234123454"])(
    "%s is right",
    (digits) => {
      expect(checkGtin(digits).kind).toBe("right");
    },
  );

  it("says which digit was expected", () => {
    expect(checkGtin("893 4567-890 123")).toEqual({
      kind: "wrong_check_digit",
      digits: "8934567890123",
      length: 13,
      given: "3",
      expected: "0",
    });
  });

  it("notices every single wrong digit", () => {
    const right = "8934567890120";
    for (let at = 0; at < right.length; at++) {
      for (const digit of "0123456789") {
        const typed = right.slice(0, at) + digit + right.slice(at + 1);
        expect(checkGtin(typed).kind).toBe(typed === right ? "right" : "wrong_check_digit");
      }
    }
  });

  it("completes any digits to a right number", () => {
    for (let n = 0; n < 500; n++) {
      const digits = String(n * 2_000_003).padStart(12, "0");
      expect(checkGtin(digits + checkDigit(digits)).kind).toBe("right");
    }
  });

  it.each([
    ["123", { kind: "wrong_length", count: 3 }],
    ["89345678901201234", { kind: "wrong_length", count: 17 }],
    ["", { kind: "no_number" }],
    ["893456789012O", { kind: "no_number" }],
    ["mã vạch", { kind: "no_number" }],
    ["-", { kind: "no_number" }],
  ])("%j → %j", (text, expected) => {
    expect(checkGtin(text)).toEqual(expected);
  });
});

describe("the prefix", () => {
  const originOf = (digitsBefore: string) => {
    const check = checkGtin(digitsBefore + checkDigit(digitsBefore));
    return check.kind === "right" ? check.origin : null;
  };
  it.each([
    ["893456789012", { kind: "country", prefix: "893", name: "Việt Nam" }],
    ["690123456789", { kind: "country", prefix: "690", name: "Trung Quốc" }],
    ["450123456789", { kind: "country", prefix: "450", name: "Nhật Bản" }],
    ["885123456789", { kind: "country", prefix: "885", name: "Thái Lan" }],
    // 12 digits: a zero before them
    ["03600029145", { kind: "country", prefix: "003", name: "Hoa Kỳ, Canada" }],
    ["20123456789", { kind: "in_store", prefix: "020" }],
    // 14 digits: the first is the packing
    ["1893456789012", { kind: "country", prefix: "893", name: "Việt Nam" }],
    ["200123456789", { kind: "in_store", prefix: "200" }],
    ["977123456789", { kind: "serial", prefix: "977" }],
    ["978030640615", { kind: "book", prefix: "978" }],
    ["600123456789", { kind: "unknown", prefix: "600" }],
    ["050123456789", { kind: "unknown", prefix: "050" }],
    // 8 digits: a table of their own
    ["8934567", { kind: "country", prefix: "893", name: "Việt Nam" }],
    ["0123456", { kind: "in_store", prefix: "012" }],
  ])("of %s is %j", (digitsBefore, origin) => {
    expect(originOf(digitsBefore)).toEqual(origin);
  });

  it("is read beside the level of packing", () => {
    expect(checkGtin("15901234123454")).toMatchObject({ packing: 1 });
    expect(checkGtin("8934567890120")).toMatchObject({ packing: null });
  });
});

describe("whether a bare number is one", () => {
  it.each([
    "8934567890120",
    "893 456 789 0120",
    "8934567890123",
    "036000291452",
    "96385074",
    "8-934567-890120",
  ])("%s looks like one", (text) => {
    expect(looksLikeGtin(text)).toBe(true);
  });

  it.each([
    "0905123456",
    "12",
    "12-11-2026",
    "2026-11-24",
    "24 11 2026",
    "4300123456-001",
    "051099001235",
    "8934567890120 là mã gì",
    "DK 12",
    "",
    "1.500.000",
    "+84905123456",
  ])("%s does not", (text) => {
    expect(looksLikeGtin(text)).toBe(false);
  });
});
