import { expect, it, onTestFinished } from "vitest";
import { PERSON, startOa, textEvent } from "./running.ts";
import { canaries } from "../../../support/canaries.ts";

const HOUR_MS = 3_600_000;

/** An account with a clock that can be moved. */
async function running(given: Parameters<typeof startOa>[0] = {}) {
  const clock = { now: Date.parse("2026-11-24T03:00:00Z") };
  let oa = await startOa({ now: () => new Date(clock.now), ...given });
  onTestFinished(() => oa.stop());
  await oa.double.deliver(textEvent("1", "a"));
  let sent = 0;
  const { double } = oa;
  return {
    clock,
    double,
    send: () => oa.channel.send(oa.person, { text: `tin ${(sent += 1)}` }, `r${sent}`),
    status: () => oa.status()[0],
    errors: () => oa.errors.map(String),
    rows: () => oa.database.client.setting.findMany(),
    again: async (change: Parameters<typeof oa.again>[0] = {}) => {
      oa = await oa.again(change);
    },
  };
}

it("needs one refresh for many who send at once, and none for the next 24 hours", async () => {
  const { send, double, clock } = await running();
  const results = await Promise.all(Array.from({ length: 12 }, send));
  expect(results.every(({ kind }) => kind === "sent")).toBe(true);
  expect(double.refreshCalls()).toBe(1);
  clock.now += 24 * HOUR_MS;
  expect((await send()).kind).toBe("sent");
  expect(double.refreshCalls()).toBe(1);
  // expires_in is the string "90000": 25 hours, less what clocks may differ.
  clock.now += HOUR_MS - 4 * 60_000;
  await Promise.all(Array.from({ length: 5 }, send));
  expect(double.refreshCalls()).toBe(2);
});

it("keeps no token readable in the database", async () => {
  const { send, double, rows } = await running();
  await send();
  const [row] = await rows();
  expect(row?.key).toContain(double.account.oaId);
  expect(JSON.stringify(row)).not.toContain("CANARY");
});

it("goes on with the pair it has, whatever stands in the configuration", async () => {
  const { send, double, again, clock } = await running();
  await send();
  await again();
  expect((await send()).kind).toBe("sent");
  expect(double.refreshCalls()).toBe(1);
  clock.now += 30 * HOUR_MS;
  await again();
  expect((await send()).kind).toBe("sent");
  expect(double.refreshCalls()).toBe(2);
});

it("takes a new refresh token from an administrator, and the old configuration brings nothing back", async () => {
  const { send, double, again, status, errors } = await running();
  await send();
  const authorised = double.authorise();
  double.endAccess();
  // What it has is worth nothing any more.
  expect(await send()).toMatchObject({ kind: "retry", why: "oauth error -14014" });
  expect(status()).toMatchObject({
    state: "stopped",
    why: expect.stringContaining("cấp quyền lại") as string,
  });
  expect(errors()).toEqual([
    `Error: zalo-oa ${double.account.oaId}: stopped: Zalo không nhận refresh token nữa: quản trị viên cấp quyền lại ` +
      "và đặt refresh token mới. [oauth error -14014]",
  ]);

  await again({ account: { refreshToken: authorised } });
  expect((await send()).kind).toBe("sent");
  expect(status()?.state).toBe("ok");
  // A replica that was not told yet.
  await again({ account: {} });
  expect((await send()).kind).toBe("sent");
});

it("does not ask the platform again and again for what it refused", async () => {
  const { send, double, clock } = await running();
  await send();
  double.authorise();
  double.endAccess();
  const before = double.refreshCalls();
  for (let number = 0; number < 5; number += 1) expect((await send()).kind).toBe("retry");
  expect(double.refreshCalls()).toBe(before + 1);
  clock.now += 10 * 60_000;
  await send();
  expect(double.refreshCalls()).toBe(before + 2);
});

it("says that the pair was lost when the answer of a refresh never came", async () => {
  const { send, double, status, clock } = await running();
  await send();
  double.endAccess();
  double.faults.add("oauth", { kind: "drop" });
  expect(await send()).toMatchObject({ kind: "retry", afterMs: 60_000 });
  expect(status()?.state).toBe("waiting");
  clock.now += 60_000;
  expect((await send()).kind).toBe("retry");
  expect(status()).toMatchObject({
    state: "stopped",
    why: expect.stringContaining("ngắt giữa chừng") as string,
  });
});

it("keeps the pair through answers without tokens", async () => {
  const { send, double, status, clock } = await running();
  await send();
  double.endAccess();
  const faults = [
    { kind: "status", status: 500 },
    { kind: "status", status: 200, body: { access_token: undefined, refresh_token: null } },
    { kind: "status", status: 200, body: { access_token: "only one" } },
    { kind: "status", status: 429 },
    { kind: "reset" },
  ] as const;
  for (const fault of faults) {
    double.faults.add("oauth", fault);
    expect((await send()).kind).toBe("retry");
    expect(status()?.state).toBe("waiting");
    clock.now += 60_000;
  }
  expect((await send()).kind).toBe("sent");
  expect(status()?.state).toBe("ok");
});

it("goes on with a token that is about to end while the next cannot be had", async () => {
  const { send, double, clock } = await running();
  await send();
  clock.now += 25 * HOUR_MS - 60_000;
  double.faults.add("oauth", { kind: "status", status: 500 });
  expect((await send()).kind).toBe("sent");
  expect(double.refreshCalls()).toBe(1);
});

it("says that nobody gave a token", async () => {
  const { send, double, again, status } = await running({ silent: true });
  await again({ settings: { apiUrl: double.url, oauthUrl: double.url, accounts: [double.account] } });
  expect(await send()).toMatchObject({ kind: "retry", why: "no tokens" });
  expect(status()).toMatchObject({
    state: "stopped",
    why: expect.stringContaining("refresh token") as string,
  });
});

it("says that the key of the tokens changed, and leaves them as they are", async () => {
  const { send, double, again, status, rows } = await running();
  await send();
  const before = await rows();
  await again({ secret: "another secret" });
  expect(await send()).toMatchObject({ kind: "retry" });
  expect(status()).toMatchObject({ state: "stopped", why: expect.stringContaining("khóa mã hóa") as string });
  expect(await rows()).toEqual(before);
  await again({ secret: canaries.sealingSecret });
  expect((await send()).kind).toBe("sent");
  expect(double.seenBy(PERSON).length).toBeGreaterThan(0);
});
