import { expect, it } from "vitest";
import { mistakesIn, withUsual, type TelegramSettings } from "../../../../src/channels/telegram/settings.ts";

const TOKEN = "7012345678:AAEabcdefghijklmnopqrstuvwxyz";
const GOOD: TelegramSettings = { bots: [{ token: TOKEN }], inbound: { kind: "polling" } };
const HOOK = {
  kind: "webhook",
  publicUrl: "https://nscl.example.vn",
  secret: "a-secret-of-16-chars",
} as const;

it("has nothing to say about good settings", () => {
  expect(mistakesIn(GOOD)).toEqual([]);
  expect(mistakesIn({ ...GOOD, inbound: HOOK })).toEqual([]);
  expect(mistakesIn({ ...GOOD, inbound: { ...HOOK, publicUrl: "https://nscl.example.vn:8443" } })).toEqual(
    [],
  );
});

it.each([
  ["a token without a number", { ...GOOD, bots: [{ token: "abc" }] }],
  ["one bot twice", { ...GOOD, bots: [{ token: TOKEN }, { token: `${TOKEN}x` }] }],
  ["a short secret", { ...GOOD, inbound: { ...HOOK, secret: "short" } }],
  ["a secret with blanks", { ...GOOD, inbound: { ...HOOK, secret: "a secret of 16 characters" } }],
  ["no https", { ...GOOD, inbound: { ...HOOK, publicUrl: "http://nscl.example.vn" } }],
  ["a path", { ...GOOD, inbound: { ...HOOK, publicUrl: "https://nscl.example.vn/bot" } }],
  [
    "a port that Telegram does not call",
    { ...GOOD, inbound: { ...HOOK, publicUrl: "https://nscl.example.vn:3000" } },
  ],
  ["no address", { ...GOOD, inbound: { ...HOOK, publicUrl: "" } }],
] as const)("tells of %s, and repeats no secret", (_what, settings) => {
  const mistakes = mistakesIn(settings);
  expect(mistakes).toHaveLength(1);
  expect(mistakes.join()).not.toContain("AAE");
  expect(mistakes.join()).not.toContain("ecret of 16");
});

it("takes an address with a stroke at its end, which grammY refuses", () => {
  const settings = withUsual({ ...GOOD, apiRoot: "http://127.0.0.1:8081/" });
  expect(settings).toMatchObject({
    apiRoot: "http://127.0.0.1:8081",
    fileRoot: "http://127.0.0.1:8081/file",
  });
});
