import { expect, it } from "vitest";
import { passwordProblem } from "../../../src/console/access/password-rules.ts";

const owner = { name: "Lê Thị Hoa", email: "lehoa@quangngai.gov.vn" };

it.each([
  ["ngắn quá", "short"],
  ["a".repeat(129), "long"],
  ["1234567890", "common"],
  ["9876543210", "common"],
  ["Password2026!", "common"],
  ["matkhau12345", "common"],
  ["mật khẩu 2026", "common"],
  ["qwertyuiop", "common"],
  ["aaaaaaaaaaaaaa", "repeated"],
  ["121212121212", "repeated"],
  ["lehoa2026!", "name"],
  ["lehoa@quangngai.gov.vn", "name"],
  ["sông Trà Khúc mùa nước nổi", null],
  ["Kx7-2vq9-Lm3p", null],
  ["lehoa đi chợ Quảng Ngãi", null],
] as const)("judges %s", (password, problem) => {
  expect(passwordProblem(password, password, owner)).toBe(problem);
});

it("wants the same twice", () => {
  expect(passwordProblem("sông Trà Khúc", "sông trà khúc", owner)).toBe("different");
});
