import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import type { Reply } from "../../../../src/conversation/reply.ts";
import { PERSON, startOa, textEvent, type RunningOa } from "./running.ts";

const WORDS = "lời riêng CANARY";
const LONG = Array.from({ length: 400 }, (_, at) => `Câu số ${at} của một câu trả lời dài.`).join(" ");

let printed: string[] = [];
let started: RunningOa[] = [];

beforeEach(() => {
  printed = [];
  started = [];
  for (const method of ["error", "warn", "log"] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words.map(String).join(" "));
    });
});

/** After every test: nothing secret and nothing personal was told to anybody. */
afterEach(() => {
  vi.restoreAllMocks();
  const told = started.flatMap(({ errors, status }) => [
    ...errors.map((error) => JSON.stringify(error, Object.getOwnPropertyNames(error))),
    JSON.stringify(status()),
  ]);
  expect([...printed, ...told].join("\n")).not.toContain("CANARY");
});

async function running(given: Parameters<typeof startOa>[0] = {}) {
  const oa = await startOa(given);
  started.push(oa);
  onTestFinished(() => oa.stop());
  await oa.double.deliver(textEvent("1", WORDS));
  const send = async (reply: Reply | string = WORDS, id = "r1") => {
    const result = await oa.channel.send(oa.person, typeof reply === "string" ? { text: reply } : reply, id);
    expect(JSON.stringify(result)).not.toContain("CANARY");
    return result;
  };
  return { ...oa, send };
}

function answering(error: number) {
  return { kind: "status", status: 200, body: { error, message: `failed ${WORDS}` } } as const;
}

it("sends, and keeps Zalo's id", async () => {
  const { send, double } = await running();
  expect(await send("xin chào")).toEqual({ kind: "sent", ref: expect.any(String) as string });
  expect(double.seenBy(PERSON)).toEqual([{ text: "xin chào", buttons: [] }]);
});

it.each([-201, -99999])("refuses for good at error %i", async (error) => {
  const { send, double } = await running();
  double.faults.add("cs", answering(error));
  expect(await send()).toEqual({ kind: "refused", why: `zalo error ${error}` });
});

it.each([-213, -227, -244])(
  "refuses for good at error %i: the person takes nothing from us",
  async (error) => {
    const { send, double } = await running();
    double.faults.add("cs", answering(error));
    expect(await send()).toEqual({ kind: "refused", why: `zalo error ${error}`, because: "blocked" });
  },
);

it.each([-230, -232, -218])("waits for the person at error %i", async (error) => {
  const { send, double } = await running();
  double.faults.add("cs", answering(error));
  expect(await send()).toEqual({ kind: "when_they_write", why: `zalo error ${error}` });
});

it("slows everything down at -32, and goes on after a while", async () => {
  let now = Date.parse("2026-11-24T03:00:00Z");
  const { send, double, status } = await running({ now: () => new Date(now) });
  double.faults.add("cs", answering(-32));
  expect(await send()).toEqual({ kind: "retry", because: "pace", afterMs: 60_000, why: "zalo error -32" });
  const calls = double.requests.length;
  now += 20_000;
  expect(await send()).toEqual({ kind: "retry", because: "pace", afterMs: 40_000, why: "slowed down" });
  expect(double.requests).toHaveLength(calls);
  expect(status()[0]?.state).toBe("waiting");
  now += 40_000;
  expect((await send()).kind).toBe("sent");
  expect(status()[0]?.state).toBe("ok");
});

it("honours what HTTP says about waiting", async () => {
  const { send, double } = await running();
  double.faults.add("cs", { kind: "status", status: 429, headers: { "retry-after": "7" } });
  expect(await send()).toEqual({ kind: "retry", because: "pace", afterMs: 7_000, why: "HTTP 429" });
});

it("waits a while where HTTP does not say how long", async () => {
  const { send, double } = await running();
  double.faults.add("cs", { kind: "status", status: 429 });
  expect(await send()).toMatchObject({ kind: "retry", because: "pace", afterMs: 60_000 });
});

it.each([-211, -144])("waits for the next day at error %i, and tells staff", async (error) => {
  // Ten in the morning there.
  const { send, double, status } = await running({ now: () => new Date("2026-11-24T03:00:00Z") });
  double.faults.add("cs", answering(error));
  const afterMs = (14 * 60 + 10) * 60_000;
  expect(await send()).toEqual({ kind: "retry", because: "pace", afterMs, why: `zalo error ${error}` });
  expect(status()[0]).toMatchObject({ state: "waiting", why: expect.stringContaining("hạn mức") as string });
  expect((await send()).kind).toBe("sent");
  expect(status()[0]?.state).toBe("ok");
});

it("waits for the morning at error -234", async () => {
  const { send, double } = await running({ now: () => new Date("2026-11-24T16:00:00Z") });
  double.faults.add("cs", answering(-234));
  expect(await send()).toMatchObject({ kind: "retry", because: "pace", afterMs: 7 * 3_600_000 });
});

