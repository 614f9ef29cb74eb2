import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, loadIndex } from "../../../src/search/index.ts";
import { entries, everyday, lexicon } from "./samples.ts";

const index = buildIndex(entries, { lexicon, everyday });
const best = (question: string): string | undefined => index.search(question, 3).hits[0]?.id;
const repaired = (question: string): string => index.search(question, 1).repaired;

describe("finding", () => {
  it.each([
    ["phí duy trì mã vạch", "ma-vach-phi"],
    ["ma vach dong bao nhieu mot nam", "ma-vach-phi"],
    ["bao lau thi co ma vach", "ma-vach-bao-lau"],
    ["nhãn in địa chỉ cũ", "nhan"],
    ["co cho tien hong", "ho-tro"],
    ["htx dc ho tro j", "htx"],
    ["nscl", "ho-tro"],
    ["truy xuất nguồn gốc là gì", "truy-xuat"],
  ])("%s → %s", (question, id) => {
    expect(best(question)).toBe(id);
  });

  it.each(["tt 232", "thong tu 232", "TT232/2016", "232/2016/tt-btc", "thông tư số 232"])(
    "finds a document by its number, spelled %s",
    (question) => {
      expect(best(question)).toBe("ma-vach-phi");
    },
  );

  it("prefers the document that is named by its number", () => {
    const found = index.search("nd 37 co noi gi ve hop tac xa", 6).hits.map((hit) => hit.id);
    expect(["ma-vach-bao-lau", "nhan"]).toContain(found[0]);
  });

  it("learns from sample questions typed without diacritics, not how words look", () => {
    expect(repaired("dong tien")).toBe("đóng tiền");
  });

  it("quotes the clause that answers, by its place in the text", () => {
    const { hits } = index.search("nộp phí mã vạch chậm nhất ngày nào", 1);
    const clause = hits[0]?.clause ?? { start: 0, end: 0 };
    expect(entries[0]?.text.slice(clause.start, clause.end)).toBe("Nộp chậm nhất ngày 30/6 hằng năm.");
  });

  it("quotes the definition when one is asked for", () => {
    const clause = index.search("truy xuất nguồn gốc là gì", 1).hits[0]?.clause ?? { start: 0, end: 0 };
    expect(entries[5]?.text.slice(clause.start, clause.end)).toMatch(/^1\. Truy xuất nguồn gốc là khả năng/);
  });

  it("measures coverage against the whole question, unknown words included", () => {
    const known = index.search("phí duy trì mã vạch", 1).hits[0];
    const foreign = index.search("phí duy trì bitcoin", 1).hits[0];
    expect(known?.coverage).toBeCloseTo(1);
    expect(known?.titleCoverage).toBeCloseTo(1);
    expect(foreign?.coverage).toBeLessThan(0.8);
  });
});

describe("repair", () => {
  it.each([
    ["phi duy tri ma vach bao nhieu", "phí duy trì mã vạch bao nhiêu"],
    ["phí duy tri mã vach", "phí duy trì mã vạch"],
    ["mã vạchh bao lâu có", "mã vạch bao lâu có"],
    ["htx duoc ho tro j", "hợp tác xã được hỗ trợ gì"],
    ["NSCL la gi", "năng suất chất lượng là gì"],
    ["sở kh&cn o dau", "sở khoa học và công nghệ ở đâu"],
    ["nd 37 ve ma vach", "nghị định 37 về mã vạch"],
    ["mavach bao nhieu", "mã vạch bao nhiêu"],
  ])("%s → %s", (typed, expected) => {
    expect(repaired(typed)).toBe(expected);
  });

  it("leaves what is typed with diacritics alone", () => {
    for (const { text } of entries) {
      const line = text.split(/[\n.]/)[0] ?? "";
      expect(repaired(line).replace(/[^\p{L}]/gu, "")).toBe(line.toLowerCase().replace(/[^\p{L}]/gu, ""));
    }
  });

  it("keeps what was typed, and says which terms are known", () => {
    const result = index.search("Mã vạch BITCOIN", 1);
    expect(result.typed).toBe("Mã vạch BITCOIN");
    const byTerm = new Map(result.terms.map((term) => [term.term, term]));
    expect(byTerm.get("vạch")).toMatchObject({ known: true, weight: 1 });
    expect(byTerm.get("bitcoin")).toMatchObject({ known: false, idf: 0 });
    expect(index.idf("bitcoin")).toBe(0);
    expect(index.idf("vạch")).toBeGreaterThan(0);
  });
});

