import { describe, expect, it } from "vitest";
import type { Reply } from "../../../../src/conversation/reply.ts";
import type { Fault } from "../../../doubles/faults.ts";
import { textUpdate } from "../../../doubles/zalo-bot.ts";
import { start } from "./running.ts";
import { endingOf } from "../../../support/ending.ts";
import { closedAddress } from "../../../support/closed-address.ts";

const CHAT = "u-1";

async function given(now?: () => Date, plan?: { users: number | null; messagesPerMonth: number | null }) {
  const running = await start({ mode: "polling", ...(now && { now }), settings: { ...(plan && { plan }) } });
  await running.double.bring(textUpdate({ id: "hello", text: "chào", chat: CHAT }));
  await running.double.polledDry();
  const to = { channel: "zalo-bot", account: running.double.account, chat: CHAT };
  const send = (reply: Reply, id = "r1") => running.channel.send(to, reply, id);
  return { ...running, to, send };
}

/** Three parts. */
const LONG: Reply = { text: Array.from({ length: 500 }, (_, at) => `Câu ${at} khá dài.`).join(" ") };

function failure(code: number, description = "", headers: Record<string, string> = {}): Fault {
  return { kind: "status", status: 200, headers, body: { ok: false, error_code: code, description } };
}

it("tells the id of what was sent", async () => {
  const { send, double } = await given();
  expect(await send({ text: "Dạ vâng" })).toEqual({ kind: "sent", ref: "sent1" });
  expect(double.sent).toEqual([{ chat: CHAT, text: "Dạ vâng", id: "sent1" }]);
});

it("has nothing to send where there is nothing to say", async () => {
  const { send, double } = await given();
  expect((await send({ text: " " })).kind).toBe("refused");
  expect(double.sent).toEqual([]);
});

describe("each way to fail", () => {
  it.each([
    ["a person nobody knows", failure(404, "Not found"), "refused"],
    ["a bad request", failure(400, "Bad request"), "refused"],
    ["not allowed", failure(403, "Forbidden"), "refused"],
    ["their own failure, which they number 403", failure(403, "Internal server error"), "outage"],
    ["HTTP 500", { kind: "status", status: 500 }, "outage"],
    ["HTTP 503", { kind: "status", status: 503 }, "outage"],
    ["an unknown number", failure(-777, "?"), "unknown"],
    ["no number", { kind: "status", status: 200, body: { ok: false } }, "unknown"],
    [
      "the number under its other name",
      { kind: "status", status: 200, body: { ok: false, errorCode: 404 } },
      "refused",
    ],
    ["a wrong token", failure(401, "Unauthorized"), "outage"],
    ["too many", failure(429, "Quota exceeded"), "pace"],
    ["HTTP 429", { kind: "status", status: 429 }, "pace"],
    ["a gateway that gave up", { kind: "status", status: 504 }, "unknown"],
    ["their time-out", failure(408, "Request timeout"), "unknown"],
    ["a reset", { kind: "reset" }, "unknown"],
    ["a success without JSON", { kind: "status", status: 200, body: "<html>" }, "unknown"],
  ] as const)("%s", async (_what, fault, ending) => {
    const { send, double, status } = await given();
    double.faults.add("sendMessage", fault);
    const result = await send({ text: "lời riêng" });
    expect(endingOf(result)).toBe(ending);
    expect(JSON.stringify(result)).not.toContain("lời riêng");
    expect(double.sent).toEqual([]);
    // What surely did not arrive does not count.
    expect(status()[0]?.messages.used).toBe(ending === "unknown" ? 1 : 0);
  });

  it("a lost reply: it has arrived, and nobody knows", async () => {
    const { send, double } = await given();
    double.faults.add("sendMessage", { kind: "drop" });
    expect((await send({ text: "a" })).kind).toBe("unknown");
    expect(double.sent).toHaveLength(1);
  });

  it("a reply that comes too late", async () => {
    const running = await start({ mode: "polling", settings: { timing: { request: 100 } } });
    await running.double.bring(textUpdate({ id: "hello", text: "chào", chat: CHAT }));
    await running.double.polledDry();
    running.double.faults.add("sendMessage", { kind: "slow", ms: 400 });
    const to = { channel: "zalo-bot", account: running.double.account, chat: CHAT };
    expect((await running.channel.send(to, { text: "a" }, "r1")).kind).toBe("unknown");
  });

  it("no connection: nothing left us", async () => {
    const { channel, double } = await start({
      mode: "polling",
      until: "waiting",
      settings: { apiRoot: await closedAddress() },
    });
    const to = { channel: "zalo-bot", account: double.account, chat: CHAT };
    expect(await channel.send(to, { text: "a" }, "r1")).toMatchObject({
      kind: "retry",
      because: "outage",
      why: "Chưa gọi được máy chủ Zalo.",
    });
  });
});

