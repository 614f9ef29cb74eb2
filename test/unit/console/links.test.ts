import { expect, it } from "vitest";
import { renewSetUpLink } from "../../../src/adapters/prisma/staff/links.ts";
import { recoverFromTerminal } from "../../../src/adapters/prisma/staff/members.ts";
import { makeLink } from "../../../src/adapters/prisma/staff/one-time-links.ts";
import { inTransaction } from "../../../src/adapters/prisma/transaction.ts";
import { setUpInWords } from "../../../src/set-up-link.ts";
import { TEST_DAY } from "../../support/app.ts";
import { PASSWORD, totp } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { kitConsole } from "../../support/kit-console.ts";

const HOUR = 3_600_000;
const NEW = { mat_khau_moi: PASSWORD, mat_khau_moi_lan_hai: PASSWORD };
const ADMIN = { ten: "Quản Trị", email: "quantri@example.vn", ...NEW };
const pathOf = (secret: string) => `/can-bo/lien-ket/${secret}`;

eachDatabase("one-time links", (given) => {
  const linkFor = (kind: Parameters<typeof makeLink>[1], id: string, now = TEST_DAY) =>
    inTransaction(given.database, (tx) => makeLink(tx, kind, id, now));

  it("make the first admin, once", async () => {
    const desk = kitConsole(given.database);
    const link = await renewSetUpLink(given.database, TEST_DAY);
    const path = pathOf(link?.secret ?? "");
    const browser = desk.browser();
    expect(await browser.page(path)).toContain("Thiết lập lần đầu");

    const wrong = await browser.post(path, {
      ...ADMIN,
      ten: "",
      email: "không",
      mat_khau_moi_lan_hai: "khác",
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    for (const words of ["nhập họ và tên", "E-mail chưa đúng dạng", "chưa giống nhau"])
      expect(page).toContain(words);

    expect((await browser.post(path, ADMIN)).headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
    expect((await browser.get("/can-bo/toi/hai-buoc")).status).toBe(200);
    expect((await desk.browser().get(path)).status).toBe(404);
    expect((await desk.browser().post(path, { ...ADMIN, email: "hai@example.vn" })).status).toBe(404);
    expect(await given.database.client.staff.findMany({ select: { email: true, role: true } })).toEqual([
      { email: "quantri@example.vn", role: "admin" },
    ]);
    const [entry] = await given.database.client.auditEntry.findMany();
    expect(entry?.action).toBe("staff.set_up");
    expect(await renewSetUpLink(given.database, TEST_DAY)).toBeNull();
    expect(await setUpInWords(given.database, "http://127.0.0.1:3000")).toBeNull();
  });

  it("make one admin, when two use one link at once", async () => {
    const link = await renewSetUpLink(given.database, TEST_DAY);
    const { links } = kitConsole(given.database);
    const other = kitConsole(await given.another()).links;
    const used = await Promise.all(
      [links, other].map((one, at) =>
        one.setUp(link?.secret ?? "", {
          name: `Quản trị ${at}`,
          email: `a${at}@example.vn`,
          password: PASSWORD,
        }),
      ),
    );
    expect(used.map(({ kind }) => kind).sort()).toEqual(["gone", "used"]);
    expect(await given.database.client.staff.count()).toBe(1);
  });

  it("are void once another is made, and after their time", async () => {
    const { links } = kitConsole(given.database);
    const first = await renewSetUpLink(given.database, TEST_DAY);
    const second = await renewSetUpLink(given.database, TEST_DAY);
    expect(await links.open(first?.secret ?? "")).toBeNull();
    expect(await links.open(second?.secret ?? "")).toMatchObject({ kind: "set_up" });
    const old = await renewSetUpLink(given.database, new Date(TEST_DAY.getTime() - 24 * HOUR));
    expect(await links.open(old?.secret ?? "")).toBeNull();
    expect(await links.open("")).toBeNull();
  });

  it("are not stored: only their hash is", async () => {
    const link = await renewSetUpLink(given.database, TEST_DAY);
    const rows = await given.database.client.staffVerification.findMany();
    expect(JSON.stringify(rows)).not.toContain(link?.secret);
  });

  it("say where to go, in the terminal", async () => {
    const words = await setUpInWords(given.database, "http://127.0.0.1:3000");
    expect(words).toMatch(/http:\/\/127\.0\.0\.1:3000\/can-bo\/lien-ket\/[\w-]{43}\n$/);
  });

  it("give a new password and keep the second factor", async () => {
    const desk = kitConsole(given.database);
    const approver = await desk.member("approver");
    const before = await desk.signedIn(approver);
    const { secret } = await linkFor("password", approver.id);
    const browser = desk.browser();
    const used = await browser.post(pathOf(secret), NEW);
    // The link alone does not let anybody in who has a second factor.
    expect(used.headers.get("Location")).toBe("/can-bo/dang-nhap");
    expect((await before.get("/can-bo")).status).toBe(303);
    const first = await browser.post("/can-bo/dang-nhap", { email: approver.email, mat_khau: PASSWORD });
    expect(first.headers.get("Location")).toBe("/can-bo/dang-nhap/ma");
    const code = totp(approver.totpSecret ?? "");
    expect((await browser.post("/can-bo/dang-nhap/ma", { ma: code })).headers.get("Location")).toBe(
      "/can-bo",
    );
  });

  it("from the terminal let somebody in who lost both", async () => {
    const desk = kitConsole(given.database);
    const approver = await desk.member("approver");
    await desk.signedIn(approver);
    await given.database.client.staff.update({ where: { id: approver.id }, data: { disabledAt: TEST_DAY } });
    expect(await recoverFromTerminal(given.database, "khongai@example.vn", TEST_DAY)).toBeNull();
    const link = await recoverFromTerminal(given.database, approver.email.toUpperCase(), TEST_DAY);
    const browser = desk.browser();
    const used = await browser.post(pathOf(link?.secret ?? ""), NEW);
    expect(used.headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
    expect(await browser.page("/can-bo/toi/hai-buoc")).toContain("bắt buộc");
    const entries = await given.database.client.auditEntry.findMany({ where: { actor: "terminal" } });
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ["staff.recovery_link_made", approver.id],
    ]);
  });
});
