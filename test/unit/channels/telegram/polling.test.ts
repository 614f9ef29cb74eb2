import { expect, it, vi } from "vitest";
import type { IncomingMessage } from "../../../../src/conversation/message.ts";
import { startTelegram } from "../../../doubles/telegram.ts";
import { textUpdate } from "../../../doubles/telegram/updates.ts";
import { callsOf, start } from "./running.ts";
import { closedAddress } from "../../../support/closed-address.ts";

function said(messages: readonly IncomingMessage[]): string[] {
  return messages.map(({ content }) => (content.kind === "text" ? content.text : content.kind));
}

it("tells Telegram its commands", async () => {
  const { double } = await start({ mode: "polling" });
  expect(double.commands.map(({ command }) => command)).toEqual([
    "menu",
    "lop",
    "hotro",
    "gapcanbo",
    "dulieu",
    "trogiup",
  ]);
});

it("removes a webhook at the start and whenever somebody sets one: with it, polls are refused", async () => {
  const { double, accepted } = await start({
    mode: "polling",
    before: (platform) => {
      platform.pointWebhookTo("http://127.0.0.1:9/old");
    },
  });
  expect(double.webhook).toBeNull();
  double.pointWebhookTo("http://127.0.0.1:9/elsewhere");
  await vi.waitFor(() => {
    expect(double.webhook).toBeNull();
  });
  await double.bring(textUpdate(1, { text: "a" }));
  await double.updates.confirmed(1);
  expect(said(accepted)).toEqual(["a"]);
});

it("confirms what is stored, and nothing else", async () => {
  let isAway = true;
  const stored: IncomingMessage[] = [];
  const { double, status } = await start({
    mode: "polling",
    accept(message) {
      if (isAway && message.content.kind === "text" && message.content.text === "b")
        return Promise.reject(new Error("the disk is full"));
      if (stored.some(({ id }) => id === message.id)) return Promise.resolve(false);
      stored.push(message);
      return Promise.resolve(true);
    },
  });
  await double.bring(textUpdate(1, { text: "a" }));
  await double.bring(textUpdate(2, { text: "b" }));
  await double.bring(textUpdate(3, { text: "c" }));
  await double.bring(
    textUpdate(4, { text: "khác", chat: 900, from: { id: 900, is_bot: false, first_name: "B" } }),
  );
  await double.updates.confirmed(1);
  await vi.waitFor(() => {
    expect(status()[0]?.why).toContain("cơ sở dữ liệu");
    // The other chat does not wait for it.
    expect(said(stored).toSorted()).toEqual(["a", "khác"]);
  });
  expect(double.updates.waiting()).toBe(3);
  isAway = false;
  await double.updates.confirmed(4);
  expect(said(stored).filter((text) => text !== "khác")).toEqual(["a", "b", "c"]);
  expect(stored).toHaveLength(4);
  expect(status()[0]).toMatchObject({ state: "ok", why: null });
});

it("killed between the poll and the store, it is given the update again", async () => {
  const double = await startTelegram();
  const before: string[] = [];
  const first = await start({
    mode: "polling",
    double,
    accept(message) {
      before.push(message.id);
      return Promise.reject(new Error("killed"));
    },
    timing: { firstBackoff: 10_000, longestBackoff: 10_000 },
  });
  await double.bring(textUpdate(7, { text: "a" }));
  await vi.waitFor(() => {
    expect(before).toEqual(["update:7"]);
  });
  await first.stop();
  const { accepted } = await start({ mode: "polling", double });
  await double.updates.confirmed(7);
  expect(accepted.map(({ id }) => id)).toEqual(before);
});

it("killed between the store and the confirmation, it names the message the same", async () => {
  const double = await startTelegram();
  const stored: Pick<IncomingMessage, "id" | "from">[] = [];
  const first = await start({
    mode: "polling",
    double,
    accept({ id, from }) {
      stored.push({ id, from });
      return Promise.reject(new Error("killed after it was stored"));
    },
    timing: { firstBackoff: 10_000, longestBackoff: 10_000 },
  });
  await double.bring(textUpdate(7, { text: "a" }));
  await vi.waitFor(() => {
    expect(stored).toHaveLength(1);
  });
  await first.stop();
  const second = await start({ mode: "polling", double });
  await double.updates.confirmed(7);
  expect(second.accepted.map(({ id, from }) => ({ id, from }))).toEqual(stored);
});

