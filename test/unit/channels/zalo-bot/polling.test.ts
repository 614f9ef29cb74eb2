import { expect, it, vi } from "vitest";
import type { IncomingMessage } from "../../../../src/conversation/message.ts";
import { textUpdate, type ZaloBotDouble } from "../../../doubles/zalo-bot.ts";
import { start } from "./running.ts";
import { closedAddress } from "../../../support/closed-address.ts";

function said(messages: readonly IncomingMessage[]): string[] {
  return messages.map(({ content }) => (content.kind === "text" ? content.text : content.kind));
}

function countOf({ calls }: ZaloBotDouble, method: string): number {
  return calls.filter((call) => call.method === method).length;
}

it("removes a webhook at the start: with one, no poll brings anything", async () => {
  const { double, accepted, errors } = await start({
    mode: "polling",
    before: (platform) => {
      platform.pointWebhookTo("http://127.0.0.1:9/old");
    },
  });
  expect(double.webhook).toBeNull();
  expect(errors.join("\n")).toContain("đang gỡ webhook");
  await double.bring(textUpdate({ id: "1", text: "a" }));
  await double.polledDry();
  expect(said(accepted)).toEqual(["a"]);
});

it("notices a webhook that somebody sets later", async () => {
  const { double, status } = await start({ mode: "polling", settings: { timing: { watchEvery: 5 } } });
  double.pointWebhookTo("http://127.0.0.1:9/elsewhere");
  await vi.waitFor(() => {
    expect(double.webhook).toBeNull();
  });
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
});

it("takes one update after another, in order, and each once", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  for (const id of ["1", "2", "2", "3", "1"]) await double.bring(textUpdate({ id, text: `tin ${id}` }));
  await double.polledDry();
  expect(said(accepted)).toEqual(["tin 1", "tin 2", "tin 3"]);
});

it("takes several at once, should they ever come so", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  await double.bring({ ok: true, result: ["1", "2"].map((id) => textUpdate({ id, text: id })) });
  await double.polledDry();
  expect(said(accepted)).toEqual(["1", "2"]);
});

it("is well while nobody writes, however the platform says that nothing came", async () => {
  const { double, status, errors } = await start({ mode: "polling" });
  double.faults.add(
    "getUpdates",
    { kind: "status", status: 200, body: { ok: false, error_code: 408, description: "Request timeout" } },
    { kind: "status", status: 200, body: { ok: false, description: "Request timeout" } },
    { kind: "status", status: 408, body: {} },
    { kind: "status", status: 200, body: { ok: true } },
    { kind: "status", status: 200, body: { ok: true, result: null } },
  );
  const before = countOf(double, "getUpdates");
  await vi.waitFor(() => {
    expect(countOf(double, "getUpdates")).toBeGreaterThan(before + 6);
  });
  expect(status()[0]).toMatchObject({ state: "ok", why: null });
  expect(errors).toEqual([]);
  // One session: nothing was taken for a failure.
  expect(countOf(double, "getMe")).toBe(1);
});

it.each([
  ["an error of theirs", { kind: "status", status: 500 }],
  ["an error inside a success", { kind: "status", status: 200, body: { ok: false, error_code: 403 } }],
  ["a page instead of JSON", { kind: "status", status: 200, body: "<html>" }],
  ["too many requests", { kind: "status", status: 429 }],
  ["a lost connection", { kind: "reset" }],
] as const)("goes on after %s", async (_what, fault) => {
  const { double, accepted, errors, status } = await start({ mode: "polling" });
  double.faults.add("getUpdates", fault);
  await vi.waitFor(() => {
    expect(errors).toHaveLength(1);
  });
  await double.bring(textUpdate({ id: "1", text: "sau sự cố" }));
  await double.polledDry();
  await vi.waitFor(() => {
    expect(said(accepted)).toEqual(["sau sự cố"]);
    expect(status()[0]?.state).toBe("ok");
  });
});

