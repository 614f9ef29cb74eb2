import { describe, expect, it } from "vitest";
import { statusOn, validityInWords } from "../../../src/answer/validity.ts";

const document = {
  number: "1/2026/NĐ-CP",
  status: "in_force",
  effective: "2026-02-01",
  expires: null,
  validityNote: null,
  verifiedAt: "2026-11-22",
} as const;
const plain = { status: null, from: null, to: null, note: null };

describe("validity on a day", () => {
  it("is told by the dates first", () => {
    expect(statusOn("2026-01-31", document)).toBe("not_yet");
    expect(statusOn("2026-02-01", document)).toBe("in_force");
    expect(statusOn("2026-06-30", { ...document, expires: "2026-06-30" })).toBe("in_force");
    expect(statusOn("2026-07-01", { ...document, expires: "2026-06-30" })).toBe("expired");
    expect(statusOn("2026-07-01", { ...document, status: "not_yet" })).toBe("in_force");
    expect(statusOn("2026-07-01", { ...document, status: "suspended" })).toBe("suspended");
  });

  it("is a section's own where it differs", () => {
    const lapsed = { ...document, status: "expired", expires: "2025-12-31" } as const;
    expect(statusOn("2026-11-23", lapsed, plain)).toBe("expired");
    expect(statusOn("2026-11-23", lapsed, { ...plain, status: "in_force", from: "2026-01-01" })).toBe(
      "in_force",
    );
    expect(statusOn("2026-11-23", document, { ...plain, to: "2026-10-31" })).toBe("expired");
  });

  it("is said in words a person understands", () => {
    expect(validityInWords("2026-11-23", document)).toBe(
      "Còn hiệu lực, áp dụng từ 01/02/2026. Kiểm chứng ngày 22/11/2026.",
    );
    expect(validityInWords("2026-11-23", { ...document, expires: "2026-06-30" })).toBe(
      "Đã hết hiệu lực sau ngày 30/06/2026.",
    );
    expect(
      validityInWords("2026-11-23", { ...document, validityNote: "giai đoạn đã kết thúc ngày 31/12/2025" }),
    ).toBe("Giai đoạn đã kết thúc ngày 31/12/2025.");
    expect(validityInWords("2026-11-23", document, { ...plain, note: "Mốc này là suy ra" })).toBe(
      "Còn hiệu lực, áp dụng từ 01/02/2026. Mốc này là suy ra.",
    );
    expect(validityInWords("2026-11-23", { ...document, status: "suspended" })).toBe(
      "Đang tạm ngưng áp dụng.",
    );
    expect(validityInWords("2026-11-23", { ...document, status: "unverified" })).toContain(
      "Chưa kiểm chứng được",
    );
  });
});
