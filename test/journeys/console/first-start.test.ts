import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setUpInWords } from "../../../src/set-up-link.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { PASSWORD, startConsole, totp, type TestConsole } from "../../support/console.ts";
import { lookAt } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

describe.skipIf(withoutBrowser())("from the first start to a colleague at work", { timeout: 180_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  const problems: string[] = [];

  beforeAll(async () => {
    // The link is made by the clock of the machine, as at a start.
    desk = await startConsole(given.database, { now: () => new Date() });
    served = await serve(desk.app.web);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
  });

  async function somebody(width: number): Promise<Page> {
    const context = await browser.newContext({ locale: "vi-VN", viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    return page;
  }
  const look = async (page: Page, name: string) => {
    problems.push(...(await lookAt(page, name)));
  };

  async function choosePassword(page: Page): Promise<void> {
    await page.getByLabel("Mật khẩu mới").fill(PASSWORD);
    await page.getByLabel("Nhập lại mật khẩu").fill(PASSWORD);
    await page.getByRole("button", { name: "Lưu và đăng nhập" }).click();
  }

  it("given the link of the terminal, then the first admin is made, enrols, invites; the invited one works; a lost phone is recovered", async () => {
    const words = (await setUpInWords(given.database, served.url)) ?? "";
    const admin = await somebody(1280);
    await admin.goto(`${served.url}/can-bo`);
    await admin.getByText("Chưa có quản trị viên nào").waitFor();
    await admin.goto(/http\S+lien-ket\S+/.exec(words)?.[0] ?? "");
    await look(admin, "dau-tien-1-thiet-lap");
    await admin.getByLabel("Họ và tên").fill("Trần Quản Trị");
    await admin.getByLabel("E-mail").fill("quantri@example.vn");
    await choosePassword(admin);

    await admin.getByText("bắt buộc xác thực hai bước").waitFor();
    await admin.getByLabel("Nhập mật khẩu để bắt đầu").fill(PASSWORD);
    await admin.getByRole("button", { name: "Bắt đầu" }).click();
    const secret = (await admin.locator(".one-time").innerText()).replaceAll(" ", "");
    await look(admin, "dau-tien-2-hai-buoc");
    await admin.getByLabel("Mã xác thực").fill("000000");
    await admin.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await admin.getByText("Mã chưa đúng").waitFor();
    expect((await admin.locator(".one-time").innerText()).replaceAll(" ", "")).toBe(secret);
    await admin.getByLabel("Mã xác thực").fill(totp(secret));
    await admin.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await admin.getByRole("heading", { name: "Chào Trần Quản Trị" }).waitFor();
    await admin.getByText("Mới có một quản trị viên").waitFor();
    await look(admin, "dau-tien-3-trang-chinh");

    await admin.getByRole("link", { name: "Cán bộ", exact: true }).click();
    await admin.getByRole("link", { name: "Mời cán bộ" }).click();
    await admin.getByLabel("E-mail").fill("hoa@example.vn");
    await admin.getByLabel("Họ và tên").fill("Lê Thị Hoa");
    await admin.getByRole("radio", { name: /^Chuyên viên/ }).check();
    await admin.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
    const invitation = await admin.locator(".one-time").innerText();
    await look(admin, "dau-tien-4-duong-dan");

    const officer = await somebody(390);
    await officer.goto(invitation);
    await choosePassword(officer);
    await officer.getByRole("heading", { name: "Xác thực hai bước" }).waitFor();
    await officer.goto(`${served.url}/can-bo`);
    await officer.getByRole("heading", { name: "Chào Lê Thị Hoa" }).waitFor();
    await look(officer, "dau-tien-5-chuyen-vien");
    await officer.goto(`${served.url}/can-bo/nhan-su`);
    await officer.getByText("chưa được giao việc này").waitFor();
    await look(officer, "dau-tien-6-khong-duoc");

    await admin.goto(`${served.url}/can-bo/nhan-su`);
    await admin.getByRole("link", { name: "Lê Thị Hoa" }).click();
    await admin.getByLabel("Quên mật khẩu hoặc mất điện thoại").check();
    await admin.getByRole("button", { name: "Tạo đường dẫn khôi phục" }).click();
    const recovery = await admin.locator(".one-time").innerText();
    await officer.goto(recovery);
    await choosePassword(officer);
    await officer.getByRole("button", { name: "Đăng xuất" }).click();
    await officer.getByText("đã đăng xuất").waitFor();
    expect(problems).toEqual([]);
  });
});
