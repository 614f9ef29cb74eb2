import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../src/console/permissions.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestConsole } from "../../support/console.ts";
import { lookAt, openAs, WIDTHS } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

const QUESTION = "xe máy điện lắp ráp trong tỉnh cần chứng nhận gì";
const ANSWER = "Cần giấy thử số 3, nộp trong 7 ngày.";
const WITHIN = { timeout: 30_000 };

describe.skipIf(withoutBrowser())("what the bot cannot answer", { timeout: 300_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  const problems: string[] = [];

  beforeAll(async () => {
    desk = await startConsole(given.database);
    served = await serve(desk.app.web);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
  });

  async function staff(role: Role): Promise<Page> {
    const who = await desk.signedIn(await desk.member(role));
    const context = await openAs(browser, served.url, who, { viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(WITHIN.timeout);
    return page;
  }

  const go = (page: Page, path: string) => page.goto(served.url + path);
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

  async function look(page: Page, name: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      problems.push(...(await lookAt(page, `chuyen-${name}`)));
    }
  }

  it("is answered by an officer, published by somebody else, told to who asked; and the switch silences all", async () => {
    const citizen = await (await openAs(browser, served.url, null)).newPage();
    citizen.setDefaultTimeout(WITHIN.timeout);
    await go(citizen, "/");
    await asks(citizen, QUESTION, "chưa tìm thấy căn cứ");

    const officer = await staff("officer");
    await go(officer, "/can-bo");
    await officer.getByRole("link", { name: "câu chưa có trả lời" }).click();
    await look(officer, "nhom");
    await follow(officer, QUESTION);
    await follow(officer, "Soạn câu trả lời");
    expect(await officer.getByLabel("Câu hỏi", { exact: true }).inputValue()).toBe(QUESTION);
    await officer.getByLabel("Câu trả lời", { exact: true }).fill(ANSWER);
    await officer.getByLabel("Số hiệu văn bản làm căn cứ").fill("11/kh-ubnd");
    await press(officer, "Lưu và trình duyệt");
    // The place is missing: what was typed stays.
    await officer.getByRole("alert").waitFor();
    await look(officer, "thieu-can-cu");
    expect(await officer.getByLabel("Câu trả lời", { exact: true }).inputValue()).toBe(ANSWER);
    await officer.getByLabel("Mục, điều, khoản").fill("I.3.b");
    await press(officer, "Lưu và trình duyệt");
    await officer.getByText("Đã trình.").waitFor();
    expect(await officer.getByRole("button", { name: "Phát hành" }).count()).toBe(0);
    await look(officer, "da-trinh");
    const itemPath = new URL(officer.url()).pathname;

    const approver = await staff("approver");
    await go(approver, "/can-bo");
    await approver.getByRole("link", { name: "câu trả lời chờ duyệt" }).click();
    await follow(approver, QUESTION);
    // What will be said, with the title as it is printed in the library.
    await approver.getByText(ANSWER).waitFor();
    await look(approver, "duyet");
    await press(approver, "Phát hành");
    await approver.getByText("Đã phát hành và báo cho 1 người đã hỏi.").waitFor();

    await citizen.getByText("nay đã có trả lời").waitFor();
    const another = await (await openAs(browser, served.url, null)).newPage();
    another.setDefaultTimeout(WITHIN.timeout);
    await go(another, "/");
    await expect
      .poll(() => asks(another, "xe máy điện lắp ráp thì phải có chứng nhận gì"), WITHIN)
      .toContain(ANSWER);
    expect(await another.locator(".line.bot").last().innerText()).toContain("11/KH-UBND");

    await go(approver, "/can-bo/cau-hoi");
    await follow(approver, QUESTION);
    await approver.getByRole("heading", { name: "Vì sao trợ lý trả lời như vậy" }).waitFor();
    await look(approver, "vi-sao");
    const seen = await given.database.client.auditEntry.count({ where: { action: "question.seen" } });
    expect(seen).toBe(1);

    const admin = await staff("admin");
    await go(admin, "/can-bo/cai-dat");
    await follow(admin, "Tạm dừng trợ lý");
    await press(admin, "Tạm dừng trợ lý");
    await admin.getByText("Đã tạm dừng trợ lý.").waitFor();
    await look(admin, "cai-dat");
    await expect.poll(() => asks(another, "xin chào"), WITHIN).toContain("đang tạm dừng");
    await follow(admin, "Cho trợ lý chạy lại");
    await press(admin, "Cho trợ lý chạy lại");
    await admin.getByText("Trợ lý đang trả lời lại.").waitFor();
    await expect
      .poll(() => asks(another, "mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp"), WITHIN)
      .toContain("KH-UBND");
    await go(officer, itemPath);
    await officer.getByText("Đang phát hành").first().waitFor();
    expect(problems).toEqual([]);
  });

  it("is not published by whoever wrote it, unless the office is one person", async () => {
    const approver = await staff("approver");
    await go(approver, "/can-bo/cau-tra-loi/moi");
    await approver.getByLabel("Câu hỏi", { exact: true }).fill("Đo độ ồn ở xưởng gỗ thế nào?");
    await approver.getByLabel("Câu trả lời", { exact: true }).fill(ANSWER);
    await approver.getByLabel("Số hiệu văn bản làm căn cứ").fill("9/CV-THỬ");
    await approver.getByLabel("Tên văn bản").fill("Công văn thử");
    await approver.getByLabel("Mục, điều, khoản").fill("mục 2");
    await press(approver, "Lưu và trình duyệt");
    await approver.getByText("Câu này do chính anh/chị soạn.").waitFor();
    expect(await approver.getByRole("button", { name: "Phát hành", exact: true }).count()).toBe(0);

    const admin = await staff("admin");
    await go(admin, "/can-bo/cai-dat");
    await press(admin, "Cho phép tự phát hành");
    await admin.getByText("Người soạn nay được tự phát hành.").waitFor();
    await approver.reload();
    await press(approver, "Phát hành");
    await approver.getByText("Đã phát hành.").waitFor();
  });
});

/** Asks in the chat; gives what the bot says next. */
async function asks(page: Page, words: string, expected = ""): Promise<string> {
  const lines = page.locator(".line.bot");
  const before = await lines.count();
  await page.locator("#tin-nhan").fill(words);
  await page.locator("#tin-nhan").press("Enter");
  await lines.nth(before).waitFor();
  const said = await lines.nth(before).innerText();
  expect(said).toContain(expected);
  return said;
}