describe("too many", () => {
  it("waits longer each time when nobody says how long, and sends nothing meanwhile", async () => {
    let time = new Date("2026-10-05T01:00:00Z").getTime();
    const { send, double, status } = await given(() => new Date(time));
    double.faults.add("sendMessage", failure(429), failure(429), failure(429));
    const asked = () => double.calls.filter(({ method }) => method === "sendMessage").length;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const result = await send({ text: "a" });
      if (result.kind !== "retry") throw new Error(result.kind);
      waits.push(result.afterMs);
      expect((await send({ text: "b" }, "other")).kind).toBe("retry");
      expect(asked()).toBe(attempt);
      time += result.afterMs;
    }
    expect(waits).toEqual([30_000, 60_000, 120_000]);
    expect(status()[0]?.state).toBe("waiting");
    expect((await send({ text: "a" })).kind).toBe("sent");
    expect(status()[0]?.state).toBe("ok");
  });

  it("believes the platform where it says how long", async () => {
    const { send, double } = await given();
    double.faults.add("sendMessage", failure(429, "", { "retry-after": "7" }));
    expect(await send({ text: "a" })).toMatchObject({ kind: "retry", afterMs: 7_000 });
  });
});

describe("in parts", () => {
  it("goes on where it stopped, and says nothing twice", async () => {
    const { send, double } = await given();
    double.faults.add("sendMessage", { kind: "slow", ms: 1 }, { kind: "status", status: 500 });
    const first = await send(LONG);
    expect(first.kind).toBe("retry");
    expect(first).toMatchObject({ why: expect.stringMatching(/ \(đã gửi 1\/\d phần\)$/) as string });
    expect((await send(LONG)).kind).toBe("sent");
    expect(double.sent.map(({ text }) => text).join(" ")).toBe(LONG.text);
    expect((await send({ text: "tiếp" }, "r2")).kind).toBe("sent");
  });

  it("are each at most 2,000 long", async () => {
    const { send, double } = await given();
    await send({ text: "ệ😀".normalize("NFD").repeat(900) });
    expect(double.sent.length).toBeGreaterThan(1);
    for (const { text } of double.sent) expect(text.length).toBeLessThanOrEqual(2_000);
  });
});

describe("the plan", () => {
  const month = { messagesPerMonth: 2, users: 50 };

  it("is counted and shown", async () => {
    const { send, status } = await given(() => new Date("2026-10-31T20:00:00Z"));
    await send({ text: "a" });
    // Already November in Vietnam.
    expect(status()[0]).toMatchObject({
      state: "ok",
      month: "2026-11",
      messages: { used: 1, limit: 3_000 },
      users: { used: 7, limit: 50 },
    });
  });

  it("used up, refuses and says why, until the next month", async () => {
    let now = new Date("2026-10-05T01:00:00Z");
    const { send, status, double } = await given(() => now, month);
    expect((await send({ text: "a" }, "1")).kind).toBe("sent");
    expect((await send({ text: "b" }, "2")).kind).toBe("sent");
    expect(await send({ text: "c" }, "3")).toEqual({
      kind: "refused",
      why: "Hết hạn mức 2 tin của tháng 2026-10 theo gói Zalo Bot.",
      because: "quota",
    });
    expect(double.sent).toHaveLength(2);
    expect(status()[0]).toMatchObject({ state: "waiting", messages: { used: 2, limit: 2 } });
    expect(status()[0]?.why).toContain("Đã dùng hết 2 tin");
    now = new Date("2026-11-01T01:00:00Z");
    expect(status()[0]).toMatchObject({ state: "ok", messages: { used: 0 } });
    expect((await send({ text: "d" }, "4")).kind).toBe("sent");
  });

  it("without limits refuses nothing", async () => {
    const { send, status } = await given(undefined, { users: null, messagesPerMonth: null });
    expect((await send({ text: "a" })).kind).toBe("sent");
    expect(status()[0]?.messages).toEqual({ used: 1, limit: null });
  });

  it("with more people than it allows is told, and nobody is left without an answer", async () => {
    const { send, status } = await given(undefined, { users: 5, messagesPerMonth: 100 });
    expect(status()[0]?.why).toContain("7 người dùng");
    expect((await send({ text: "a" })).kind).toBe("sent");
  });

  it("that cannot be counted is no reason to say nothing", async () => {
    const { send, quotas, errors } = await given();
    quotas.add = () => Promise.reject(new Error("the database is away"));
    expect((await send({ text: "a" })).kind).toBe("sent");
    expect(errors.join("\n")).toContain("could not be counted");
  });
});
