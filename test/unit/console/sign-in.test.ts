import { afterEach, expect, it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { startConsole, totp, type TestConsole } from "../../support/console.ts";

const SIGN_IN = "/can-bo/dang-nhap";
const HOUR = 3_600_000;

eachDatabase("signing in", (given) => {
  let desk: TestConsole;
  afterEach(() => desk.stop());

  const audited = async (action: string) => given.database.client.auditEntry.count({ where: { action } });

  it("takes the password alone of whoever needs no second factor", async () => {
    desk = await startConsole(given.database);
    const viewer = await desk.member("viewer");
    const browser = await desk.signedIn(viewer);
    expect(await browser.page("/can-bo")).toContain("Võ Thị Xem");
    expect(await audited("staff.signed_in")).toBe(1);
  });

  it("says the same of a wrong password, an unknown e-mail and a disabled account", async () => {
    desk = await startConsole(given.database);
    const [viewer, gone] = [await desk.member("viewer"), await desk.member("viewer")];
    await given.database.client.staff.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const browser = desk.browser();
    for (const fields of [
      { email: viewer.email, mat_khau: "không phải mật khẩu" },
      { email: "khongai@example.vn", mat_khau: viewer.password },
      { email: gone.email, mat_khau: gone.password },
      { email: "không phải e-mail", mat_khau: "" },
    ]) {
      const response = await browser.post(SIGN_IN, fields);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain("E-mail hoặc mật khẩu chưa đúng");
    }
    expect(browser.cookies.has("can-bo")).toBe(false);
    expect(await audited("staff.sign_in_refused")).toBe(2);
  });

  it("makes an account wait after ten wrong passwords in a row, also for the right one, for all replicas", async () => {
    desk = await startConsole(given.database);
    const viewer = await desk.member("viewer");
    const wrong = { email: viewer.email, mat_khau: "không phải mật khẩu" };
    for (let attempt = 0; attempt < 10; attempt++) {
      // From ten addresses: it is the account that is guessed at.
      const peer = { remoteAddress: `203.0.113.${attempt}`, headers: { Host: "localhost" } };
      expect((await desk.browser(peer).post(SIGN_IN, wrong)).status).toBe(422);
    }
    const replica = await startConsole(await given.another());
    const response = await replica
      .browser()
      .post(SIGN_IN, { email: viewer.email, mat_khau: viewer.password });
    await replica.stop();
    expect(response.status).toBe(429);
    expect(await response.text()).toContain("15 phút");
  });

  it("makes an address wait that guesses at many accounts", async () => {
    desk = await startConsole(given.database);
    await desk.setUp();
    const browser = desk.browser();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 31; attempt++) {
      const response = await browser.post(SIGN_IN, { email: `a${attempt}@example.vn`, mat_khau: "x" });
      statuses.push(response.status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const elsewhere = desk.browser({ remoteAddress: "203.0.113.9", headers: { Host: "localhost" } });
    expect((await elsewhere.post(SIGN_IN, { email: "b@example.vn", mat_khau: "x" })).status).toBe(422);
  });

  it("asks for the code where there is a second factor; a wrong one does not do, a spent challenge neither", async () => {
    desk = await startConsole(given.database);
    const officer = await desk.member("approver");
    await desk.signedIn(officer);
    const browser = desk.browser();
    const first = await browser.post(SIGN_IN, { email: officer.email, mat_khau: officer.password });
    expect(first.headers.get("Location")).toBe("/can-bo/dang-nhap/ma");
    expect(browser.cookies.has("can-bo")).toBe(false);
    expect((await browser.get("/can-bo")).status).toBe(303);
    expect((await browser.post("/can-bo/dang-nhap/ma", { ma: "000000" })).status).toBe(422);
    const challenge = browser.cookies.get("can-bo-buoc-hai") ?? "";
    const code = totp(officer.totpSecret ?? "");
    expect((await browser.post("/can-bo/dang-nhap/ma", { ma: code })).headers.get("Location")).toBe(
      "/can-bo",
    );
    const thief = desk.browser();
    thief.cookies.set("can-bo-buoc-hai", challenge);
    const again = await thief.post("/can-bo/dang-nhap/ma", { ma: code });
    expect(again.headers.get("Location")).toBe(SIGN_IN);
    expect(thief.cookies.has("can-bo")).toBe(false);
  });

  it("ends a session that rests, one that is too old, and those of whoever signs out everywhere", async () => {
    desk = await startConsole(given.database);
    const viewer = await desk.member("viewer");
    const { staffSession } = given.database.client;
    const isIn = async (browser: Awaited<ReturnType<typeof desk.signedIn>>) =>
      (await browser.get("/can-bo")).status === 200;

    const resting = await desk.signedIn(viewer);
    await staffSession.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isIn(resting)).toBe(false);

    const old = await desk.signedIn(viewer);
    await staffSession.updateMany({ data: { createdAt: new Date(Date.now() - 12 * HOUR) } });
    expect(await isIn(old)).toBe(false);

    const [desktop, phone] = [await desk.signedIn(viewer), await desk.signedIn(viewer)];
    expect(await isIn(desktop)).toBe(true);
    await phone.post("/can-bo/toi/dang-xuat-het");
    expect(await isIn(desktop)).toBe(false);
    expect(await audited("staff.signed_out_everywhere")).toBe(1);
  });

  it("keeps a session alive that is used", async () => {
    desk = await startConsole(given.database);
    const browser = await desk.signedIn(await desk.member("viewer"));
    const { staffSession } = given.database.client;
    const soon = new Date(Date.now() + 10 * 60_000);
    await staffSession.updateMany({ data: { expiresAt: soon } });
    await browser.page("/can-bo");
    const { expiresAt } = await staffSession.findFirstOrThrow();
    expect(expiresAt.getTime()).toBeGreaterThan(soon.getTime() + HOUR);
  });

  it("signs out: the cookie is gone, and whoever kept it is out as well", async () => {
    desk = await startConsole(given.database);
    const browser = await desk.signedIn(await desk.member("viewer"));
    const kept = browser.cookies.get("can-bo") ?? "";
    const response = await browser.post("/can-bo/dang-xuat");
    expect(response.headers.get("Location")).toBe(SIGN_IN);
    expect(browser.cookies.has("can-bo")).toBe(false);
    browser.cookies.set("can-bo", kept);
    expect((await browser.get("/can-bo")).status).toBe(303);
  });

  it("takes no made-up session", async () => {
    desk = await startConsole(given.database);
    const browser = await desk.signedIn(await desk.member("viewer"));
    const { token } = await given.database.client.staffSession.findFirstOrThrow();
    for (const forged of [token, `${token}.abc`, "", "%%%", "a".repeat(5000)]) {
      browser.cookies.set("can-bo", forged);
      expect((await browser.get("/can-bo")).status, forged.slice(0, 60)).toBe(303);
    }
  });
});
