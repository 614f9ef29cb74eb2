import { describe, expect, it } from "vitest";
import type { Reply } from "../../../../src/conversation/reply.ts";
import type { Fault } from "../../../doubles/faults.ts";
import { ALICE, GROUP, textUpdate } from "../../../doubles/telegram/updates.ts";
import { callsOf, start, type Running } from "./running.ts";
import { endingOf } from "../../../support/ending.ts";
import { closedAddress } from "../../../support/closed-address.ts";

const CHAT = String(ALICE.id);

async function given(more: Partial<Parameters<typeof start>[0]> = {}) {
  const running = await start({ mode: "polling", ...more });
  running.double.chats.known.add(CHAT).add(String(GROUP)).add("900");
  return { ...running, ...sender(running) };
}

function sender({ channel, double }: Running) {
  return {
    send: (reply: Reply, id = "r1", chat = CHAT) =>
      channel.send({ channel: "telegram", account: double.account, chat }, reply, id),
    said: () => double.chats.sent.map(({ text }) => text),
  };
}

/** Three parts. */
const LONG: Reply = { text: Array.from({ length: 600 }, (_, at) => `Câu ${at} khá là dài.`).join(" ") };

function failure(code: number, description = "", parameters?: Record<string, number>): Fault {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { kind: "status", status: code, body };
}

it("tells the id of what was sent", async () => {
  const { send, double } = await given();
  const choices = [{ label: "Có", value: "m1.0" }];
  expect(await send({ text: "Dạ <vâng> & vâng", choices })).toEqual({ kind: "sent", ref: "1" });
  expect(double.chats.sent).toEqual([
    {
      chat: CHAT,
      text: "Dạ <vâng> & vâng",
      buttons: [{ text: "Có", value: "m1.0" }],
      file: null,
      thread: null,
      id: 1,
    },
  ]);
});

it("sends the bytes of a file that is no text", async () => {
  const { send, double } = await given();
  const content = Buffer.from("Thư mời ạ").toString("base64");
  const file = { name: "thu.pdf", mediaType: "application/pdf", content, encoding: "base64" } as const;
  expect(await send({ text: "Gửi anh/chị", files: [file] })).toMatchObject({ kind: "sent" });
  expect(double.chats.sent[1]?.file).toMatchObject({ name: "thu.pdf", content: "Thư mời ạ" });
});

it("sends files as documents", async () => {
  const { send, double } = await given();
  const file = {
    name: "lịch học.ics",
    mediaType: "text/calendar",
    content: "BEGIN:VCALENDAR\r\nSUMMARY:Lớp học\r\n",
  };
  expect(await send({ text: "Lịch đây ạ", files: [file] })).toEqual({ kind: "sent", ref: "2" });
  expect(double.chats.sent[1]?.file).toEqual({
    name: expect.stringContaining(".ics") as string,
    content: file.content,
  });
});

it("answers in the topic that was asked in", async () => {
  const { send, double } = await given();
  expect((await send({ text: "a" }, "r1", `${GROUP}:17`)).kind).toBe("sent");
  expect(double.chats.sent).toMatchObject([{ chat: String(GROUP), thread: 17 }]);
});

it("refuses what has nothing in it, and what is for a bot that is gone", async () => {
  const { send, channel, double } = await given();
  expect((await send({ text: " " })).kind).toBe("refused");
  const to = { channel: "telegram", account: "1", chat: CHAT };
  expect((await channel.send(to, { text: "a" }, "r")).kind).toBe("refused");
  expect(double.chats.sent).toEqual([]);
});