describe("odd questions", () => {
  it.each(["", "   ", "?!…", "🙏🙏", "\u0000\ud800", "12345"])("survives %j", (question) => {
    expect(() => index.search(question, 5)).not.toThrow();
  });

  it("finds nothing for an empty question", () => {
    expect(index.search("", 5).hits).toEqual([]);
    expect(index.search("phí", 0).hits).toEqual([]);
  });

  it("answers through emoji", () => {
    expect(best("🙏 phí mã vạch 😊 bao nhiêu")).toBe("ma-vach-phi");
  });

  it("takes ten thousand characters", () => {
    const long = entries
      .map((entry) => entry.text)
      .join(" ")
      .repeat(40)
      .slice(0, 10_000);
    const result = index.search(long, 5);
    expect(result.hits.length).toBeGreaterThan(0);
    expect(result.terms.length).toBeLessThanOrEqual(64);
    expect(() => index.search("đ".repeat(10_000), 5)).not.toThrow();
  });

  it("never throws, and never finds more than was asked for", () => {
    const words = fc.constantFrom(
      "mã",
      "vach",
      "37/2026",
      "nđ",
      "htx",
      "j",
      "🙏",
      "'",
      '"',
      "(",
      "*",
      "ngày",
      "01",
    );
    const question = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 10 }), (text, limit) => {
        const { hits } = index.search(text, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        for (const hit of hits) {
          expect(hit.coverage).toBeGreaterThanOrEqual(0);
          expect(hit.coverage).toBeLessThanOrEqual(1);
          expect(hit.clause.start).toBeLessThanOrEqual(hit.clause.end);
        }
      }),
    );
  });

  it("works without any entry", () => {
    expect(buildIndex([]).search("mã vạch", 5).hits).toEqual([]);
    expect(loadIndex(buildIndex([]).save()).search("mã vạch", 5).hits).toEqual([]);
  });
});

describe("saving", () => {
  const questions = [
    "phi ma vach",
    "nd 37",
    "htx dc ho tro j",
    "truy xuất nguồn gốc là gì",
    "co cho tien hong",
  ];

  it("finds the same after loading", () => {
    const loaded = loadIndex(index.save());
    for (const question of questions) expect(loaded.search(question, 5)).toEqual(index.search(question, 5));
  });

  it("does not mind where in a larger buffer the bytes lie", () => {
    const bytes = index.save();
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(loadIndex(shifted.subarray(3)).search("nd 37", 5)).toEqual(index.search("nd 37", 5));
  });

  it("is deterministic", () => {
    expect(buildIndex(entries, { lexicon, everyday }).save()).toEqual(index.save());
    for (const question of questions) expect(index.search(question, 5)).toEqual(index.search(question, 5));
  });

  it("refuses foreign, older and shortened bytes with a clear message", () => {
    expect(() => loadIndex(new Uint8Array())).toThrow("not a search index");
    expect(() => loadIndex(new TextEncoder().encode("một tệp khác hẳn, đủ dài"))).toThrow(
      "not a search index",
    );
    const older = index.save();
    older[7] = 0;
    expect(() => loadIndex(older)).toThrow(/format 0.*build it again/);
    expect(() => loadIndex(index.save().slice(0, 5_000))).toThrow("cut short");
  });
});
