import { expect, it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { PASSWORD, startConsole, totp, type TestConsole } from "../../support/console.ts";

const STAFF = "/can-bo/nhan-su";

eachDatabase("the staff in the console", (given) => {
  async function withDesk(work: (desk: TestConsole) => Promise<void>): Promise<void> {
    const desk = await startConsole(given.database);
    try {
      await work(desk);
    } finally {
      await desk.stop();
    }
  }
  const audited = async (subject: string) =>
    (await given.database.client.auditEntry.findMany({ where: { subject }, orderBy: { id: "asc" } })).map(
      ({ action }) => action,
    );
  const linkIn = (page: string) => /http:\/\/localhost(\/can-bo\/lien-ket\/[\w-]+)/.exec(page)?.[1] ?? "";

  it("invites by a link that is shown once and used once", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      const invitation = { email: "Hoa@Example.vn", ten: "Lê Thị Hoa", vai_tro: "officer" };
      const shown = await (await admin.post(`${STAFF}/moi`, invitation)).text();
      const again = await admin.post(`${STAFF}/moi`, invitation);
      expect(await again.text()).toContain("đã có tài khoản");
      expect(await admin.page(`${STAFF}?tinh_trang=invited`)).toContain("hoa@example.vn");
      expect(await admin.page("/can-bo")).toContain("lời mời chưa được nhận");

      const invited = desk.browser();
      expect(await invited.page(linkIn(shown))).toContain("Lê Thị Hoa");
      const used = await invited.post(linkIn(shown), {
        mat_khau_moi: PASSWORD,
        mat_khau_moi_lan_hai: PASSWORD,
      });
      expect(used.status).toBe(303);
      expect(await invited.page("/can-bo")).toContain("Lê Thị Hoa");
      expect((await desk.browser().get(linkIn(shown))).status).toBe(404);
    }));

  it("says what an invitation lacks", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      const response = await admin.post(`${STAFF}/moi`, { email: "không", ten: " ", vai_tro: "boss" });
      expect(response.status).toBe(422);
      const page = await response.text();
      for (const words of ["E-mail chưa đúng dạng", "nhập họ và tên", "chọn vai trò"])
        expect(page).toContain(words);
      const partner = { email: "p@example.vn", ten: "P", vai_tro: "partner" };
      expect(await (await admin.post(`${STAFF}/moi`, partner)).text()).toContain("cần chọn hiệp hội");
      expect(await given.database.client.staff.count({ where: { email: "p@example.vn" } })).toBe(0);
    }));

  it("tells the second of two who edit the same person, and overwrites nothing", () =>
    withDesk(async (desk) => {
      const [one, two] = [
        await desk.signedIn(await desk.member("admin")),
        await desk.signedIn(await desk.member("admin")),
      ];
      const { id } = await desk.member("officer", { name: "Tên Cũ" });
      const path = `${STAFF}/${id}`;
      const revision = /name="revision" value="(\d+)"/.exec(await two.page(path))?.[1] ?? "";
      expect((await one.post(path, { ten: "Tên Của Một", vai_tro: "officer", revision })).status).toBe(303);
      const refused = await two.post(path, { ten: "Tên Của Hai", vai_tro: "viewer", revision });
      expect(refused.status).toBe(409);
      const page = await refused.text();
      expect(page).toContain("Người khác vừa sửa");
      for (const words of ["Tên Của Một", "Tên Của Hai", "Chuyên viên", "Người xem"])
        expect(page).toContain(words);
      expect(await one.page(path)).toContain("Tên Của Một");
      // The second one decides with open eyes.
      const now = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? "";
      await two.post(path, { ten: "Tên Của Hai", vai_tro: "viewer", revision: now });
      expect(await one.page(path)).toContain("Tên Của Hai");
      expect((await audited(id)).filter((action) => action === "staff.edited")).toHaveLength(2);
    }));

  it("ends all sessions of whoever is disabled at once, and lets them in again", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      const officer = await desk.member("officer");
      const [desktop, phone] = [await desk.signedIn(officer), await desk.signedIn(officer)];
      await admin.post(`${STAFF}/${officer.id}/ngung`);
      for (const browser of [desktop, phone]) expect((await browser.get("/can-bo")).status).toBe(303);
      const fields = { email: officer.email, mat_khau: officer.password };
      expect((await desk.browser().post("/can-bo/dang-nhap", fields)).status).toBe(422);
      await admin.post(`${STAFF}/${officer.id}/dung-lai`);
      expect((await desk.browser().post("/can-bo/dang-nhap", fields)).status).toBe(303);
      expect(await audited(officer.id)).toEqual(
        expect.arrayContaining(["staff.disabled", "staff.sign_in_refused", "staff.enabled"]),
      );
    }));

  it("takes a new role at the next request", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      const colleague = await desk.member("admin");
      const browser = await desk.signedIn(colleague);
      expect((await browser.get(STAFF)).status).toBe(200);
      await admin.post(`${STAFF}/${colleague.id}`, { ten: colleague.name, vai_tro: "viewer", revision: 0 });
      expect((await browser.get(STAFF)).status).toBe(403);
    }));

  it("never loses its last admin, and nobody takes away their own access", () =>
    withDesk(async (desk) => {
      const self = await desk.member("admin");
      const admin = await desk.signedIn(self);
      const first = await given.database.client.staff.findFirstOrThrow({
        where: { email: "quantri@example.vn" },
      });
      await admin.post(`${STAFF}/${first.id}/ngung`);
      for (const path of [`${STAFF}/${self.id}/ngung`, `${STAFF}/${self.id}/khoi-phuc`]) {
        await admin.post(path);
        expect(await admin.page(`${STAFF}/${self.id}`)).toContain("một quản trị viên khác");
      }
      await admin.post(`${STAFF}/${self.id}`, { ten: self.name, vai_tro: "viewer", revision: 0 });
      expect((await admin.get(STAFF)).status).toBe(200);
      expect(await given.database.client.staff.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
    }));

  it("recovers a colleague: the old second factor goes with both, and stays with the password alone", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      const approver = await desk.member("approver");
      await desk.signedIn(approver);
      const path = `${STAFF}/${approver.id}/khoi-phuc`;
      const fields = { mat_khau_moi: PASSWORD, mat_khau_moi_lan_hai: PASSWORD };
      const kept = linkIn(await (await admin.post(path, { pham_vi: "mat_khau" })).text());
      const both = linkIn(await (await admin.post(path, { pham_vi: "ca_hai" })).text());
      expect((await desk.browser().get(kept)).status, "the newer one voids the older").toBe(404);
      const browser = desk.browser();
      expect((await browser.post(both, fields)).headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
      expect(await given.database.client.staffTwoFactor.count({ where: { userId: approver.id } })).toBe(0);
      expect(totp(approver.totpSecret ?? "")).toMatch(/^\d{6}$/);
    }));

  it("finds, sorts and narrows the list, with and without diacritics", () =>
    withDesk(async (desk) => {
      const admin = await desk.signedIn(await desk.member("admin"));
      await desk.member("viewer", { name: "Đỗ Thị Ánh" });
      await desk.member("officer", { name: "Bùi Văn Ba" });
      const names = (page: string) =>
        [...page.matchAll(/nhan-su\/[0-9a-f-]{36}">([^<]+)<\/a>/g)].map(([, name]) => name);
      expect(names(await admin.page(`${STAFF}?tu=do+thi+anh`))).toEqual(["Đỗ Thị Ánh"]);
      expect(names(await admin.page(`${STAFF}?vai_tro=officer`))).toEqual(["Bùi Văn Ba"]);
      const all = names(await admin.page(STAFF));
      expect(all.indexOf("Bùi Văn Ba")).toBeLessThan(all.indexOf("Đỗ Thị Ánh"));
      expect(names(await admin.page(`${STAFF}?sap=-ten`))).toEqual([...all].reverse());
      expect(await admin.page(`${STAFF}?tu=khongcoai`)).toContain("Không có dòng nào khớp");
      expect(names(await admin.page(`${STAFF}?trang=-1&sap=xyz`))).toEqual(all);
    }));
});