describe("each way to fail", () => {
  it.each([
    ["nobody there", failure(400, "Bad Request: chat not found"), "refused"],
    ["a bad request", failure(400, "Bad Request: message is too long"), "refused"],
    [
      "no right to write",
      failure(400, "Bad Request: not enough rights to send text messages to the chat"),
      "refused",
    ],
    ["blocked", failure(403, "Forbidden: bot was blocked by the user"), "refused"],
    ["gone for ever", failure(403, "Forbidden: user is deactivated"), "refused"],
    ["a wrong token", failure(401, "Unauthorized"), "outage"],
    ["a conflict", failure(409, "Conflict"), "outage"],
    ["too large", failure(413, "Request Entity Too Large"), "refused"],
    ["too many", failure(429, "Too Many Requests"), "pace"],
    ["their own failure", failure(500, "Internal Server Error"), "outage"],
    ["a gateway that gave up", failure(502, "Bad Gateway"), "unknown"],
    ["a gateway that waited in vain", failure(504, "Gateway Timeout"), "unknown"],
    ["a page of somebody in between", { kind: "status", status: 502, body: "<html>" }, "unknown"],
    [
      "a success that is none",
      { kind: "status", status: 200, body: { ok: false, error_code: 400, description: "" } },
      "refused",
    ],
    ["a success without words", { kind: "status", status: 200, body: {} }, "unknown"],
    ["a reset", { kind: "reset" }, "unknown"],
  ] as const)("%s", async (_what, fault, ending) => {
    const { send, double, said } = await given();
    double.faults.add("sendMessage", fault);
    const result = await send({ text: "lời riêng" });
    expect(endingOf(result)).toBe(ending);
    expect(JSON.stringify(result)).not.toContain("lời riêng");
    // Nothing is repeated behind the outbox's back.
    expect(callsOf(double, "sendMessage")).toHaveLength(1);
    expect(said()).toEqual([]);
  });

  it("a lost reply: it has arrived, and nobody knows", async () => {
    const { send, double, said } = await given();
    double.faults.add("sendMessage", { kind: "drop" });
    expect((await send({ text: "a" })).kind).toBe("unknown");
    expect(said()).toEqual(["a"]);
  });

  it("a reply that comes too late", async () => {
    const { send, double, said } = await given({ timing: { request: 150 } });
    double.faults.add("sendMessage", { kind: "slow", ms: 600 });
    expect((await send({ text: "a" })).kind).toBe("unknown");
    expect(said()).toEqual(["a"]);
  });

  it("no connection: nothing left us", async () => {
    const { send } = await given({ until: "waiting", settings: { apiRoot: await closedAddress() } });
    expect(await send({ text: "a" })).toMatchObject({
      kind: "retry",
      because: "outage",
      why: "Chưa gọi được máy chủ Telegram.",
    });
  });
});

describe("too many", () => {
  it("believes the platform how long, be it hours, and keeps no other chat waiting", async () => {
    let time = new Date("2026-10-05T01:00:00Z").getTime();
    const { send, double, said } = await given({ now: () => new Date(time) });
    double.chats.floods.set(CHAT, 10_072);
    expect(await send({ text: "a" })).toMatchObject({ kind: "retry", afterMs: 10_072_000 });
    time += 72_000;
    expect(await send({ text: "a" })).toMatchObject({ kind: "retry", afterMs: 10_000_000 });
    // It was not even asked again.
    expect(callsOf(double, "sendMessage")).toHaveLength(1);
    expect((await send({ text: "b" }, "r2", "900")).kind).toBe("sent");
    double.chats.floods.clear();
    time += 10_000_000;
    expect((await send({ text: "a" })).kind).toBe("sent");
    expect(said()).toEqual(["b", "a"]);
  });

  it("of a group is kept by asking to be called again", async () => {
    const time = new Date("2026-10-05T01:00:00Z");
    const { send, said } = await given({ now: () => time, limits: { groupPerMinute: 3 } });
    const results: string[] = [];
    for (let at = 0; at < 4; at++)
      results.push((await send({ text: `${at}` }, `r${at}`, String(GROUP))).kind);
    expect(results).toEqual(["sent", "sent", "sent", "retry"]);
    expect(await send({ text: "3" }, "r3", String(GROUP))).toMatchObject({ kind: "retry", afterMs: 60_000 });
    expect(said()).toEqual(["0", "1", "2"]);
  });

  it("at once into one chat: the second waits for its turn", async () => {
    const { send, double } = await given({ limits: { chatEveryMs: 120 } });
    await Promise.all([
      send({ text: "a" }, "r1"),
      send({ text: "b" }, "r2"),
      send({ text: "c" }, "r3", "900"),
    ]);
    expect(double.chats.sent.map(({ text }) => text).toSorted()).toEqual(["a", "b", "c"]);
    const at = (text: string) =>
      callsOf(double, "sendMessage").findIndex(({ body }) => body["text"] === text);
    // The other chat did not wait.
    expect(at("c")).toBeLessThan(at("b"));
  });
});

