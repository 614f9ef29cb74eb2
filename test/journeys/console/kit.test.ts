import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import type { TestBrowser, TestMember } from "../../support/console.ts";
import { totp } from "../../support/console.ts";
import { lookAt, openAs, WIDTHS } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { kitConsole } from "../../support/kit-console.ts";
import { KIT } from "../../support/kit-feature.tsx";
import { serve, type Served } from "../../support/served.ts";

describe.skipIf(withoutBrowser())("the parts of the console in a browser", { timeout: 120_000 }, () => {
  const given = oneDatabase();
  let desk: ReturnType<typeof kitConsole>;
  let served: Served;
  let browser: Browser;
  let approver: TestMember;
  let signedIn: TestBrowser;
  let problems: string[] = [];

  beforeAll(async () => {
    desk = kitConsole(given.database);
    served = await serve(desk.app);
    browser = await launchBrowser();
    approver = await desk.member("approver");
    signedIn = await desk.signedIn(approver);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = problems;
    problems = [];
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(path: string, width = 1280, javaScriptEnabled = true): Promise<Page> {
    const context = await openAs(browser, served.url, signedIn, {
      viewport: { width, height: 900 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      // A page that says what is wrong comes with a status that browsers log.
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
        problems.push(message.text());
    });
    await page.goto(served.url + path);
    return page;
  }

  it.each(WIDTHS)("look right at %d pixels, with and without scripts", async (width) => {
    for (const path of [KIT, `${KIT}/form`, `${KIT}/xoa`, "/can-bo"]) {
      const page = await open(path, width);
      problems.push(...(await lookAt(page, `mau${path.replaceAll("/", "-")}`)));
    }
    const plain = await open(KIT, width, false);
    expect(await plain.getByRole("link", { name: "Trang sau" }).getAttribute("href")).toContain("trang=2");
  });

  it("given work that takes a while, then the page says that it is being done", async () => {
    const page = await open(KIT);
    expect(await page.locator(".working").isVisible()).toBe(false);
    // Told by the page itself: nobody can look into one that is being left.
    await page.evaluate(`
      const status = document.querySelector(".working");
      new MutationObserver(() => {
        if (status.checkVisibility()) sessionStorage.setItem("seen", status.textContent);
      }).observe(status, { childList: true });`);
    await page.route("**/can-bo", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await page.getByRole("link", { name: "Trang chính" }).click();
    await page.waitForURL("**/can-bo");
    expect(await page.evaluate(`sessionStorage.getItem("seen")`)).toContain("Đang làm");
    expect(await page.locator(".working").isVisible()).toBe(false);
  });

  it("given a long list, when it is sorted and turned, then only the table changes, and the address follows", async () => {
    const page = await open(KIT);
    await page.evaluate("window.stays = true");
    await page.getByRole("link", { name: "Thành viên" }).click();
    await page.waitForURL("**/mau?sap=so");
    await page.getByRole("link", { name: "Trang sau" }).click();
    await page.waitForURL("**trang=2");
    await page.getByText("51–100 trong 120").waitFor();
    expect(await page.evaluate("window.stays")).toBe(true);
    await page.goBack();
    await page.getByText("1–50 trong 120").waitFor();
    await page.getByLabel("Tìm theo tên").fill("số 12");
    await page.getByLabel("Tìm theo tên").press("Enter");
    await page.getByText("1–2 trong 2").waitFor();
  });

  it("given long work, then its progress moves by itself and rests when it is done", async () => {
    const page = await open(KIT);
    await page.getByText("4 trên 4").waitFor({ timeout: 60_000 });
    expect(await page.locator("#tien-do").getAttribute("hx-get")).toBeNull();
  });

  it("given the keyboard alone, when the menu of the phone is opened, then its first link is reached", async () => {
    const page = await open(KIT, 390);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.locator(".menu summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Trang chính");
    problems.push(...(await lookAt(page, "mau-menu")));
  });

  it("given two who edit, when the second one saves, then both versions stand side by side", async () => {
    const [first, second] = [await open(`${KIT}/form`), await open(`${KIT}/form`, 390)];
    await first.getByLabel("Ghi chú").fill("Bản của người thứ nhất");
    await first.getByRole("button", { name: "Lưu" }).click();
    await first.waitForURL(`**${KIT}`);
    await second.getByLabel("Ghi chú").fill("Bản của người thứ hai");
    await second.getByRole("button", { name: "Lưu" }).click();
    await second.getByRole("heading", { name: "Người khác vừa sửa" }).waitFor();
    problems.push(...(await lookAt(second, "mau-xung-dot")));
    await second.getByRole("button", { name: "Lưu bản tôi nhập" }).click();
    await second.waitForURL(`**${KIT}`);
    expect(desk.feature.note.text).toBe("Bản của người thứ hai");
  });

  it("given something that matters, when it is pressed, then the code is asked for and it is done once", async () => {
    await given.database.client.staffSession.updateMany({ data: { secondFactorAt: new Date(0) } });
    const page = await open(`${KIT}/xoa`);
    await page.getByRole("button", { name: "Hủy lớp" }).click();
    await page.getByLabel("Mã xác thực").waitFor();
    problems.push(...(await lookAt(page, "mau-ma-xac-thuc")));
    await page.getByLabel("Mã xác thực").fill(totp(approver.totpSecret ?? ""));
    await page.getByRole("button", { name: "Xác nhận" }).dblclick();
    await page.getByText("Đã duyệt").waitFor();
    expect(desk.feature.approved).toBe(1);
  });
});
