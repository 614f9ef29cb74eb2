import { expect, it } from "vitest";
import { audit } from "../../../src/adapters/prisma/audit.ts";
import { eachDatabase } from "../../support/database.ts";
import { kitConsole } from "../../support/kit-console.ts";
import { KIT } from "../../support/kit-feature.tsx";

const AUDIT = "/can-bo/nhat-ky";

eachDatabase("the audit in the console", (given) => {
  const write = (actor: string, action: string, subject: string, at: string) =>
    audit({ tx: given.database.client, now: new Date(at), actor }, action, subject, { from: "open" });

  async function asAdmin() {
    const desk = kitConsole(given.database);
    return { desk, admin: await desk.signedIn(await desk.member("admin")) };
  }
  const rows = (page: string) => page.match(/<tr>/g)?.length ?? 1;

  it("shows who did what in words, the latest first", async () => {
    const { admin } = await asAdmin();
    await write("job", "event.closed", "lop-1", "2026-11-20T03:00:00Z");
    await write("contact:1", "registration.created", "lop-1", "2026-11-21T03:00:00Z");
    const page = await admin.page(AUDIT);
    for (const words of ["Tự động", "Đóng đăng ký lớp", "Người dùng", "Đăng ký lớp", "Bật xác thực hai bước"])
      expect(page).toContain(words);
    expect(page.indexOf("21/11/2026 10:00")).toBeLessThan(page.indexOf("20/11/2026 10:00"));
    const oldest = await admin.page(`${AUDIT}?sap=luc`);
    expect(oldest.indexOf("21/11/2026 10:00")).toBeGreaterThan(oldest.indexOf("20/11/2026 10:00"));
  });

  it("narrows by who, what, about what, and the day in Quảng Ngãi", async () => {
    const { admin } = await asAdmin();
    await write("job", "event.closed", "lop-1", "2026-11-20T16:59:59Z");
    await write("job", "event.open", "lop-2", "2026-11-20T17:00:00Z");
    await write("contact:1", "event.open", "lop-1", "2026-11-22T03:00:00Z");
    expect(rows(await admin.page(`${AUDIT}?ai=job`))).toBe(1 + 2);
    expect(rows(await admin.page(`${AUDIT}?ai=contact`))).toBe(1 + 1);
    expect(rows(await admin.page(`${AUDIT}?viec=event.open`))).toBe(1 + 2);
    expect(rows(await admin.page(`${AUDIT}?doi_tuong=lop-1`))).toBe(1 + 2);
    expect(rows(await admin.page(`${AUDIT}?ngay=2026-11-20`))).toBe(1 + 1);
    expect(rows(await admin.page(`${AUDIT}?ngay=2026-11-21&ai=job`))).toBe(1 + 1);
    expect(await admin.page(`${AUDIT}?ai=job&ngay=2026-11-22`)).toContain("Không có dòng nào khớp");
    expect(rows(await admin.page(`${AUDIT}?ngay=hôm+qua&ai=job`))).toBe(1 + 2);
  });

  it("has an entry of every export, with how many rows, before the file leaves", async () => {
    const { desk, admin } = await asAdmin();
    const response = await admin.get(`${KIT}/danh-sach.xlsx`);
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Danh s_ch ng__i d_.xlsx"; filename*=UTF-8''Danh%20s%C3%A1ch%20ng%C6%B0%E1%BB%9Di%20d%E1%BB%B1.xlsx`,
    );
    expect(response.headers.get("Content-Type")).toContain("spreadsheetml");
    const [entry] = await given.database.client.auditEntry.findMany({ where: { action: "sample.exported" } });
    expect(entry).toMatchObject({ subject: "sample", detail: '{"rows":120}' });
    expect(entry?.actor).toMatch(/^staff:/);
    await admin.get(`${KIT}/mau.docx`);
    expect(await given.database.client.auditEntry.count({ where: { action: "sample.exported" } })).toBe(1);
    expect(desk.errors).toEqual([]);
  });

  it("pages through many entries", async () => {
    const { admin } = await asAdmin();
    for (let at = 0; at < 60; at++) await write("job", "event.closed", `lop-${at}`, "2026-11-20T03:00:00Z");
    expect(rows(await admin.page(`${AUDIT}?ai=job`))).toBe(1 + 50);
    const second = await admin.page(`${AUDIT}?ai=job&trang=2`);
    expect(rows(second)).toBe(1 + 10);
    expect(second).toContain("51–60 trong 60");
    expect(second).toContain("Trang trước");
  });
});
