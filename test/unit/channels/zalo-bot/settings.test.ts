import { expect, it } from "vitest";
import {
  accountOf,
  mistakesIn,
  withUsual,
  type ZaloBotSettings,
} from "../../../../src/channels/zalo-bot/settings.ts";

const TOKEN = "4012345678901234567:AbCdEfGh_1234-canary";
const good: ZaloBotSettings = {
  bots: [{ token: TOKEN }],
  inbound: { kind: "webhook", publicUrl: "https://nscl.example.vn", secret: "a1b2c3d4" },
};
const hook = { kind: "webhook", publicUrl: "https://nscl.example.vn" } as const;

it("has nothing against good settings", () => {
  expect(mistakesIn(good)).toEqual([]);
  expect(mistakesIn({ ...good, inbound: { kind: "polling" } })).toEqual([]);
  expect(mistakesIn({ ...good, inbound: { ...hook, secret: "x".repeat(256) } })).toEqual([]);
  expect(accountOf(TOKEN)).toBe("4012345678901234567");
});

it.each<[string, Partial<ZaloBotSettings>]>([
  ["a token without an id", { bots: [{ token: "canary-token-alone" }] }],
  ["a token that would leave its place in an address", { bots: [{ token: "1:canary/../token" }] }],
  ["a bot twice", { bots: [{ token: TOKEN }, { token: `${TOKEN}2` }] }],
  ["a secret of 7 signs", { inbound: { ...hook, secret: "canary7" } }],
  ["a secret of 257 signs", { inbound: { ...hook, secret: "x".repeat(257) } }],
  ["a secret that no header carries", { inbound: { ...hook, secret: "canary mật khẩu" } }],
  [
    "an address without HTTPS",
    { inbound: { ...hook, publicUrl: "http://nscl.example.vn", secret: "a1b2c3d4" } },
  ],
  [
    "an address with a path",
    { inbound: { ...hook, publicUrl: "https://nscl.example.vn/bot", secret: "a1b2c3d4" } },
  ],
])("says what is wrong with %s, without repeating it", (_what, change) => {
  const mistakes = mistakesIn({ ...good, ...change });
  expect(mistakes).toHaveLength(1);
  expect(mistakes.join()).not.toContain("canary");
});

it("fills in what is not set, and keeps what is", () => {
  const usual = withUsual({ ...good, plan: { users: null, messagesPerMonth: 9 }, timing: { request: 5 } });
  expect(usual).toMatchObject({
    apiRoot: "https://bot-api.zaloplatforms.com",
    plan: { users: null, messagesPerMonth: 9 },
    timing: { request: 5, wrongToken: 300_000 },
  });
});