it("takes what is brought out of order and twice, each once", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  for (const id of [12, 11]) await double.bring(textUpdate(id, { text: `tin ${id}` }));
  await double.updates.confirmed(12);
  double.updates.redeliver(textUpdate(11, { text: "tin 11" }));
  await double.updates.confirmed(11);
  await double.bring(textUpdate(13, { text: "tin 13" }));
  await double.updates.confirmed(13);
  expect(said(accepted).toSorted()).toEqual(["tin 11", "tin 12", "tin 13"]);
});

it("takes numbers that begin anew after a quiet week", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  await double.bring(textUpdate(900, { text: "tuần trước" }));
  await double.updates.confirmed(900);
  const polls = callsOf(double, "getUpdates").length;
  await vi.waitFor(() => {
    expect(callsOf(double, "getUpdates").length).toBeGreaterThan(polls + 1);
  });
  await double.bring(textUpdate(5, { text: "tuần này" }));
  await double.updates.confirmed(5);
  expect(said(accepted)).toEqual(["tuần trước", "tuần này"]);
});

it.each([
  [
    "an error of theirs",
    { kind: "status", status: 500, body: { ok: false, error_code: 500, description: "" } },
  ],
  ["a page instead of JSON", { kind: "status", status: 502, body: "<html>" }],
  ["an error without a number", { kind: "status", status: 200, body: { ok: false } }],
  [
    "too many requests",
    { kind: "status", status: 429, body: { ok: false, error_code: 429, description: "" } },
  ],
  ["a lost connection", { kind: "reset" }],
] as const)("goes on after %s", async (_what, fault) => {
  const { double, accepted, errors, status } = await start({ mode: "polling" });
  double.faults.add("getUpdates", fault);
  await vi.waitFor(() => {
    expect(errors).toHaveLength(1);
  });
  await double.bring(textUpdate(1, { text: "sau sự cố" }));
  await double.updates.confirmed(1);
  expect(said(accepted)).toEqual(["sau sự cố"]);
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
});

it("loses nothing when the reply of a poll is lost", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  double.faults.add("getUpdates", { kind: "drop" });
  await double.bring(textUpdate(1, { text: "a" }));
  await double.updates.confirmed(1);
  expect(said(accepted)).toEqual(["a"]);
});

it("waits until Telegram can be reached", async () => {
  const { status, errors } = await start({
    mode: "polling",
    until: "waiting",
    settings: { apiRoot: await closedAddress() },
  });
  await vi.waitFor(() => {
    expect(status()[0]?.why).toContain("Chưa gọi được");
  });
  // The same trouble is told once.
  expect(errors).toHaveLength(1);
});

it("says that the token is wrong and tries no more, while the other bot works on", async () => {
  const double = await startTelegram();
  const { status, accepted, errors } = await start({
    mode: "polling",
    double,
    settings: { bots: [{ token: "7999999999:revoked-token-of-24-chars" }, { token: double.token }] },
    until: "stopped",
  });
  expect(status()[0]).toMatchObject({ account: "7999999999", state: "stopped" });
  expect(status()[0]?.why).toContain("không nhận token");
  expect(errors.filter((error) => error.includes("7999999999"))).toHaveLength(1);
  await double.bring(textUpdate(1, { text: "a" }));
  await double.updates.confirmed(1);
  expect(accepted.map(({ from }) => from.account)).toEqual([double.account]);
  expect(status()[1]).toMatchObject({ state: "ok", why: null });
  expect(double.rejected).toEqual(["getMe"]);
});

it("notices a token that is revoked while it polls", async () => {
  const { double, status, stop } = await start({ mode: "polling" });
  double.changeToken("7012345678:another-token-of-26-chars");
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("stopped");
  });
  const asked = double.rejected.length;
  await stop();
  expect(double.rejected).toHaveLength(asked);
});

it("says that somebody else polls for the bot, and takes over when they stop", async () => {
  const { double, status, accepted } = await start({ mode: "polling" });
  const other = setInterval(() => {
    double.updates.interrupt();
  }, 3);
  await vi.waitFor(() => {
    expect(status()[0]).toMatchObject({ state: "waiting", why: expect.stringContaining("409") as string });
  });
  clearInterval(other);
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
  await double.bring(textUpdate(1, { text: "a" }));
  await double.updates.confirmed(1);
  expect(said(accepted)).toEqual(["a"]);
});
