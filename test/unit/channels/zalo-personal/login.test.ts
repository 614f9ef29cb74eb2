import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { QrCode } from "../../../../src/channels/zalo-personal/index.ts";
import { startZaloPersonal } from "../../../doubles/zalo-personal.ts";
import { ACCOUNT, given, stateOf } from "./support.ts";

const PNG = readFileSync("test/fixtures/zalo-personal/qr.png");

/** An account nobody has signed in, and a login whose code is on the screen. */
async function withCode(settings = {}) {
  const double = await startZaloPersonal(PNG.toString("base64"));
  const one = await given({ double, session: null, settings });
  const codes: QrCode[] = [];
  const stopping = new AbortController();
  const login = one.zalo.login(ACCOUNT, (code) => codes.push(code), stopping.signal);
  await double.until(() => codes.length === 1);
  return { ...one, codes, login, stopping };
}

describe("signing in by QR", () => {
  it("shows the code, and connects once the phone says yes", async () => {
    const one = await withCode();
    const { double, codes, login, sessions, messages } = one;
    expect(Buffer.from(codes[0]?.image ?? [])).toEqual(PNG);
    expect(codes[0]?.text).toContain("█");
    expect(codes[0]?.expiresAt.getTime()).toBeGreaterThan(Date.now());
    double.scan();
    double.confirm();
    expect(await login).toEqual({ kind: "signed_in" });
    await double.until(() => stateOf(one) === "ok");
    expect(JSON.parse(sessions.saved[0] ?? "")).toMatchObject({ uid: double.uid, version: 1 });
    double.write({ id: "1", content: "chào" });
    await double.until(() => messages.length === 1);
  });

  it("does not answer what was written before it", async () => {
    const double = await startZaloPersonal(PNG.toString("base64"));
    double.miss({ id: "1", content: "hôm qua", at: new Date(Date.now() - 86_400_000) });
    const one = await given({ double, session: null });
    const login = one.zalo.login(ACCOUNT, () => {
      double.scan();
      double.confirm();
    });
    expect(await login).toEqual({ kind: "signed_in" });
    await double.until(() => stateOf(one) === "ok");
    double.write({ id: "2", content: "hôm nay" });
    await double.until(() => one.messages.length > 0);
    expect(one.messages.map(({ content }) => content)).toEqual([{ kind: "text", text: "hôm nay" }]);
  });

  it("says that the phone said no, although the library would wait for ever", async () => {
    const { double, login, sessions } = await withCode();
    double.scan();
    double.decline();
    expect(await login).toEqual({ kind: "declined" });
    expect(sessions.saved).toEqual([]);
  });

  it("ends by itself when nobody scans, and asks no further", async () => {
    const { double, login } = await withCode({ times: { qrMs: 100 } });
    expect(await login).toEqual({ kind: "expired" });
    const asked = double.requests.length;
    let turns = 0;
    await double.until(() => ++turns > 40);
    expect(double.requests.length).toBeLessThanOrEqual(asked + 1);
  });

  it("can be given up, and tried again", async () => {
    const { double, login, stopping, zalo } = await withCode();
    expect(await zalo.login(ACCOUNT, () => undefined)).toEqual({ kind: "busy" });
    stopping.abort();
    expect(await login).toEqual({ kind: "cancelled" });
    const again = zalo.login(ACCOUNT, () => {
      double.confirm();
    });
    expect(await again).toEqual({ kind: "signed_in" });
  });

  it.each([{ status: 503 }, "reset"] as const)("says that it failed: %s", async (fault) => {
    const double = await startZaloPersonal(PNG.toString("base64"));
    const { zalo } = await given({ double, session: null });
    double.fail(/generate/, fault);
    expect(await zalo.login(ACCOUNT, () => undefined)).toMatchObject({ kind: "failed" });
    expect(await zalo.login("nobody", () => undefined)).toMatchObject({ kind: "failed" });
  });

  it("says that the session could not be stored", async () => {
    const { double, login, sessions, errors } = await withCode();
    sessions.save = () => Promise.reject(new Error("no database"));
    double.confirm();
    expect(await login).toMatchObject({ kind: "failed" });
    expect(errors.map(({ message }) => message)).toContain("no database");
  });

  it("takes the place of a session that is in use", async () => {
    const double = await startZaloPersonal(PNG.toString("base64"));
    const one = await given({ double });
    const login = one.zalo.login(ACCOUNT, () => {
      double.confirm();
    });
    expect(await login).toEqual({ kind: "signed_in" });
    // Once by the library after the QR code, once by the new connection.
    await double.until(() => double.logins === 3 && stateOf(one) === "ok");
  });

  it("in another process is noticed by the one that listens", async () => {
    const double = await startZaloPersonal(PNG.toString("base64"));
    const service = await given({ double, session: null });
    await double.until(() => stateOf(service) === "stopped");
    const terminal = await given({
      double,
      session: null,
      sessions: service.sessions,
      settings: { enabled: true },
    });
    await terminal.stop();
    const login = terminal.zalo.login(ACCOUNT, () => {
      double.confirm();
    });
    expect(await login).toEqual({ kind: "signed_in" });
    await double.until(() => stateOf(service) === "ok");
  });
});
