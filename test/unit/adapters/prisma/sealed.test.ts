import { expect, it } from "vitest";
import { createSeal } from "../../../../src/adapters/prisma/sealed.ts";
import { canaries } from "../../../support/canaries.ts";

const seal = createSeal(canaries.sealingSecret);

it("opens what it sealed, any text", () => {
  for (const plain of ["", "a", "tiếng Việt 😀", "x".repeat(100_000)])
    expect(createSeal(canaries.sealingSecret).open(seal.seal(plain, "here"), "here")).toBe(plain);
});

it("hides it, another way every time", () => {
  const [first, second] = [seal.seal("token", "here"), seal.seal("token", "here")];
  expect(first).not.toBe(second);
  expect(Buffer.from(first, "base64url").toString("latin1")).not.toContain("token");
});

it("opens nothing of another secret, of another place, or changed", () => {
  const sealed = seal.seal("token", "here");
  expect(createSeal("b secret").open(sealed, "here")).toBeNull();
  expect(seal.open(sealed, "there")).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    // The last letter of base64 has bits that mean nothing.
    if (at < sealed.length - 1) expect(seal.open(changed, "here"), changed).toBeNull();
  }
  for (const nonsense of ["", "v1.", "v1.AAAA", "token", "v2.", sealed.slice(0, -4)])
    expect(seal.open(nonsense, "here")).toBeNull();
});

it("needs a secret", () => {
  expect(() => createSeal("")).toThrow(RangeError);
});
