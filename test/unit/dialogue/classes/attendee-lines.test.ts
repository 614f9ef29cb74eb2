import { describe, expect, it } from "vitest";
import { readLine, readLines } from "../../../../src/dialogue/classes/attendee-lines.ts";

const AN = { name: "Nguyễn Văn An", phone: "0905123456", position: "trưởng phòng" };

describe("readLine", () => {
  it.each([
    "Nguyễn Văn An, 0905123456, trưởng phòng",
    "1. Nguyễn Văn An, 0905123456, trưởng phòng",
    "12) Nguyễn Văn An; 0905123456; trưởng phòng",
    "3/ Nguyễn Văn An | 0905123456 | trưởng phòng",
    "- Nguyễn Văn An\t0905123456\ttrưởng phòng",
    "1\tNguyễn Văn An\t0905123456\ttrưởng phòng",
    "1, Nguyễn Văn An, trưởng phòng, 0905123456",
    "Nguyễn Văn An 0905123456 trưởng phòng",
    "Nguyễn Văn An - 0905123456 - trưởng phòng",
    "  Nguyễn  Văn An ,0905123456,, trưởng phòng ,",
    "Nguyễn Văn An, sđt 0905123456, trưởng phòng",
  ])("understands “%s”", (line) => {
    expect(readLine(line)).toEqual(AN);
  });

  it("keeps a number as it is typed, right or wrong", () => {
    expect(readLine("An Bình, 0905 123 456").phone).toBe("0905 123 456");
    expect(readLine("An Bình, +84 (0)905-123-456").phone).toBe("+84 (0)905-123-456");
    expect(readLine("An Bình, 0905").phone).toBe("0905");
    expect(readLine("An Bình 09051")).toEqual({ name: "An Bình", phone: "09051", position: "" });
  });

  it("has an empty name where there is none", () => {
    expect(readLine("0905123456")).toEqual({ name: "", phone: "0905123456", position: "" });
  });

  it("does not break names and positions", () => {
    expect(readLine("H'Hen Niê, phó giám đốc kinh doanh")).toEqual({
      name: "H'Hen Niê",
      phone: "",
      position: "phó giám đốc kinh doanh",
    });
  });
});

describe("readLines", () => {
  it("passes over headers and empty lines of any kind", () => {
    const text =
      "STT\tHọ và tên\tSĐT\tChức vụ\r\n\r\n1\tNguyễn Văn An\t0905123456\ttrưởng phòng\n\nLê Bình\n";
    expect(readLines(text)).toEqual([AN, { name: "Lê Bình", phone: "", position: "" }]);
    expect(readLines("Danh sách người tham dự:\nHọ tên, điện thoại\nLê Bình")).toHaveLength(1);
  });

  it("takes nobody for a header", () => {
    expect(readLines("Hồ Văn Tên")).toHaveLength(1);
    expect(readLines("Tên")).toHaveLength(1);
  });
});