it.each([-221, -224, -320, -321])("waits for an administrator at error %i", async (error) => {
  const { send, double, status, errors } = await running();
  double.faults.add("cs", answering(error), answering(error));
  expect(await send()).toEqual({
    kind: "retry",
    because: "outage",
    afterMs: 900_000,
    why: `zalo error ${error}`,
  });
  await send();
  expect(status()[0]).toMatchObject({
    state: "stopped",
    why: expect.stringContaining(String(error)) as string,
  });
  expect(errors.map(String)).toEqual([
    expect.stringMatching(
      new RegExp(`^Error: zalo-oa ${double.account.oaId}: stopped: .*quản trị viên.*\\[${error}\\]$`),
    ),
  ]);
});

it.each([-216, -220, -124])("takes one new token at error %i and sends once", async (error) => {
  const { send, double } = await running();
  const before = double.refreshCalls();
  double.faults.add("cs", answering(error));
  expect((await send()).kind).toBe("sent");
  expect(double.refreshCalls()).toBe(before + 1);
  expect(double.seenBy(PERSON)).toHaveLength(1);
});

it("does not go round in circles when new tokens are refused too", async () => {
  const { send, double, status } = await running();
  const before = double.refreshCalls();
  double.faults.add("cs", answering(-216), answering(-216));
  expect(await send()).toMatchObject({ kind: "retry" });
  expect(double.refreshCalls()).toBe(before + 1);
  expect(status()[0]?.state).toBe("stopped");
});

it("does not know whether it arrived when the reply is lost", async () => {
  const { send, double } = await running();
  double.faults.add("cs", { kind: "drop" });
  expect(await send()).toEqual({ kind: "unknown", why: "no answer" });
  double.faults.add("cs", { kind: "reset" });
  expect(await send()).toEqual({ kind: "unknown", why: "no answer" });
  double.faults.add("cs", { kind: "status", status: 502 });
  expect(await send()).toMatchObject({ kind: "unknown" });
});

it("does not know whether it arrived when the answer is too slow", async () => {
  const { send, double } = await running({ settings: { callMs: 300 } });
  double.faults.add("cs", { kind: "slow", ms: 2_000 });
  expect(await send()).toEqual({ kind: "unknown", why: "no answer" });
});

it("tries again what surely never left", async () => {
  const { send, double, status } = await running();
  await double.stop();
  expect(await send()).toEqual({ kind: "retry", because: "outage", afterMs: 5_000, why: "no connection" });
  expect(status()[0]?.state).toBe("waiting");
});

it("goes on behind the part that left", async () => {
  let now = Date.parse("2026-11-24T03:00:00Z");
  const { send, double } = await running({ now: () => new Date(now) });
  double.faults.add("cs", { kind: "slow", ms: 0 }, { kind: "status", status: 503 });
  expect((await send(LONG)).kind).toBe("retry");
  expect(double.seenBy(PERSON)).toHaveLength(1);
  now += 60_000;
  double.faults.add("cs", { kind: "slow", ms: 0 }, { kind: "reset" });
  expect((await send(LONG)).kind).toBe("unknown");
  expect((await send(LONG)).kind).toBe("sent");
  const parts = double.seenBy(PERSON).map(({ text }) => text);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.join(" ")).toBe(LONG);
});

it("refuses an account that is not ours", async () => {
  const { channel, person } = await running();
  expect(await channel.send({ ...person, account: "1" }, { text: "a" }, "r")).toMatchObject({
    kind: "refused",
  });
});

const REMINDER: Reply = {
  text: "Nhắc anh/chị: ngày mai có lớp.",
  template: { name: "class_reminder", data: { lop: "5S", ma: "DK-1" } },
};

it("sends a reminder by its template when the person has not written for long", async () => {
  const { send, double } = await running({ account: { reminderTemplateId: "7895417a" } });
  double.approve("7895417a", ["lop", "ma"]);
  double.silentForWeeks(PERSON);
  expect(await send(REMINDER, "our-id")).toEqual({ kind: "sent", ref: expect.any(String) as string });
  expect(double.seenBy(PERSON)).toEqual([
    {
      text: "",
      buttons: [],
      template: { id: "7895417a", data: { lop: "5S", ma: "DK-1" }, trackingId: "our-id" },
    },
  ]);
});

it("sends a reminder as it is to somebody who wrote, and lets it wait without a template", async () => {
  const { send, double } = await running();
  expect((await send(REMINDER)).kind).toBe("sent");
  expect(double.seenBy(PERSON)).toEqual([{ text: REMINDER.text, buttons: [] }]);
  double.silentForWeeks(PERSON);
  expect(await send(REMINDER, "r2")).toMatchObject({ kind: "when_they_write" });
});

it("renews the token for a template too, and refuses one that Zalo does not know", async () => {
  const { send, double } = await running({ account: { reminderTemplateId: "none" } });
  double.silentForWeeks(PERSON);
  double.faults.add("template", answering(-124));
  const before = double.refreshCalls();
  expect(await send(REMINDER)).toEqual({ kind: "refused", why: "zalo error -112" });
  expect(double.refreshCalls()).toBe(before + 1);
});
