import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../../src/ingest/check.ts";
import { DOCUMENT, withLine } from "../../support/knowledge-samples.ts";

const LEXICON = `## Viết tắt

| viết | nghĩa |
|---|---|
| htx | hợp tác xã |

## Chữ chat

| gõ | nghĩa |
|---|---|
| ko | không |

## Đồng nghĩa

| người ta nói | văn bản viết |
|---|---|
| cho tiền | hỗ trợ kinh phí |
`;
const FOREIGN = `| chủ đề | cụm từ | trừ khi có | chỉ chỗ |
|---|---|---|---|
| thời tiết | trời mưa | | |
`;

function findings(...documents: string[]): string[] {
  const files = documents.map((content) => ({
    name: `van-ban/${/^mã: (.*)$/m.exec(content)?.[1] ?? "x"}.md`,
    content,
  }));
  return checkKnowledge(
    {
      documents: files,
      lexicon: LEXICON,
      everyday: "",
      outOfScope: FOREIGN,
      foreignQuestions: "",
      digest: "",
    },
    "2026-11-23",
  ).map(({ level, problem }) => `${level}: ${problem}`);
}

describe("checkKnowledge", () => {
  it("finds nothing in a sound document", () => {
    expect(findings(DOCUMENT)).toEqual([]);
  });

  it.each([
    ["ngày hiệu lực", "ngày hiệu lực: 2026-01-01", "trước ngày ban hành"],
    [
      "ngày hiệu lực",
      "ngày hiệu lực: 2026-02-01\nngày hết hiệu lực: 2026-03-01",
      'ghi "còn hiệu lực" nhưng đã hết',
    ],
    ["tình trạng", "tình trạng: chưa có hiệu lực", "nhưng có hiệu lực từ"],
    ["hạn rà soát", "hạn rà soát: 2026-11-01", "không sau ngày kiểm chứng"],
    ["ngày kiểm chứng", "ngày kiểm chứng: 2027-01-01", "tương lai"],
  ])("finds contradicting dates: %s", (key, line, words) => {
    expect(findings(withLine(DOCUMENT, key, line)).join("\n")).toContain(words);
  });

  it("finds dead and contradicting relations", () => {
    expect(findings(DOCUMENT.replace("văn bản: 9/2019/NĐ-CP", "văn bản: 77/2011/NĐ-CP")).join()).toContain(
      "không mục nào nhắc tới nó",
    );
    expect(findings(DOCUMENT.replace("văn bản: 9/2019/NĐ-CP", "văn bản: nghị định nọ")).join()).toContain(
      "không phải số hiệu",
    );
    expect(findings(DOCUMENT.replace("từ ngày: 2026-02-01", "từ ngày: 2025-02-01")).join()).toContain(
      "trước ngày ban hành",
    );
    const old = DOCUMENT.replaceAll("nd-1-2026", "nd-9-2019")
      .replace("số hiệu: 1/2026/NĐ-CP", "số hiệu: 9/2019/NĐ-CP")
      .replace(/quan hệ:\n.*\n/, "")
      .replaceAll("> hỏi: ", "> hỏi: bản cũ ");
    expect(findings(DOCUMENT, old).join()).toContain("vẫn ghi còn hiệu lực");
  });

  it("finds duplicated anchors, ids, numbers and sample questions", () => {
    const twice = DOCUMENT.replace(
      "## Điều 9 | Văn bản bị thay thế",
      "## Điều 1 khoản 1 | Văn bản bị thay thế",
    );
    expect(findings(twice).join()).toContain("có hai lần");
    const repeated = findings(DOCUMENT, DOCUMENT).join("\n");
    expect(repeated).toContain('"mã" nd-1-2026 đã dùng');
    expect(repeated).toContain("số hiệu 1/2026/NĐ-CP đã có");
    expect(repeated).toContain('câu hỏi mẫu "bao lâu có mã" đã có');
  });

  it("wants a source for figures of a guide, and two to five sample questions", () => {
    const guide = DOCUMENT.replace(/^số hiệu.*\n/m, "").replace("loại: nghị định", "loại: hướng dẫn");
    expect(findings(guide).join()).toContain('có con số mà không có dòng "nguồn"');
    expect(findings(DOCUMENT.replace("> hỏi: lam ma mat may ngay\n", "")).join()).toContain(
      'có 1 dòng "hỏi"',
    );
  });

  it("warns of blanks and overdue reviews without failing", () => {
    expect(
      findings(DOCUMENT.replace("Phí của mã 12 số chưa có thông tư.", "Điện thoại: (chưa điền)")),
    ).toEqual([expect.stringMatching(/^warning: .*chưa điền/)]);
  });
});
