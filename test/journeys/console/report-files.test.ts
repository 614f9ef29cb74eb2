import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommunes } from "../../../src/adapters/files/communes-file.ts";
import { fillDemo } from "../../../src/adapters/prisma/demo/fill.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { oneDatabase } from "../../support/database.ts";
import { repository } from "../../support/knowledge.ts";
import { converted, withoutOffice } from "../../support/office.ts";
import { deskOver } from "../../support/registry.ts";
import { TEST_DAY } from "../../support/app.ts";

describe("the report of the demo data", { timeout: 300_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let officer: TestBrowser;
  let report: string;

  beforeAll(async () => {
    await fillDemo(
      deskOver(given.database).desk,
      await readCommunes(join(repository, "knowledge")),
      TEST_DAY,
    );
    desk = await startConsole(given.database);
    officer = await desk.signedIn(await desk.member("officer"));
    const begun = await officer.post("/can-bo/bao-cao", { tu_ngay: "2026-01-01", den_ngay: "2026-12-31" });
    report = begun.headers.get("Location") ?? "";
    await officer.post(report, { revision: 0, loi_nhan_xet: "Đánh giá của cán bộ: đạt một phần." });
  }, 240_000);
  afterAll(() => desk.stop());

  const bytes = async (path: string) => new Uint8Array(await (await officer.get(path)).arrayBuffer());

  it("leads from every figure to exactly its rows", async () => {
    const page = await officer.page("/can-bo/so-lieu?nam=2026");
    const links = [...page.matchAll(/<td class="numeric"><a href="([^"]+)">([\d.]+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const [, href = "", shown = ""] of links) {
      const path = href.replaceAll("&amp;", "&");
      const rows = await officer.page(path);
      const sum = /Cộng: ([\d.]+) đồng/.exec(rows)?.[1];
      const listed = [...rows.matchAll(/<td data-label="Tên">/g)].length;
      if (sum !== shown && String(listed) !== shown) wrong.push(`${path}: ${shown}, not ${sum ?? listed}`);
    }
    expect(wrong).toEqual([]);
  });

  it.skipIf(withoutOffice())("opens in LibreOffice as it is", async () => {
    const docx = await bytes(`${report}/docx`);
    const pdf = converted("bao-cao.docx", docx, "pdf");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const words = converted("bao-cao-chu.docx", docx, "txt:Text").toString();
    for (const said of [
      "năm 2026",
      "chưa có chỉ tiêu",
      "213.000.000",
      "18/01/2020",
      "Đánh giá của cán bộ: đạt một phần.",
    ])
      expect(words).toContain(said);
    const xlsx = await bytes(`${report}/xlsx`);
    expect(converted("bao-cao-bang.xlsx", xlsx, "pdf").subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("is cut for an agency to its sections, and to its area", async () => {
    for (const agency of ["iv2", "iv3", "iv4_cong_thuong", "iv4_dia_phuong"]) {
      const answer = await officer.get(
        `${report}/trich?gui=${agency}&dia_ban=${encodeURIComponent("Vạn Tường")}`,
      );
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toContain("wordprocessingml");
    }
    expect((await officer.get(`${report}/trich?gui=khac`)).status).toBe(404);
    const taken = await given.database.client.auditEntry.count({ where: { action: "report.exported" } });
    expect(taken).toBeGreaterThanOrEqual(4);
  });
});
