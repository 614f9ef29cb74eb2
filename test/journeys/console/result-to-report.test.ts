import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withoutBrowser } from "../../support/browser.ts";
import { consoleJourney, tellsChat } from "../../support/console-journey.ts";

const PATIENCE = { timeout: 60_000 };
const COMPANY = "Công ty Cơ khí Sông Trà";

describe.skipIf(withoutBrowser())("from a request to the report", { timeout: 300_000 }, () => {
  const journey = consoleJourney();

  it("given somebody who chats, an officer and an approver, then a result counts once it is confirmed, and the report keeps it", async () => {
    const citizen = await journey.citizen();
    await tellsChat(citizen, "yêu cầu hỗ trợ", "1", "đồng ý", "Cần làm ISO 9001", "không có", "doanh nghiệp");
    const sent = await tellsChat(citizen, COMPANY, "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456", "gửi");
    expect(sent).toContain("YC-");
    const { id: request } = await journey.desk.database.client.supportRequest.findFirstOrThrow();
    const officer = await journey.staff("officer");
    const approver = await journey.staff("approver");

    // One tap from the request: enterprise and kind are filled in.
    await officer.goto(`${journey.url}/can-bo/ket-qua/moi?yeu_cau=${request}`);
    await officer.getByText(COMPANY).first().waitFor(PATIENCE);
    expect(await officer.getByLabel("Nhóm hỗ trợ").inputValue()).toBe("he_thong_cong_cu");
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
    // The deputy director begins on the first page, which says what waits.
    await approver.goto(`${journey.url}/can-bo`);
    await approver.getByRole("link", { name: /kết quả chờ xác nhận/ }).click();
    await journey.look(approver, "lanh-dao-1-cho-xac-nhan");
    await approver.goto(result);
    await approver.getByRole("button", { name: "Xác nhận kết quả" }).click();
    await approver.getByText("Kết quả được tính từ bây giờ.").waitFor(PATIENCE);
    expect(await supported(officer)).toBe("1");
    await officer
      .getByRole("link", { name: /được hỗ trợ trong năm: riêng doanh nghiệp/ })
      .first()
      .click();
    await officer.getByRole("link", { name: COMPANY }).waitFor(PATIENCE);

    await officer.goto(`${journey.url}/can-bo/bao-cao`);
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

    await journey.look(approver, "lanh-dao-2-ban-chot");
    // People go on asking meanwhile; the frozen version does not change.
    expect(await tellsChat(citizen, "mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp")).toContain("11/KH-UBND");

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

  /** What the figure of the target says. */
  async function supported(page: Page): Promise<string> {
    await page.goto(`${journey.url}/can-bo/so-lieu?nam=2026`);
    const tile = page.getByRole("link", { name: /được hỗ trợ trong năm: riêng doanh nghiệp/ }).first();
    return (await tile.locator("strong").innerText(PATIENCE)).trim();
  }
});
