import { describe, expect, it } from "vitest";
import { createZaloPersonalChannel } from "../../../../src/channels/zalo-personal/index.ts";
import { frame } from "../../../doubles/zalo-personal/crypto.ts";
import { startZaloPersonal } from "../../../doubles/zalo-personal.ts";
import { ACCOUNT, given, memoryFiles, memorySessions, sessionFor, stateOf, whyOf } from "./support.ts";
import { alone } from "../../../support/turns.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

/** Long enough for a supervisor that would connect again, which waits 10 ms in these tests. */
const MUCH_LATER = { times: { lookAgainMs: 10 } };

/** Lets the supervisor go round some ten times. */
async function rounds(double: { until: (is: () => boolean) => Promise<void> }): Promise<void> {
  let turns = 0;
  await double.until(() => ++turns > 20);
}

describe("a connection", () => {
  it("that is cut is made again with a fresh login", async () => {
    const { double, messages } = await given();
    double.close("cut");
    await double.until(() => double.logins === 2 && double.isConnected());
    double.write({ id: "1", content: "còn đó không?" });
    await double.until(() => messages.length === 1);
  });

  it("that is refused again and again is left alone for long", async () => {
    const one = await given({ settings: { times: { steadyMs: 60_000, unwantedRestMs: 60_000 } } });
    const { double } = one;
    for (const logins of [1, 2, 3]) {
      await double.until(() => double.logins === logins && stateOf(one) === "ok");
      double.close("cut");
    }
    await double.until(() => whyOf(one).includes("Tạm nghỉ"));
    await rounds(double);
    expect(double.logins).toBe(3);
    expect(stateOf(one)).toBe("waiting");
  });

  it("that dies in silence is noticed by asking for the history", async () => {
    const one = await given({ settings: { times: { probeMs: 100, callMs: 100 } } });
    const { double } = one;
    await double.until(() => double.historyAsked >= 4);
    double.wrap(2);
    double.mute(true);
    await double.until(() => stateOf(one) === "waiting");
    double.mute(false);
    await double.until(() => double.logins > 1 && stateOf(one) === "ok");
  });

  it.each([
    ["another place has opened (3000)", 3000, "nơi khác"],
    ["Zalo has ended (3003)", 3003, "ngắt phiên"],
  ])("that %s is not fought for", async (_, code, words) => {
    const one = await given({ settings: MUCH_LATER });
    const { double, errors, zalo } = one;
    double.close(code);
    await double.until(() => stateOf(one) === "stopped");
    await rounds(double);
    expect(double.logins).toBe(1);
    expect(whyOf(one)).toContain(words);
    expect(errors.map(({ message }) => message).join()).toContain(words);

    zalo.reconnect(ACCOUNT);
    await double.until(() => stateOf(one) === "ok");
    expect(double.logins).toBe(2);
  });

  it("gives way to a newer one of the same account", async () => {
    const one = await given({ settings: MUCH_LATER });
    one.double.raw(frame(3000, 0, { message: "another connection" }));
    await one.double.until(() => stateOf(one) === "stopped");
    await rounds(one.double);
    expect(one.double.logins).toBe(1);
  });

  it("is one, even where listen is called twice", async () => {
    const one = await given();
    const stopping = new AbortController();
    const again = one.zalo.channel.listen(() => Promise.resolve(true), stopping.signal);
    await rounds(one.double);
    expect(one.double.logins).toBe(1);
    stopping.abort();
    await again;
  });
});

