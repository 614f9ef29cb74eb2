import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/ingest/parse-document.ts";
import { sectionText } from "../../../src/knowledge/document.ts";
import { DOCUMENT, withLine, withoutLine } from "../../support/knowledge-samples.ts";

describe("parseDocument", () => {
  it("reads front matter, sections and units", () => {
    const parsed = parseDocument({ name: "van-ban/nd-1-2026.md", content: DOCUMENT });
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
    const { value } = parsed;
    expect(value).toMatchObject({
      id: "nd-1-2026",
      number: "1/2026/NĐ-CP",
      status: "in_force",
      issued: "2026-01-02",
      expires: null,
    });
    expect(value.relations).toEqual([
      { kind: "replaces", document: "9/2019/NĐ-CP", from: "2026-02-01", basis: "Điều 9", part: null },
    ]);
    expect(value.sections.map(({ anchor, citable }) => [anchor, citable])).toEqual([
      ["Điều 1 khoản 1", true],
      ["Điều 9", true],
      ["Chưa kiểm chứng", false],
    ]);
    expect(value.sections[0]?.questions).toEqual(["bao lâu có mã", "lam ma mat may ngay"]);
  });

  it("cuts paragraphs, lists and tables into units that can be said alone", () => {
    const parsed = parseDocument({ name: "van-ban/nd-1-2026.md", content: DOCUMENT });
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
    const [first] = parsed.value.sections;
    expect(first?.units).toEqual([
      { kind: "sentence", text: "Hồ sơ đủ thì có mã trong 07 ngày làm việc.", lead: "" },
      { kind: "sentence", text: "Nộp ở TP. Quảng Ngãi hay trực tuyến đều được.", lead: "" },
      { kind: "item", text: "đơn theo mẫu;", lead: "Hồ sơ gồm:" },
      { kind: "item", text: "giấy đăng ký.", lead: "Hồ sơ gồm:" },
      { kind: "row", text: "GCP 10 số – Số vật phẩm: 100; Phí một năm: 500.000 đồng", lead: "" },
    ]);
    expect(sectionText(first ?? { units: [] }).split("\n")[2]).toBe("Hồ sơ gồm:");
  });

  it.each([
    ["số hiệu", "Số hiệu: 1"],
    ["tình trạng", "tình trạng: còn"],
    ["ngày ban hành", "ngày ban hành: 2026-02-30"],
    ["độ tin cậy", "độ tin cậy: rất cao"],
  ])("says in Vietnamese what is wrong with %s", (key, line) => {
    const parsed = parseDocument({ name: "x", content: withLine(DOCUMENT, key, line) });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems.join("\n")).toMatch(/khóa lạ|chỉ nhận|phải là ngày/);
  });

  it.each(["tên", "nguồn", "địa bàn", "hạn rà soát", "mã"])("names the missing key %s", (key) => {
    const parsed = parseDocument({ name: "x", content: withoutLine(DOCUMENT, key) });
    expect(parsed.ok ? [] : parsed.problems.join("\n")).toContain(`"${key}"`);
  });

  it("refuses a heading without an anchor, an unknown section key and an empty section", () => {
    const broken = `${DOCUMENT}\n## Không có dấu gạch\nChữ.\n\n## A | B\n> hỏii: sai\n\nChữ.\n\n## C | D\n> hỏi: trống\n`;
    const parsed = parseDocument({ name: "x", content: broken });
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      expect.stringContaining('"Không có dấu gạch"'),
      expect.stringContaining("hỏii"),
      expect.stringContaining("không có nội dung"),
    ]);
  });
});
