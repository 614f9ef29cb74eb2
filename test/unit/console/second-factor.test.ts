import { expect, it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { enrol, PASSWORD, totp } from "../../support/console.ts";
import { kitConsole } from "../../support/kit-console.ts";
import { KIT } from "../../support/kit-feature.tsx";

const OWN = "/can-bo/toi/hai-buoc";

eachDatabase("the second factor", (given) => {
  const client = () => given.database.client;
  const longAgo = () => client().staffSession.updateMany({ data: { secondFactorAt: new Date(0) } });
  const actions = async () =>
    (await client().auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

  it("is set up with the password, a code and backup codes that are shown once", async () => {
    const desk = kitConsole(given.database);
    const officer = await desk.member("officer");
    const browser = await desk.signedIn(officer);
    expect((await browser.post(OWN, { mat_khau: "không phải mật khẩu" })).status).toBe(422);
    const shown = await (await browser.post(OWN, { mat_khau: PASSWORD })).text();
    expect(shown).toContain("<svg");
    expect(shown).toContain("otpauth://totp/");
    const secret = /name="khoa" value="([A-Z2-7]+)"/.exec(shown)?.[1] ?? "";
    const codes = [...shown.matchAll(/name="ma_du_phong" value="([^"]+)"/g)].map(([, code]) => code ?? "");
    expect(codes).toHaveLength(10);

    const uri = `otpauth://totp/x?secret=${secret}`;
    const wrong = await browser.post(`${OWN}/xac-nhan`, {
      ma: "000000",
      uri,
      khoa: secret,
      ma_du_phong: codes,
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(codes[0]);
    // Not on before a code was shown: signing in needs none yet.
    expect((await desk.signedIn(officer)).cookies.has("can-bo")).toBe(true);

    expect((await browser.post(`${OWN}/xac-nhan`, { ma: totp(secret) })).status).toBe(303);
    expect(await browser.page(OWN)).toContain("đang bật");
    expect(await actions()).toContain("staff.second_factor_on");

    const again = desk.browser();
    await again.post("/can-bo/dang-nhap", { email: officer.email, mat_khau: PASSWORD });
    expect((await again.post("/can-bo/dang-nhap/ma", { ma: codes[0] ?? "" })).headers.get("Location")).toBe(
      "/can-bo",
    );
    const third = desk.browser();
    await third.post("/can-bo/dang-nhap", { email: officer.email, mat_khau: PASSWORD });
    expect((await third.post("/can-bo/dang-nhap/ma", { ma: codes[0] ?? "" })).status).toBe(422);
  });

  it("is stored sealed: neither its secret nor its codes stand in the database", async () => {
    const desk = kitConsole(given.database);
    const officer = await desk.member("approver");
    await desk.signedIn(officer);
    const row = await client().staffTwoFactor.findFirstOrThrow();
    expect(row.secret).not.toContain(officer.totpSecret ?? "?");
    expect(row.verified).toBe(true);
  });

  it("must be there before an approver does anything else", async () => {
    const desk = kitConsole(given.database);
    const approver = await desk.member("approver");
    const browser = desk.browser();
    await browser.post("/can-bo/dang-nhap", { email: approver.email, mat_khau: PASSWORD });
    for (const path of ["/can-bo", "/can-bo/nhat-ky", "/can-bo/toi"]) {
      expect((await browser.get(path)).headers.get("Location"), path).toBe(OWN);
    }
    expect((await browser.post("/can-bo/toi/dang-xuat-het")).headers.get("Location")).toBe(OWN);
    await enrol(browser, approver);
    expect((await browser.get("/can-bo/nhat-ky")).status).toBe(200);
    // … and cannot be taken away again.
    await browser.post(`${OWN}/tat`, { mat_khau: PASSWORD });
    expect(await browser.page(OWN)).toContain("không tắt được");
    expect(await actions()).not.toContain("staff.second_factor_off");
  });

  it("is taken away, or gets new codes, with the password", async () => {
    const desk = kitConsole(given.database);
    const officer = await desk.member("officer");
    const browser = await desk.signedIn(officer);
    await enrol(browser, officer);
    const shown = await (await browser.post(`${OWN}/ma-du-phong`, { mat_khau: PASSWORD })).text();
    expect(shown.match(/<li>[\w-]{8,}<\/li>/g)).toHaveLength(10);
    expect((await browser.post(`${OWN}/tat`, { mat_khau: "sai" })).status).toBe(422);
    expect((await browser.post(`${OWN}/tat`, { mat_khau: PASSWORD })).status).toBe(303);
    expect(await browser.page(OWN)).toContain("Bắt đầu");
    expect(await actions()).toEqual(
      expect.arrayContaining(["staff.backup_codes_made", "staff.second_factor_off"]),
    );
  });

  it("is asked for again before what matters, unless it was shown lately; what was typed comes along", async () => {
    const desk = kitConsole(given.database);
    const approver = await desk.member("approver");
    const browser = await desk.signedIn(approver);
    await browser.post(`${KIT}/duyet`, { ly_do: "đúng kế hoạch" });
    expect(desk.feature.approved).toBe(1);

    await longAgo();
    const asked = await browser.post(`${KIT}/duyet`, { ly_do: "đúng kế hoạch" });
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('name="ly_do" value="đúng kế hoạch"');
    const wrong = await browser.post(`${KIT}/duyet`, { ly_do: "x", ma_xac_thuc: "000000" });
    expect(wrong.status).toBe(422);
    expect(desk.feature.approved).toBe(1);
    const right = await browser.post(`${KIT}/duyet`, {
      ly_do: "x",
      ma_xac_thuc: totp(approver.totpSecret ?? ""),
    });
    expect(right.status).toBe(303);
    expect(desk.feature.approved).toBe(2);
    await browser.post(`${KIT}/duyet`, { ly_do: "ngay sau đó" });
    expect(desk.feature.approved).toBe(3);
  });

  it("cannot be guessed by somebody who holds a session", async () => {
    const desk = kitConsole(given.database);
    const approver = await desk.member("approver");
    const browser = await desk.signedIn(approver);
    await longAgo();
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await browser.post(`${KIT}/duyet`, { ma_xac_thuc: "000000" })).status).toBe(422);
    }
    const right = await browser.post(`${KIT}/duyet`, { ma_xac_thuc: totp(approver.totpSecret ?? "") });
    expect(await right.text()).toContain("15 phút");
    expect(desk.feature.approved).toBe(0);
  });

  it("is missing: the page says how to set it up", async () => {
    const desk = kitConsole(given.database);
    const browser = await desk.signedIn(await desk.member("officer"));
    const response = await browser.post(`${KIT}/duyet`, {});
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Bật xác thực hai bước");
  });

  it("stays with a new password, which ends all other sessions", async () => {
    const desk = kitConsole(given.database);
    const officer = await desk.member("officer");
    const [browser, other] = [await desk.signedIn(officer), await desk.signedIn(officer)];
    const next = "núi Thiên Ấn buổi sớm";
    const fields = { mat_khau_moi: next, mat_khau_moi_lan_hai: next };
    const wrong = await browser.post("/can-bo/toi/mat-khau", { ...fields, mat_khau: "sai" });
    expect(await wrong.text()).toContain("Mật khẩu đang dùng chưa đúng");
    const weak = await browser.post("/can-bo/toi/mat-khau", {
      mat_khau: PASSWORD,
      mat_khau_moi: "1234567890",
      mat_khau_moi_lan_hai: "1234567890",
    });
    expect(await weak.text()).toContain("hay bị đoán");
    expect((await browser.post("/can-bo/toi/mat-khau", { ...fields, mat_khau: PASSWORD })).status).toBe(303);
    expect((await browser.get("/can-bo/toi")).status).toBe(200);
    expect((await other.get("/can-bo/toi")).status).toBe(303);
    const again = await desk.browser().post("/can-bo/dang-nhap", { email: officer.email, mat_khau: next });
    expect(again.headers.get("Location")).toBe("/can-bo");
    expect(desk.errors).toEqual([]);
  });

  it("writes no audit entry for a change that did not happen, and no change without its entry", async () => {
    const desk = kitConsole(given.database);
    const browser = await desk.signedIn(await desk.member("officer"));
    await browser.post(OWN, { mat_khau: "sai" });
    expect(await actions()).not.toContain("staff.second_factor_begun");
    expect(await client().staffTwoFactor.count()).toBe(0);
    await browser.post(OWN, { mat_khau: PASSWORD });
    expect(await actions()).toContain("staff.second_factor_begun");
    expect(await client().staffTwoFactor.count()).toBe(1);
  });
});