describe("a login", () => {
  it("that has expired is not tried again but said", async () => {
    const double = await startZaloPersonal();
    const session = sessionFor(double);
    double.expire();
    const one = await given({
      double,
      sessions: memorySessions(session),
      session: null,
      settings: MUCH_LATER,
    });
    await double.until(() => stateOf(one) === "stopped");
    const asked = double.requests.length;
    await rounds(double);
    expect(double.requests).toHaveLength(asked);
    expect(whyOf(one)).toContain("hết hạn");
    expect(one.errors).toHaveLength(1);
  });

  it("that expires while it is used is noticed by what is sent", async () => {
    const one = await given();
    const { double, messages, zalo } = one;
    double.write({ id: "1", content: "a" });
    await double.until(() => messages.length === 1);
    const to = messages[0]?.from ?? { channel: "", account: "", chat: "" };
    double.expire();
    expect(await zalo.channel.send(to, { text: "b" }, "r")).toMatchObject({ kind: "retry" });
    await double.until(() => stateOf(one) === "stopped");
    expect(whyOf(one)).toContain("hết hạn");
  });

  it("that expires while nothing happens is noticed by keeping it alive", async () => {
    const one = await given({ settings: { times: { keepAliveMs: 20 } } });
    one.double.expire();
    await one.double.until(() => stateOf(one) === "stopped");
  });

  it.each([{ status: 500 }, "reset", "answer lost"] as const)(
    "that fails for now is tried again: %s",
    async (fault) => {
      const double = await startZaloPersonal();
      double.fail(/getLoginInfo/, fault, fault);
      const { errors } = await given({ double });
      expect(double.requests.filter(({ path }) => path.endsWith("getLoginInfo"))).toHaveLength(3);
      expect(errors).toEqual([]);
    },
  );

  it("is stored again with the cookies it got, and taken up by the next process", async () => {
    const double = await startZaloPersonal();
    const sessions = memorySessions(sessionFor(double));
    const first = await given({ double, sessions });
    const before = JSON.parse(sessions.saved[0] ?? "") as { cookies: { value: string }[] };
    const after = JSON.parse(sessions.saved.at(-1) ?? "") as { cookies: { value: string }[] };
    expect(after.cookies[0]?.value).not.toBe(before.cookies[0]?.value);
    await first.stop();
    await given({ double, sessions });
    expect(double.logins).toBe(2);
  });

  it("that somebody else stored meanwhile is taken up, not written over", async () => {
    const one = await given({ settings: { times: { saveMs: 5 } } });
    const { double, sessions } = one;
    const other = sessionFor(double);
    await sessions.save(ACCOUNT, JSON.stringify(other));
    double.write({ id: "1", content: "a" });
    await double.until(() => double.logins === 2 && stateOf(one) === "ok");
    const values = sessions.saved.map((text) => (JSON.parse(text) as { imei: string }).imei);
    expect(new Set(values).size).toBe(1);
    expect(sessions.saved[2]).toBe(JSON.stringify(other));
  });

  it.each([
    ["none", null, "Chưa có phiên"],
    ["one that cannot be read", "", "Không đọc được"],
    ["something else", '{"version":2}', "Không đọc được"],
  ])("with nothing to start from asks for a QR code: %s", async (_, text, words) => {
    const sessions = memorySessions(null);
    if (text !== null) sessions.saved.push(text);
    const one = await given({ session: null, sessions });
    await one.double.until(() => stateOf(one) === "stopped");
    expect(whyOf(one)).toContain(words);
    expect(one.double.requests).toEqual([]);
  });

  it("waits for a store that is away", async () => {
    const double = await startZaloPersonal();
    const sessions = memorySessions(sessionFor(double));
    let isAway = true;
    const load = sessions.load.bind(sessions);
    sessions.load = (account) => (isAway ? Promise.reject(new Error("no database")) : load(account));
    const one = await given({ double, sessions, session: null });
    await double.until(() => one.errors.length > 1);
    expect(stateOf(one)).toBe("waiting");
    isAway = false;
    await double.until(() => stateOf(one) === "ok");
  });
});

describe("the switch", () => {
  it("is off unless somebody turns it on", async () => {
    const double = await startZaloPersonal();
    const zalo = createZaloPersonalChannel({
      settings: { accounts: [ACCOUNT], gateway: double.url },
      sessions: memorySessions(sessionFor(double)),
      turns: alone,
      files: memoryFiles(),
      now: () => new Date(),
      onError: recordError,
    });
    const stopping = new AbortController();
    const listening = zalo.channel.listen(() => Promise.resolve(true), stopping.signal);
    const to = { channel: "zalo-personal", account: double.uid, chat: "1" };
    expect((await zalo.channel.send(to, { text: "a" }, "r")).kind).toBe("retry");
    expect((await zalo.login(ACCOUNT, () => undefined)).kind).toBe("failed");
    expect(zalo.status()).toMatchObject([
      { account: ACCOUNT, state: "stopped", why: "Kênh Zalo cá nhân đang tắt." },
    ]);
    stopping.abort();
    await listening;
    expect(double.requests).toEqual([]);
    await double.stop();
  });
});
