import type { Browser, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_DAY } from "../../support/app.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { openAs } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

const PATIENCE = { timeout: 60_000 };

describe.skipIf(withoutBrowser())("from a request to the report", { timeout: 300_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    desk = await startConsole(given.database);
    served = await serve(desk.app.web);
    browser = await launchBrowser();
    await oneRequest();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
  });

  it("given an officer and an approver, then a result counts once it is confirmed, and the report keeps it", async () => {
    const officer = await opened(await desk.signedIn(await desk.member("officer")));
    const approver = await opened(await desk.signedIn(await desk.member("approver")));

    // One tap from the request: enterprise and kind are filled in.
    await officer.goto(`${served.url}/can-bo/ket-qua/moi?yeu_cau=yeu-cau`);
    await officer.getByText("Công ty Cơ khí Sông Trà").first().waitFor(PATIENCE);
    expect(await officer.getByLabel("Nhóm hỗ trợ").inputValue()).toBe("chung_nhan");
    await officer.getByRole("button", { name: "Lưu" }).click();
    await officer.getByText("Anh/chị nhập ít nhất một ngày").first().waitFor(PATIENCE);
    await officer.getByLabel("Tiêu chuẩn, công cụ").fill("ISO 9001:2015");
    await officer.getByLabel("Ngày hoàn thành").fill("2026-05-20");
    await officer.getByLabel("Sự nghiệp KH&CN, ngân sách tỉnh").fill("30.000.000");
    await officer.getByLabel("Minh chứng").fill("Giấy chứng nhận số 1");
    await officer.getByRole("button", { name: "Lưu" }).click();
    await officer.getByText("Đã ghi, chờ lãnh đạo xác nhận.").waitFor(PATIENCE);
    const result = officer.url();

    expect(await supported(officer)).toBe("0");
    await approver.goto(result);
    await approver.getByRole("button", { name: "Xác nhận kết quả" }).click();
    await approver.getByText("Kết quả được tính từ bây giờ.").waitFor(PATIENCE);
    expect(await supported(officer)).toBe("1");
    await officer
      .getByRole("link", { name: /được hỗ trợ trong năm: riêng doanh nghiệp/ })
      .first()
      .click();
    await officer.getByRole("link", { name: "Công ty Cơ khí Sông Trà" }).waitFor(PATIENCE);

    await officer.goto(`${served.url}/can-bo/bao-cao`);
    await officer.getByRole("button", { name: "Lập báo cáo" }).click();
    await officer.getByLabel("Đánh giá chung").fill("Năm nay làm đúng kế hoạch.");
    await officer.getByRole("button", { name: "Lưu lời" }).click();
    await officer.getByText("Đã lưu.").waitFor(PATIENCE);
    // Freezing is for whoever approves.
    expect(await officer.getByRole("link", { name: "Chốt số liệu" }).count()).toBe(0);
    await approver.goto(officer.url());
    await approver.getByRole("link", { name: "Chốt số liệu" }).click();
    await approver.getByRole("button", { name: "Chốt số liệu" }).click();
    await approver.getByText("Đã chốt bản số 1.").waitFor(PATIENCE);
    await approver.getByText("Năm nay làm đúng kế hoạch.").waitFor(PATIENCE);

    const [download] = await Promise.all([
      approver.waitForEvent("download", PATIENCE),
      approver.getByRole("link", { name: "Tải DOCX" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("bao-cao-nscl-2026-01-01-2026-12-31-ban-1.docx");
    // A zip archive, as every DOCX is.
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  async function opened(who: TestBrowser): Promise<Page> {
    return (await openAs(browser, served.url, who, { viewport: { width: 1280, height: 900 } })).newPage();
  }

  /** What the figure of the target says. */
  async function supported(page: Page): Promise<string> {
    await page.goto(`${served.url}/can-bo/so-lieu?nam=2026`);
    const tile = page.getByRole("link", { name: /được hỗ trợ trong năm: riêng doanh nghiệp/ }).first();
    return (await tile.locator("strong").innerText(PATIENCE)).trim();
  }

  async function oneRequest(): Promise<void> {
    const { client } = given.database;
    const at = { createdAt: TEST_DAY, updatedAt: TEST_DAY };
    await client.contact.create({ data: { id: "nguoi", ...at } });
    await client.conversation.create({
      data: {
        id: "chat",
        channel: "test",
        account: "test",
        chat: "chat",
        createdAt: TEST_DAY,
        lastMessageAt: TEST_DAY,
      },
    });
    const name = "Công ty Cơ khí Sông Trà";
    await client.enterprise.create({
      data: { id: "co-so", kind: "doanh_nghiep", name, searchText: "cong ty co khi song tra", ...at },
    });
    await client.supportRequest.create({
      data: {
        id: "yeu-cau",
        code: "YC-MAU1",
        kind: "chung_nhan",
        contactId: "nguoi",
        enterpriseId: "co-so",
        conversationId: "chat",
        description: "",
        createdAt: TEST_DAY,
        dueAt: TEST_DAY,
      },
    });
  }
});
