import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsMark, redact } from "../../../src/answer/redact.ts";
import { canaries } from "../../support/canaries.ts";

const NAMES = [canaries.person, canaries.household, canaries.submitter];

describe("what goes to a model", () => {
  it.each([
    ["số em 0905123456 nha", "0905123456"],
    ["gọi 0905 123 456 giúp", "123 456"],
    ["gọi +84 905.123.456", "905.123.456"],
    ["(0255) 3822 123", "3822"],
    ["mst 4300205943 có được hỗ trợ", "4300205943"],
    ["mst 4300205943-001", "4300205943"],
    ["cccd 051185001234", "051185001234"],
    ["cmnd 212 345 678", "345"],
    ["stk 0123 4567 8901 2345", "4567"],
    ["gửi về co.ba@mam-co-ba.example nhé", "mam-co-ba"],
    ["co.ba (at) gmail.com", "gmail"],
    ["không chín không năm một hai ba bốn năm sáu", "chín"],
    ["０９０５１２３４５６", "0905"],
    ["0905\u200b123\u200b456", "123"],
    ["tôi tên Nguyễn Thị Bí Mật, muốn hỏi mã vạch", "Bí Mật"],
    ["em ten la vo thi ba o tinh khe hoi ma vach", "vo thi ba"],
    ["Mắm Cô Ba cần làm gì", "Cô Ba"],
    ["mam co ba can lam gi", "co ba"],
    ["lớp của LÊ THỊ HOA", "HOA"],
    ["ông Trần Văn Nam hỏi về nhãn", "Nam"],
    ["chị Hoa đăng ký chưa", "Hoa"],
  ])("loses what tells who asks: %s", (text, gone) => {
    const left = redact(text, NAMES);
    expect(left).not.toContain(gone);
    expect(holdsMark(left)).toBe(true);
  });

  it.each([
    "Phí 1.500.000 đồng, 1 500 000 000 đồng theo 232/2016/TT-BTC ngày 10/11/2016",
    "nghị định 37/2026/NĐ-CP thay 43/2017 từ 01/01/2026 đến 31/12/2026 không",
    "TCVN 11892-1:2017, ISO 22000:2018, giai đoạn 2021-2025",
    "từ công ty TNHH, tên hàng hóa ghi thế nào",
    "tỏi Lý Sơn Quảng Ngãi có chỉ dẫn địa lý",
    "Bộ Khoa học và Công nghệ, Hà Nội và Thái Nguyên",
    "hai ba lớp, một năm bốn lần",
    "anh chị cho hỏi Sở ở đâu",
  ])("keeps what is asked: %s", (text) => {
    expect(redact(text, NAMES)).toBe(text);
  });

  it("leaves no mobile number in any text", () => {
    const separators = fc.constantFrom("", " ", ".", "-", " - ");
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("03", "05", "07", "08", "09"),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
        separators,
        (around, prefix, rest, separator) => {
          const digits = rest.join("");
          const number = [prefix + digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)].join(separator);
          const left = redact(`${around} ${number} nhé`);
          expect(left).not.toContain(number);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("changes nothing more the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = redact(text, NAMES);
        expect(redact(once, NAMES)).toBe(once);
      }),
    );
  });
});
