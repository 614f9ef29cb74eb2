import { afterEach, describe, expect, it } from "vitest";
import { renewSetUpLink } from "../../../src/adapters/prisma/staff/links.ts";
import { TEST_DAY } from "../../support/app.ts";
import { PASSWORD, startConsole, type Peer, type TestConsole } from "../../support/console.ts";
import { oneDatabase } from "../../support/database.ts";

const SIGN_IN = "/can-bo/dang-nhap";
const ELSEWHERE: Peer = { remoteAddress: "113.160.1.2", headers: { Host: "nscl.example.vn" } };
const BEHIND_PROXY: Peer = {
  remoteAddress: "127.0.0.1",
  headers: {
    Host: "nscl.example.vn",
    "X-Forwarded-For": "113.160.1.2",
    "X-Forwarded-Proto": "https",
  },
};

describe("the entrance of the console", () => {
  const given = oneDatabase();
  let desk: TestConsole;
  afterEach(() => desk.stop());

  describe("before it is set up", () => {
    it.each([
      ["a browser on this machine", { remoteAddress: "127.0.0.1" }, 200],
      ["the same over IPv6", { remoteAddress: "::1", headers: { Host: "[::1]:3000" } }, 200],
      ["a mapped address", { remoteAddress: "::ffff:127.0.0.1" }, 200],
      ["another machine", ELSEWHERE, 403],
      [
        "another machine that says it is this one",
        { remoteAddress: "10.0.0.7", headers: { Host: "localhost" } },
        403,
      ],
      [
        "a proxy on this machine",
        { remoteAddress: "127.0.0.1", headers: { "X-Forwarded-For": "1.2.3.4" } },
        403,
      ],
      [
        "a proxy that uses the newer header",
        { remoteAddress: "127.0.0.1", headers: { Forwarded: "for=1.2.3.4" } },
        403,
      ],
      [
        "an address that only begins so",
        { remoteAddress: "127.example", headers: { Host: "localhost" } },
        403,
      ],
    ])("answers %s as it should", async (_, peer: Peer, status) => {
      desk = await startConsole(given.database, {}, { trustedProxies: 1 });
      const response = await desk.browser(peer).get(SIGN_IN);
      expect(response.status).toBe(status);
      const page = await response.text();
      expect(page).toContain(status === 200 ? "đường dẫn thiết lập" : "Chỉ mở được trên máy chủ");
    });

    it("answers from everywhere where a setting says so, over HTTPS", async () => {
      desk = await startConsole(given.database, {}, { trustedProxies: 1, consoleFromAnywhere: true });
      expect((await desk.browser(BEHIND_PROXY).get(SIGN_IN)).status).toBe(200);
    });
  });

  it("answers from elsewhere once it is set up; not before the link is used", async () => {
    desk = await startConsole(given.database, {}, { trustedProxies: 1 });
    const link = await renewSetUpLink(given.database, TEST_DAY);
    const path = `/can-bo/lien-ket/${link?.secret ?? ""}`;
    expect((await desk.browser(BEHIND_PROXY).get(path)).status).toBe(403);
    const here = desk.browser();
    const made = await here.post(path, {
      ten: "Quản Trị",
      email: "quantri@example.vn",
      mat_khau_moi: PASSWORD,
      mat_khau_moi_lan_hai: PASSWORD,
    });
    expect(made.headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
    expect((await desk.browser(BEHIND_PROXY).get(SIGN_IN)).status).toBe(200);
  });

  it("refuses sign-in over plain HTTP with words how to put it right", async () => {
    desk = await startConsole(given.database);
    const viewer = await desk.member("viewer");
    const browser = desk.browser(ELSEWHERE);
    const page = await browser.get(SIGN_IN);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain("TRUSTED_PROXIES=1");
    const sent = await browser.post(SIGN_IN, { email: viewer.email, mat_khau: viewer.password });
    expect(sent.status).toBe(403);
    expect(browser.cookies.size).toBe(0);
  });

  it("believes a proxy's word for HTTPS only where proxies of ours stand in front", async () => {
    desk = await startConsole(given.database, {}, { trustedProxies: 0 });
    expect((await desk.browser(BEHIND_PROXY).get(SIGN_IN)).status).toBe(403);
  });

  it("binds cookies to the host over HTTPS, and never lets scripts or other sites have them", async () => {
    desk = await startConsole(given.database, {}, { trustedProxies: 1 });
    const viewer = await desk.member("viewer");
    const secure = desk.browser(BEHIND_PROXY);
    const sent = await secure.post(SIGN_IN, { email: viewer.email, mat_khau: viewer.password });
    const [cookie] = sent.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-can-bo=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const plain = desk.browser();
    const local = await plain.post(SIGN_IN, { email: viewer.email, mat_khau: viewer.password });
    expect(local.headers.getSetCookie()[0]).toMatch(
      /^can-bo=[^;]+; Max-Age=43200; Path=\/can-bo; HttpOnly; SameSite=Lax$/,
    );
  });

  it("takes no cookie of plain HTTP for one of HTTPS", async () => {
    desk = await startConsole(given.database, {}, { trustedProxies: 1 });
    const local = await desk.signedIn(await desk.member("viewer"));
    const secure = desk.browser(BEHIND_PROXY);
    for (const [name, value] of local.cookies) secure.cookies.set(name, value);
    expect((await secure.get("/can-bo")).status).toBe(303);
  });

  it("forbids everything but its own scripts and styles, and keeps pages out of caches and frames", async () => {
    desk = await startConsole(given.database);
    const { headers } = await desk.browser().get(SIGN_IN);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });
});
