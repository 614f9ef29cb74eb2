import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEnterpriseName, readPersonName } from "../../../src/registry/names.ts";
import { readPhone } from "../../../src/registry/phone.ts";
import { readTaxId } from "../../../src/registry/tax-id.ts";

describe("a tax code", () => {
  it.each([
    ["4300205943", "4300205943"],
    ["MST: 4300 205 943", "4300205943"],
    ["mã số thuế 4300205943-001", "4300205943001"],
    ["051 085 001 234", "051085001234"],
  ])("is read: %s", (typed, taxId) => {
    expect(readTaxId(typed)).toEqual({ kind: "well_formed", taxId });
  });

  it.each(["4300205944", "4300205944-001", "0000000000"])("is doubted and kept: %s", (typed) => {
    const reading = readTaxId(typed);
    expect(reading).toMatchObject({ kind: "suspicious", taxId: typed.replace("-", "") });
  });

  it.each([
    ["", "chỉ gồm chữ số"],
    ["không có", "chỉ gồm chữ số"],
    ["43002O5943", "không có chữ cái"],
    ["430020594", "9 số"],
    ["43002059431", "11 số"],
    ["1".repeat(300), "300 số"],
    ["<b>4300205943</b>", "chữ"],
    ["🙂", "chữ số"],
  ])("is not read, and the mistake is named: %s", (typed, words) => {
    const reading = readTaxId(typed);
    expect(reading.kind).toBe("unreadable");
    expect(reading.kind === "unreadable" && reading.mistake).toContain(words);
  });

  it("notices every single digit that was mistyped among the ten", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const right = "4300205943";
        const wrong = (Number(right[at]) + by) % 10;
        const reading = readTaxId(right.slice(0, at) + String(wrong) + right.slice(at + 1));
        expect(reading.kind).toBe("suspicious");
      }),
    );
  });
});

describe("a phone number", () => {
  it.each([
    ["0905123456", "0905123456"],
    ["0905.123.456", "0905123456"],
    ["+84 905 123 456", "0905123456"],
    ["84905123456", "0905123456"],
    ["+84 (0)905-123-456", "0905123456"],
    ["0084905123456", "0905123456"],
    ["905123456", "0905123456"],
    ["sđt: 0345 678 901", "0345678901"],
    ["(0255) 3822 456", "02553822456"],
  ])("is read: %s", (typed, phone) => {
    expect(readPhone(typed)).toEqual({ kind: "phone", phone });
  });

  it.each([
    ["", "chưa thấy"],
    ["gọi tôi nhé", "chưa thấy"],
    ["090512345", "thiếu 1 số"],
    ["090512345678", "thừa 2 số"],
    ["0255382245", "thiếu 1 số"],
    ["09O5123456", "chữ “o”"],
    ["0605123456", "Đầu số"],
    ["1234567890", "Đầu số"],
    ["+1 202 555 0100", "Việt Nam"],
    ["0905123456, 0914000111", "một số điện thoại"],
    ["<script>0905123456</script>", "chữ số"],
    ["0905123456'; DROP TABLE", "chữ số"],
    ["9".repeat(300), "thừa|Đầu số"],
  ])("is not read, and the mistake is named: %s", (typed, words) => {
    const reading = readPhone(typed);
    expect(reading.kind).toBe("mistake");
    expect(reading.kind === "mistake" && reading.text).toMatch(new RegExp(words, "u"));
  });

  it("is one of ten or eleven digits, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const reading = readPhone(typed);
        if (reading.kind === "phone") expect(reading.phone).toMatch(/^0(?:[35789]\d{8}|2\d{9})$/);
        else expect(reading.text).not.toBe("");
      }),
    );
  });
});

describe("a person's name", () => {
  it.each(["Nguyễn Văn A", "le thi hoa", "Y Blok Êban", "H'Hen Niê", "Đỗ Thị Mỹ-Linh", "An"])(
    "is kept as it was typed: %s",
    (typed) => {
      expect(readPersonName(typed)).toEqual({ kind: "name", name: typed });
    },
  );

  it("is trimmed, without invisible signs, and one spelling of the same letters", () => {
    expect(readPersonName("  Lê\u200b   Thị\tHoa ".normalize("NFD"))).toEqual({
      kind: "name",
      name: "Lê Thị Hoa",
    });
  });

  it.each([
    ["", "chưa thấy"],
    ["  ", "chưa thấy"],
    ["A", "ngắn"],
    ["..", "ngắn"],
    ["Nguyễn Văn ".repeat(30), "80"],
    ["Nguyễn Văn A 0905123456", "chữ số"],
    ["Hoa 🌸", "biểu tượng"],
    ["<b>Hoa</b>", "<"],
    ["Robert'); DROP TABLE Contact;--", ";"],
    ["=cmd|' /C calc'!A0", "="],
    ["Hoa https://x.vn", "đường dẫn"],
    ["hoa@example.com", "đường dẫn"],
  ])("is not read, and the mistake is named: %s", (typed, words) => {
    const reading = readPersonName(typed);
    expect(reading.kind).toBe("mistake");
    expect(reading.kind === "mistake" && reading.text).toContain(words);
  });
});

describe("an enterprise's name", () => {
  it.each(["Công ty TNHH MTV 3/2 (Quảng Ngãi)", "HTX “Rau sạch” & Hoa", "Cơ sở nước mắm Bà Tư – CN.2"])(
    "is kept: %s",
    (typed) => {
      expect(readEnterpriseName(typed)).toEqual({ kind: "name", name: typed });
    },
  );

  it.each([
    ["", "chưa thấy"],
    ["12345", "chưa thấy"],
    ["X", "ngắn"],
    ["x".repeat(300), "300"],
    ["Công ty 😀", "biểu tượng"],
    ["<img src=x onerror=alert(1)>", "ký tự lạ"],
    ["'; DROP TABLE Enterprise; --", ";"],
    ["www.cong-ty.vn", "đường dẫn"],
  ])("is not read, and the mistake is named: %s", (typed, words) => {
    const reading = readEnterpriseName(typed);
    expect(reading.kind).toBe("mistake");
    expect(reading.kind === "mistake" && reading.text).toContain(words);
  });
});