it("waits longer from failure to failure, and shortly again after a success", async () => {
  const { double, errors } = await start({
    mode: "polling",
    settings: { timing: { firstBackoff: 1, longestBackoff: 4 } },
  });
  const failures = Array.from({ length: 8 }, () => ({ kind: "status", status: 500 }) as const);
  double.faults.add("getMe", ...failures);
  double.faults.add("getUpdates", failures[0] ?? { kind: "reset" });
  await vi.waitFor(() => {
    expect(countOf(double, "getMe")).toBe(10);
  });
  // The same trouble is told once.
  expect(errors).toHaveLength(1);
});

it.each([
  ["401", false],
  ["a page", true],
])(
  "says that the token is wrong (%s), and what comes after it is right again is taken",
  async (_how, page) => {
    const { double, status, accepted, errors } = await start({
      mode: "polling",
      until: "stopped",
      before: (platform) => {
        platform.pagesForStrangers = page;
        platform.changeToken("4012345678901234567:another");
      },
    });
    expect(status()[0]?.why).toContain("401");
    expect(errors.join("\n")).toContain("token");
    double.changeToken(double.token);
    await double.bring(textUpdate({ id: "1", text: "a" }));
    await vi.waitFor(() => {
      expect(said(accepted)).toEqual(["a"]);
    });
  },
);

it("tells that Zalo cannot be reached", async () => {
  const { status } = await start({
    mode: "polling",
    until: "waiting",
    settings: { apiRoot: await closedAddress() },
  });
  await vi.waitFor(() => {
    expect(status()[0]?.why).toBe("Chưa gọi được máy chủ Zalo; đang thử lại.");
  });
});

it("does not poll on before what it has in hand is stored", async () => {
  const stored: string[] = [];
  let failures = 3;
  const { double, status } = await start({
    mode: "polling",
    accept(message) {
      if (failures-- > 0) return Promise.reject(new Error("the database is away"));
      stored.push(...said([message]));
      return Promise.resolve(true);
    },
  });
  await double.bring(textUpdate({ id: "1", text: "một" }));
  await double.bring(textUpdate({ id: "2", text: "hai" }));
  await double.polledDry();
  expect(stored).toEqual(["một", "hai"]);
  expect(status()[0]?.state).toBe("ok");
});

it("loses at most the one update it has in hand when it is killed before that is stored", async () => {
  let attempts = 0;
  const { double, accepted, stop, channel } = await start({
    mode: "polling",
    accept: () => {
      attempts++;
      return Promise.reject(new Error("the database is away"));
    },
  });
  await double.bring(textUpdate({ id: "1", text: "một" }));
  await double.bring(textUpdate({ id: "2", text: "hai" }));
  await vi.waitFor(() => {
    expect(attempts).toBeGreaterThan(1);
  });
  await stop();

  const again = new AbortController();
  const listening = channel.listen((message) => {
    accepted.push(message);
    return Promise.resolve(true);
  }, again.signal);
  await double.polledDry();
  again.abort();
  await listening;
  // The loss window of polling: QUIRKS.md tells it, and the webhook has none.
  expect(said(accepted)).toEqual(["hai"]);
});

it("sends nothing as a bot that it no longer has", async () => {
  const { double, channel, status } = await start({ mode: "polling" });
  expect(status().map(({ account }) => account)).toEqual([double.account]);
  const to = { channel: "zalo-bot", account: "999", chat: "x" };
  expect(await channel.send(to, { text: "a" }, "r")).toEqual({
    kind: "refused",
    why: "Không còn bot này trong cấu hình.",
  });
});

it("goes on with one bot while the token of another is wrong", async () => {
  const stranger = "5012345678901234567:canary-another-token";
  const { double, status, accepted } = await start({
    mode: "polling",
    until: "stopped",
    settings: {
      bots: [{ token: stranger }, { token: "4012345678901234567:canary-Zb0tT0ken_abcDEF123" }],
    },
  });
  await double.bring(textUpdate({ id: "1", text: "a" }));
  await double.polledDry();
  expect(said(accepted)).toEqual(["a"]);
  expect(accepted[0]?.from.account).toBe(double.account);
  expect(status().map(({ state }) => state)).toEqual(["stopped", "ok"]);
});
