import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_DAY } from "../../support/app.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { lookAt, openAs } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { upToWhoComes } from "../../support/events.ts";
import { deskOver, NOW } from "../../support/registry.ts";
import { saveTemplate } from "../../../src/adapters/prisma/staff/edit-event.ts";
import { Person } from "../../support/person.ts";
import { serve, type Served } from "../../support/served.ts";

const PUBLIC_URL = "https://nscl.example.vn";
const AFTER_THE_CLASS = new Date("2026-12-11T17:00:00+07:00");

describe.skipIf(withoutBrowser())(
  "a class from its template to its certificates",
  { timeout: 300_000 },
  () => {
    const given = oneDatabase();
    let now = TEST_DAY;
    let desk: TestConsole;
    let served: Served;
    let browser: Browser;
    let approver: TestBrowser;
    let context: BrowserContext;
    let page: Page;
    let citizen: Person;

    beforeAll(async () => {
      const parts = { now: () => now };
      desk = await startConsole(given.database, parts, { publicUrl: PUBLIC_URL });
      served = await serve(desk.app.web);
      browser = await launchBrowser();
      const earlier = deskOver(given.database);
      const id = await earlier.event({ keyword: "11", title: "Áp dụng 5S", capacity: 40 });
      await saveTemplate(earlier.desk, { actor: "lan", now: NOW }, id, "Lớp 5S");
      approver = await desk.signedIn(await desk.member("approver"));
      const officer = await desk.signedIn(await desk.member("officer"));
      context = await openAs(browser, served.url, officer, { viewport: { width: 1280, height: 900 } });
      page = await context.newPage();
      citizen = await Person.at(given.database, { parts });
    }, 120_000);
    afterAll(async () => {
      await citizen.leaves();
      await browser.close();
      await served.close();
      await desk.stop();
    });

    it("is made, opened, joined, put off, held and certified", async () => {
      await page.goto(`${served.url}/can-bo/lop/moi`);
      await page.locator("#tu").selectOption({ label: "Lớp 5S" });
      await page.getByRole("button", { name: "Điền sẵn" }).click();
      expect(await page.locator("#ten").inputValue()).toBe("Áp dụng 5S");
      expect(await page.locator("#so").inputValue()).toBe("12");
      await schedule("2026-12-04");
      await page.locator("#tu_luc").fill("2026-11-20T07:00");
      await page.locator("#den_luc").fill("2026-12-02T17:00");
      await page.locator("#phu_luc").selectOption("1");
      await page.getByRole("button", { name: "Lưu bản nháp" }).click();
      await page.getByText("Đã lưu bản nháp").waitFor();
      const path = new URL(page.url()).pathname;
      expect((await approver.post(`${path}/duyet`)).status).toBe(303);
      expect((await approver.post(`${path}/mo`)).status).toBe(303);

      for (const words of upToWhoComes()) await citizen.says(words);
      await citizen.picks("Tôi và người khác");
      await citizen.says("Đặng Thị Ớt\nVõ Văn Ẩn");
      await citizen.picks("Đúng hết");
      await citizen.picks("Đã đồng ý");
      await citizen.says("không cần");
      await citizen.says("gửi");
      expect(citizen.heard).toContain("ĐK-");

      await page.goto(`${served.url}${path}/doi-lich`);
      await schedule("2026-12-11");
      await page.getByRole("button", { name: "Dời lịch và báo mọi người" }).click();
      await page.getByText("đã báo 1 đăng ký").waitFor();
      const asked = (await citizen.lines()).at(-1);
      for (const name of ["Đặng Thị Ớt", "Võ Văn Ẩn"]) {
        const comes = asked?.choices.find(({ label }) => label === `${name} vẫn dự`);
        expect(await citizen.presses(comes?.value ?? "")).toContain(name);
      }
      expect((await approver.post(`${path}/mo`)).status).toBe(303);

      await page.goto(`${served.url}${path}/ky-ten`);
      expect(await lookAt(page, "lop-phieu-ky-ten")).toEqual([]);
      const pdf = join(
        process.env["CONSOLE_SHOTS"] ?? mkdtempSync(join(tmpdir(), "nscl-lop-")),
        "phieu-ky-ten.pdf",
      );
      const bytes = await page.pdf({ preferCSSPageSize: true, path: pdf });
      // A4 across, in points; eight lines fit on one page.
      expect(bytes.toString("latin1")).toMatch(/\/MediaBox \[0 0 84[12]\S* 59[45]/);
      expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);

      now = AFTER_THE_CLASS;
      await page.goto(`${served.url}${path}/diem-danh`);
      await page.getByLabel("Có mặt").first().check();
      await page.getByLabel("Võ Văn Ẩn").uncheck();
      await page.getByRole("button", { name: "Lưu điểm danh" }).click();
      await page.getByText("Đã lưu, 3 người đổi").waitFor();
      await page.goto(`${served.url}${path}/chung-nhan`);
      await page.getByRole("button", { name: "Cấp cho người đã chọn" }).click();
      await page.getByText("Đã cấp 2 giấy").waitFor();

      const said = (await citizen.lines()).map(({ text }) => text).join("\n");
      expect(said).toContain("Giấy chứng nhận của Đặng Thị Ớt");
      expect(said).not.toContain("Giấy chứng nhận của Võ Văn Ẩn");
      const [address = ""] = new RegExp(`${PUBLIC_URL}\\S+`).exec(said) ?? [];
      await page.goto(address.replace(PUBLIC_URL, served.url));
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Giấy chứng nhận");
      expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
      expect(await lookAt(page, "lop-giay-chung-nhan")).toEqual([]);
      expect((await page.goto(`${served.url}/chung-nhan/khong-co`))?.status()).toBe(404);
      await page.getByText("Không tìm thấy giấy chứng nhận").waitFor();
    });

    async function schedule(day: string): Promise<void> {
      await page.locator("#buoi_1_ngay").fill(day);
      await page.locator("#buoi_1_tu").fill("07:30");
      await page.locator("#buoi_1_den").fill("11:30");
      await page.locator("#buoi_1_noi").fill("Hội trường Sở");
    }
  },
);
