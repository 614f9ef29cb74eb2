import { describe, expect, it } from "vitest";
import { likeness, phraseOf } from "../../../src/search/index.ts";

const phrase = (text: string) => phraseOf(text, (word) => (word === "là" || word === "la" ? 0.2 : 1));
const like = (a: string, b: string) => likeness(phrase(a), phrase(b));

describe("likeness of two phrases", () => {
  it("is 1 for the same, whatever the diacritics and the case, and 0 where nothing is shared", () => {
    expect(like("Mã vạch nước mắm", "ma vach nuoc mam")).toBe(1);
    expect(like("mã vạch", "nhãn hàng hóa")).toBe(0);
    expect(like("", "mã vạch")).toBe(0);
    expect(like("", "")).toBe(0);
  });

  it("is the same both ways and falls with every word that differs", () => {
    const [a, b, c] = ["mã vạch nước mắm", "mã vạch nước mía", "mã vạch bánh tráng"];
    expect(like(a, b)).toBe(like(b, a));
    expect(like(a, b)).toBeGreaterThan(like(a, c));
    expect(like(a, c)).toBeGreaterThan(0);
  });

  it("nearly counts a long word with one slip, and takes no short one for another", () => {
    const exact = like("sầu riêng", "sầu riêng");
    const slip = like("sau riengg", "sầu riêng");
    expect(slip).toBeLessThan(exact);
    expect(slip).toBeGreaterThan(0.5);
    expect(like("mắm", "mía")).toBe(0);
  });

  it("knows the order of words by their pairs, and lets small words weigh little", () => {
    expect(like("hàng nhãn hóa", "nhãn hàng hóa")).toBeLessThan(1);
    expect(like("vietgap là", "vietgap")).toBeGreaterThan(like("vietgap rau", "vietgap"));
  });
});
