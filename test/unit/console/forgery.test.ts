import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { oneDatabase } from "../../support/database.ts";

const EVERYWHERE = "/can-bo/toi/dang-xuat-het";

describe("a form that another site sends", () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let browser: TestBrowser;
  beforeAll(async () => {
    desk = await startConsole(given.database);
    browser = await desk.signedIn(await desk.member("viewer"));
  }, 60_000);
  afterAll(() => desk.stop());

  it.each([
    ["names another origin", { Origin: "https://evil.example" }],
    ["hides its origin", { Origin: "null" }],
    ["says that it comes from elsewhere", { "Sec-Fetch-Site": "cross-site" }],
    ["comes from a neighbouring site", { "Sec-Fetch-Site": "same-site" }],
    ["was typed as an address", { "Sec-Fetch-Site": "none" }],
  ])("is refused, when it %s, even with the right token", async (_, headers) => {
    const response = await browser.post(EVERYWHERE, {}, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("không đến từ trang của hệ thống");
    expect((await browser.get("/can-bo")).status).toBe(200);
  });

  it("is refused without any word where it comes from", async () => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await desk.app.web.request(EVERYWHERE, { method: "POST", headers: { Cookie: cookie } });
    expect(response.status).toBe(403);
  });

  it.each(["", "abc", "A".repeat(43)])(
    "is not done with the token “%s”; what was typed is kept",
    async (token) => {
      const response = await browser.post("/can-bo/toi/mat-khau", {
        _ma_trang: token,
        ghi_chu: "lời <b>đã gõ</b>",
        mat_khau: "không được lặp lại",
      });
      expect(response.status).toBe(403);
      const page = await response.text();
      expect(page).toContain("lời &lt;b&gt;đã gõ&lt;/b&gt;");
      expect(page).not.toContain("không được lặp lại");
      expect(page).toContain("Gửi lại");
    },
  );

  it("does not take the token of another session", async () => {
    const other = await desk.signedIn(await desk.member("viewer"));
    const page = await other.page("/can-bo/toi");
    const token = /name="_ma_trang" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await browser.post(EVERYWHERE, { _ma_trang: token })).status).toBe(403);
  });

  it("keeps what was typed where the session has ended", async () => {
    const ended = await desk.signedIn(await desk.member("viewer"));
    const kept = new Map(ended.cookies);
    await ended.post(EVERYWHERE);
    for (const [name, value] of kept) ended.cookies.set(name, value);
    const response = await ended.post("/can-bo/toi/mat-khau", { ghi_chu: "một trang chữ" });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("một trang chữ");
  });

  it("takes the token of htmx in its header", async () => {
    const one = await desk.signedIn(await desk.member("viewer"));
    const page = await one.page("/can-bo/toi");
    const token = /X-Console-Token&quot;:&quot;([^&]+)&quot;/.exec(page)?.[1] ?? "";
    const response = await one.post(EVERYWHERE, { _ma_trang: "" }, { "X-Console-Token": token });
    expect(response.status).toBe(303);
  });

  it("is refused unread where it is too large", async () => {
    const response = await browser.post("/can-bo/toi/mat-khau", { ghi_chu: "x".repeat(300_000) });
    expect(response.status).toBe(413);
  });
});
