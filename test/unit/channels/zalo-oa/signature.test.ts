import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { SignatureRecipe } from "../../../../src/channels/zalo-oa/settings.ts";
import { isSigned } from "../../../../src/channels/zalo-oa/signature.ts";

const account = { oaId: "388", appId: "360", appSecret: "của ứng dụng", oaSecret: "của OA" };
const text = '{ "timestamp":"1764000000123",  "message":{"text":"dấu cách giữ nguyên"}}';
const body = new TextEncoder().encode(text);
const recipes: SignatureRecipe[] = (["app", "oa"] as const).flatMap((id) =>
  (["oa", "app"] as const).flatMap((secret) =>
    (["body", "header"] as const).map((timestamp) => ({ id, secret, timestamp })),
  ),
);

function macBy({ id, secret, timestamp }: SignatureRecipe): string {
  const words = [
    id === "app" ? "360" : "388",
    text,
    timestamp === "body" ? "1764000000123" : "1764000000999",
    secret === "oa" ? "của OA" : "của ứng dụng",
  ];
  return `mac=${createHash("sha256").update(words.join("")).digest("hex")}`;
}

it("takes each recipe for itself alone", () => {
  for (const made of recipes) {
    const signed = { body, signature: macBy(made), timestampHeader: "1764000000999" };
    const taken = recipes.filter((recipe) => isSigned(signed, account, recipe));
    expect(taken).toEqual([made]);
  }
});

it("takes nothing else", () => {
  const recipe: SignatureRecipe = { id: "app", secret: "oa", timestamp: "body" };
  const honest = { body, signature: macBy(recipe), timestampHeader: undefined };
  expect(isSigned(honest, account, recipe)).toBe(true);
  const mac = honest.signature.slice("mac=".length);
  for (const signature of [
    undefined,
    "",
    "mac=",
    mac,
    `mac=${mac.slice(2)}`,
    `mac=${mac}00`,
    `sha256=${mac}`,
  ])
    expect(isSigned({ ...honest, signature }, account, recipe), signature).toBe(false);
  for (const changed of [text.replace("giữ", "gi"), text.replaceAll(" ", ""), "", "{", "null", "{}"])
    expect(isSigned({ ...honest, body: new TextEncoder().encode(changed) }, account, recipe)).toBe(false);
  expect(isSigned(honest, { ...account, oaSecret: "khác" }, recipe)).toBe(false);
  expect(isSigned(honest, account, { ...recipe, timestamp: "header" })).toBe(false);
});