describe("in parts", () => {
  it("goes on where it stopped, and says nothing twice", async () => {
    const { send, double, said } = await given();
    double.faults.add("sendMessage", { kind: "slow", ms: 1 }, failure(500));
    const first = await send(LONG);
    expect(first).toMatchObject({
      kind: "retry",
      why: expect.stringMatching(/ \(đã gửi 1\/\d phần\)$/) as string,
    });
    expect((await send(LONG)).kind).toBe("sent");
    expect(said().join(" ")).toBe(LONG.text);
    expect((await send({ text: "tiếp" }, "r2")).kind).toBe("sent");
  });

  it("goes on at the chat's next turn", async () => {
    let time = 1_790_000_000_000;
    const { send, said } = await given({
      now: () => new Date(time),
      limits: { chatEveryMs: 60_000, patienceMs: 0 },
    });
    for (let at = 0; at < 2; at++) {
      expect(await send(LONG)).toMatchObject({ kind: "retry", afterMs: 60_000 });
      time += 60_000;
    }
    expect((await send(LONG)).kind).toBe("sent");
    expect(said().join(" ")).toBe(LONG.text);
  });
});

describe("chats that change", () => {
  it("notes who blocked the bot", async () => {
    const { send, double, blocked } = await given();
    double.chats.blocked.add(CHAT);
    expect((await send({ text: "a" })).kind).toBe("refused");
    expect(blocked).toEqual([{ channel: "telegram", account: double.account, chat: CHAT }]);
  });

  it("takes a topic that was closed for no block of the whole group", async () => {
    const { send, double, blocked } = await given();
    double.faults.add(
      "sendMessage",
      failure(400, "Bad Request: TOPIC_CLOSED"),
      failure(400, "Bad Request: message thread not found"),
    );
    for (const id of ["r1", "r2"])
      expect((await send({ text: "a" }, id, `${GROUP}:17`)).kind).toBe("refused");
    expect(blocked).toEqual([]);
    double.faults.add("sendMessage", failure(400, "Bad Request: not enough rights to send text messages"));
    expect((await send({ text: "a" }, "r3", String(GROUP))).kind).toBe("refused");
    expect(blocked.map(({ chat }) => chat)).toEqual([String(GROUP)]);
  });

  it("follows a group to its new id, and tells it once", async () => {
    const { send, double, migrated, said } = await given();
    double.chats.migrated.set(String(GROUP), -1_002_003_004_005);
    double.chats.known.add("-1002003004005");
    expect((await send({ text: "a" }, "r1", String(GROUP))).kind).toBe("sent");
    expect((await send({ text: "b" }, "r2", String(GROUP))).kind).toBe("sent");
    expect(migrated).toEqual([[String(GROUP), "-1002003004005"]]);
    expect(said()).toEqual(["a", "b"]);
    // The old id was tried only once.
    expect(callsOf(double, "sendMessage")).toHaveLength(3);
  });

  it("does not run after a group for ever", async () => {
    const { send, double } = await given();
    double.chats.migrated.set("-1", -2).set("-2", -3).set("-3", -1);
    expect((await send({ text: "a" }, "r1", "-1")).kind).toBe("refused");
    expect(callsOf(double, "sendMessage")).toHaveLength(2);
  });
});

it("sends nothing more with a token that was refused, until it is right", async () => {
  const { send, double, status } = await given();
  double.changeToken("7012345678:another-token-of-26-chars");
  expect(await send({ text: "a" })).toMatchObject({ kind: "retry", afterMs: 300_000 });
  expect(status()[0]).toMatchObject({ state: "stopped", why: expect.stringContaining("token") as string });
  const asked = double.rejected.length;
  expect((await send({ text: "a" })).kind).toBe("retry");
  expect(double.rejected.filter((method) => method === "sendMessage")).toHaveLength(1);
  expect(asked).toBeGreaterThan(0);
});

it("goes on receiving when a token is refused only once", async () => {
  const { send, double, status, accepted } = await given();
  double.faults.add("getUpdates", failure(500));
  double.faults.add("sendMessage", failure(401, "Unauthorized"));
  expect((await send({ text: "a" })).kind).toBe("retry");
  await expect.poll(() => status()[0]?.state).toBe("ok");
  await double.bring(textUpdate(1, { text: "a" }));
  await double.updates.confirmed(1);
  expect(accepted).toHaveLength(1);
  expect((await send({ text: "a" })).kind).toBe("sent");
});

it("shows that it is at work on an answer", async () => {
  const { double } = await given();
  await double.bring(textUpdate(1, { text: "mã vạch?" }));
  await double.updates.confirmed(1);
  await expect
    .poll(() => callsOf(double, "sendChatAction").map(({ body }) => body["action"]))
    .toEqual(["typing"]);
});
