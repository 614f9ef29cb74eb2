import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../../src/adapters/exports/read-xlsx.ts";
import { withoutBrowser } from "../../support/browser.ts";
import { PASSWORD } from "../../support/console.ts";
import { consoleJourney, follow, press, tellsChat } from "../../support/console-journey.ts";
import { CLASS_12, openClass } from "../../support/events.ts";
import { filledIn, members, type NeedCells } from "../../support/need-list.ts";

/** A working day at nine. */
const AT_WORK = new Date("2026-11-25T09:00:00+07:00");
const MEGABYTE = 1024 * 1024;
const ASSOCIATION = "Hội Nghề cá Sa Huỳnh";
const [COMMUNE, PHONE, YEAR] = [3, 5, 7];

/** Ten members, of which three have something to be mended. */
function listOfMembers(): NeedCells[] {
  const rows = members(10).map((row) => [...row]);
  const mistakes = [
    [2, COMMUNE, "xã Không Có Thật"],
    [5, PHONE, "090510005"],
    [8, YEAR, "2019"],
  ] as const;
  for (const [row, column, words] of mistakes) rows[row]?.splice(column, 1, words);
  return rows;
}

describe.skipIf(withoutBrowser())("an association and an enterprise at once", { timeout: 300_000 }, () => {
  const journey = consoleJourney({ now: () => AT_WORK });
  let partner: Page;
  let citizen: Page;
  let workbook: Buffer;

  it("given an association, then an admin invites its officer, who hands in what members need", async () => {
    const admin = await journey.staff("admin");
    await admin.goto(`${journey.url}/can-bo/hiep-hoi`);
    await follow(admin, "Thêm hiệp hội");
    await admin.getByLabel("Tên hiệp hội").fill(ASSOCIATION);
    await press(admin, "Lưu");
    await admin.getByText("Anh/chị mời cán bộ của hội").waitFor();
    await follow(admin, "Mời cán bộ hội");
    expect(await admin.getByRole("radio", { name: /^Hiệp hội/ }).isChecked()).toBe(true);
    await admin.getByLabel("E-mail").fill("hoi@example.vn");
    await admin.getByLabel("Họ và tên").fill("Nguyễn Thị Hội");
    await press(admin, "Tạo đường dẫn mời");
    const invitation = await admin.locator(".one-time").innerText();

    partner = await journey.window();
    await partner.goto(invitation);
    await partner.getByLabel("Mật khẩu mới").fill(PASSWORD);
    await partner.getByLabel("Nhập lại mật khẩu").fill(PASSWORD);
    await press(partner, "Lưu và đăng nhập");
    await partner.goto(`${journey.url}/can-bo`);
    await partner.getByText("Chào Nguyễn Thị Hội").waitFor();
    // It sees its own area alone.
    expect((await partner.goto(`${journey.url}/can-bo/yeu-cau`))?.status()).toBe(403);

    await partner.goto(`${journey.url}/can-bo/hoi`);
    await partner.getByText(`${ASSOCIATION} lập danh sách`).waitFor();
    const [template] = await Promise.all([partner.waitForEvent("download"), follow(partner, "Tải tệp mẫu")]);
    workbook = await filledIn(readFileSync(await template.path()), listOfMembers());

    citizen = await journey.citizen();
    const needed = await tellsChat(citizen, "cần những gì", "nước mắm", "Siêu thị, cửa hàng trong nước");
    expect(needed).toContain("Nước mắm – Siêu thị");

    await sends(workbook);
    await partner.getByText("Chưa có gì được ghi.").waitFor();
    for (const [line, words] of [
      ["dòng 4", "Xã, phường"],
      ["dòng 7", "Số điện thoại thiếu 1 số"],
      ["dòng 10", "Năm"],
    ] as const)
      expect(await partner.getByRole("row", { name: line }).innerText()).toContain(words);
    await journey.look(partner, "hoi-1-xem-truoc");
    const [returned] = await Promise.all([
      partner.waitForEvent("download"),
      press(partner, "Tải dòng cần sửa (XLSX)"),
    ]);
    const read = await readXlsx(readFileSync(await returned.path()));
    expect(read.kind === "rows" && read.rows.length).toBe(4);

    // Members have agreed, or nothing is kept.
    await press(partner, "Ghi nhận 7 dòng");
    await partner.getByText("Anh/chị đánh dấu xác nhận hội viên đã đồng ý").waitFor();
    await partner.getByLabel("Tôi xác nhận các hội viên").check();
    await press(partner, "Ghi nhận 7 dòng");
    await partner.getByText("Đã ghi 7 nhu cầu.").waitFor();
    await journey.look(partner, "hoi-2-da-ghi");

    await sends(workbook);
    await partner.getByText("Gửi lại cũng không thay đổi gì.").waitFor();
    expect(await journey.desk.database.client.trainingNeed.count()).toBe(7);
  });

  it("meanwhile an enterprise asks for support; an officer sees what is needed and which class met it", async () => {
    await tellsChat(citizen, "Gửi yêu cầu hỗ trợ", "5", "đồng ý", "Nhờ xem giúp nhãn mắm", "không có");
    await tellsChat(citizen, "hộ kinh doanh", "Mắm Cô Ba");
    const answer = await tellsChat(citizen, "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456", "gửi");
    const [code = ""] = /YC-[0-9A-Z]+/.exec(answer) ?? [];
    expect(code).not.toBe("");

    await openClass(journey.desk.database);
    const officer = await journey.staff("officer", { name: "Trần Thị Lan" });
    await officer.getByRole("link", { name: /nhu cầu tập huấn chưa đáp ứng/ }).waitFor();
    await officer.goto(`${journey.url}/can-bo/nhu-cau`);
    await officer.getByText("2026: Đã đáp ứng 0/7").waitFor();
    await journey.look(officer, "hoi-3-nhu-cau");
    await follow(officer, "0/7");
    await officer.getByLabel("Chọn tất cả dòng trên trang").check();
    await press(officer, "Đánh dấu đã đáp ứng");
    // Without a class nothing is marked, and the rows stay ticked.
    await officer.getByText("Anh/chị chọn lớp đã đáp ứng").first().waitFor();
    expect(await officer.locator('input[name="nhu_cau"]:checked').count()).toBe(7);
    await officer.getByLabel("Lớp", { exact: true }).selectOption({ label: `12 · ${CLASS_12}` });
    await press(officer, "Đánh dấu đã đáp ứng");
    await officer.getByText("Đã đánh dấu 7 nhu cầu.").waitFor();
    await journey.look(officer, "hoi-4-da-dap-ung");

    await partner.goto(`${journey.url}/can-bo/hoi`);
    await follow(partner, "Đã đáp ứng 7/7");
    await partner.getByText(CLASS_12).first().waitFor();
    await journey.look(partner, "hoi-5-hoi-thay");

    await officer.goto(`${journey.url}/can-bo/yeu-cau`);
    await follow(officer, code);
    await officer.getByText("Nhờ xem giúp nhãn mắm").first().waitFor();
    await officer.getByLabel("Nội dung trả lời").fill(`Mời chị dự lớp ${CLASS_12}.`);
    await press(officer, "Gửi trả lời");
    await citizen.getByText(`Mời chị dự lớp ${CLASS_12}.`).waitFor();
  });

  it("a file of 100 MB is refused in words", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "nscl-lon-")), "danh-sach.xlsx");
    writeFileSync(path, Buffer.alloc(100 * MEGABYTE, 1));
    await partner.goto(`${journey.url}/can-bo/hoi/gui`);
    await partner.getByLabel(/Tệp danh sách/).setInputFiles(path);
    await press(partner, "Xem trước");
    await partner.getByText("chọn tệp nhỏ hơn").waitFor();
    rmSync(path);
  });

  async function sends(content: Buffer): Promise<void> {
    await partner.goto(`${journey.url}/can-bo/hoi/gui`);
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await partner
      .getByLabel(/Tệp danh sách/)
      .setInputFiles({ name: "nhu-cau.xlsx", mimeType, buffer: content });
    await press(partner, "Xem trước");
  }
});
