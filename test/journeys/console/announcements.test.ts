import { readSheet } from "read-excel-file/node";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { moveAnnouncements } from "../../../src/adapters/prisma/jobs/announcements.ts";
import { TEST_DAY } from "../../support/app.ts";
import { withoutBrowser } from "../../support/browser.ts";
import { totp } from "../../support/console.ts";
import { consoleJourney, follow, press, tellsChat } from "../../support/console-journey.ts";
import { fits, serious, WIDTHS } from "../../support/console-pages.ts";
import { announcementSamples } from "../../support/console-samples/announcements.ts";
import { CLASS_12, openClass, registersAlone } from "../../support/events.ts";
import { agree, deskOver } from "../../support/registry.ts";

const TITLE = "Còn chỗ ở lớp mã vạch ngày 04/12";
const TOPIC = "Lớp tập huấn, hội thảo mới";
const FILE = { name: "thu-moi.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 thư mời") };

describe.skipIf(withoutBrowser())("announcements in the console", { timeout: 240_000 }, () => {
  // The clock stands, so the service does nothing by itself until the journey says that the hour has come.
  const journey = consoleJourney();

  const hourComes = () =>
    moveAnnouncements(
      deskOver(journey.desk.database).desk,
      (channel) => (channel === "web" ? {} : null),
      TEST_DAY,
    );
  const follower = async (): Promise<Page> => {
    const page = await journey.citizen();
    await tellsChat(page, "theo dõi", `☐ ${TOPIC}`, "Lưu");
    expect(await tellsChat(page, "Đồng ý nhận tin")).toContain(TOPIC);
    return page;
  };
  const got = (page: Page) => page.locator(".line.bot", { hasText: TITLE });

  it("are written, approved by somebody else, sent once, and followed to their end", async () => {
    const { database } = journey.desk;
    await openClass(database);
    const [an, binh] = [await follower(), await follower()];
    const chi = await deskOver(database).person("chi");
    await chi.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });

    const officer = await journey.staff("officer", { name: "Ngô Thị Soạn" });
    await follow(officer, "Thông báo");
    await follow(officer, "Soạn thông báo");
    await press(officer, "Lưu và trình duyệt");
    await officer.getByText("Anh/chị viết tiêu đề.").first().waitFor();
    await officer.getByLabel("Tiêu đề").fill(TITLE);
    await officer.locator("#noi_dung").fill("Sở mời anh/chị dự lớp, có thực hành in nhãn.");
    await officer.locator("#su_kien").selectOption({ label: `DK 12: ${CLASS_12}` });
    await officer.locator("#tep").setInputFiles(FILE);
    await officer.getByText("Đang theo dõi chủ đề").click();
    await officer.getByLabel(TOPIC).check();
    const beside = officer.locator(".follows");
    const counts = officer.locator(".counts");
    await counts.getByText("2 người nhận được ngay").waitFor();
    await counts.getByText("1 người không còn cuộc trò chuyện nào để gửi").waitFor();
    await beside.getByText("có thực hành in nhãn").first().waitFor();
    await beside.getByText("Đăng ký lớp 12").first().waitFor();
    await beside.getByText("Tệp: thu-moi.pdf").first().waitFor();
    await journey.look(officer, "thong-bao-1-soan");
    await press(officer, "Lưu và trình duyệt");
    await officer.getByText("Đã trình. Một người khác sẽ đọc và duyệt.").waitFor();
    const path = new URL(officer.url()).pathname;

    const member = await journey.desk.member("approver", { name: "Đỗ Văn Duyệt" });
    const signedIn = await journey.desk.signedIn(member);
    await database.client.staffSession.updateMany({ data: { secondFactorAt: new Date(0) } });
    const approver = await journey.window(signedIn);
    await approver.goto(`${journey.url}/can-bo`);
    await approver.getByRole("link", { name: "1 thông báo chờ duyệt" }).click();
    await follow(approver, TITLE);
    await follow(approver, "Duyệt");
    await press(approver, "Duyệt");
    await approver.getByLabel("Mã xác thực").fill(totp(member.totpSecret ?? ""));
    await press(approver, "Xác nhận");
    await approver.getByText("Đã duyệt. Bấm Gửi để thông báo đi.").waitFor();

    await follow(approver, "Gửi");
    const second = await journey.window(signedIn);
    await second.goto(approver.url());
    await approver.getByRole("button", { name: "Gửi ngay" }).dblclick();
    await approver.getByText("Thông báo bắt đầu gửi trong vài giây.").waitFor();
    await press(second, "Gửi ngay");
    await second.getByText("Thông báo này đã được gửi từ trước").waitFor();
    expect(await database.client.auditEntry.count({ where: { action: "announcement.scheduled" } })).toBe(1);

    // Between the click and the hour.
    await tellsChat(binh, "ngừng");
    expect(await hourComes()).toBe(1);
    await got(an).waitFor();
    await an.getByRole("link", { name: /thu-moi/ }).waitFor();
    await approver.getByText("1 trên 1 tin đã xong").waitFor();
    await hourComes();
    await approver.getByText("Đã gửi xong").first().waitFor();
    expect(await approver.locator("#tien-do").getAttribute("hx-get")).toBeNull();
    await journey.look(approver, "thong-bao-5-xong");
    expect(await got(an).count()).toBe(1);
    expect(await got(binh).count()).toBe(0);

    await an.getByRole("button", { name: "Đăng ký lớp 12" }).click();
    const [, ...words] = registersAlone();
    expect(await tellsChat(an, ...words)).toContain("ĐK-");

    await follow(approver, "Danh sách người nhận");
    const sheet = await readSheet(
      Buffer.from(await (await signedIn.get(`${path}/nguoi-nhan.xlsx`)).arrayBuffer()),
    );
    const columns = sheet.slice(1).map(([, , channel, state, why]) => [channel, state, why]);
    expect(columns.sort()).toEqual([
      ["Web", "Đã gửi", null],
      ["test", "Không gửi", "không còn cuộc trò chuyện nào để gửi"],
    ]);
    const calls = await readSheet(
      Buffer.from(await (await signedIn.get(`${path}/goi-dien.xlsx`)).arrayBuffer()),
    );
    expect(calls).toHaveLength(2);
    const looks = await database.client.auditEntry.count({
      where: { subject: path.split("/").at(-1) ?? "", action: { endsWith: ".looked_at" } },
    });
    expect(looks).toBe(3);
  });

  it("show in every state what may be done, and to a viewer no names", async () => {
    const { states } = await announcementSamples(journey.desk);
    const approver = await journey.staff("approver");
    const viewer = await journey.desk.signedIn(await journey.desk.member("viewer"));
    const problems: string[] = [];
    for (const [state, id] of Object.entries(states)) {
      const path = `/can-bo/thong-bao/${id}`;
      await approver.goto(journey.url + path);
      for (const width of WIDTHS) {
        await approver.setViewportSize({ width, height: 900 });
        problems.push(...(await fits(approver, `thong-bao-${state}`)));
      }
      // A running one is looked at with every page.
      if (state === "paused" || state === "submitted") problems.push(...(await serious(approver, state)));
      const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(await viewer.page(path)) ?? [];
      expect(main).toContain("Người soạn");
      expect(main).not.toMatch(/Trần Nhận Tin|<form|class="actions"/);
    }
    expect(problems).toEqual([]);

    const open = (state: keyof typeof states, part = "") =>
      approver.goto(`${journey.url}/can-bo/thong-bao/${states[state] ?? ""}${part}`);
    await open("sent", "/nguoi-nhan?tinh_trang=unknown");
    await approver.getByRole("link", { name: /^Gửi lại/ }).click();
    await press(approver, "Gửi lại");
    await approver.getByText("Tin được gửi lại trong vài giây.").waitFor();
    await open("paused");
    await follow(approver, "Gửi tiếp");
    await press(approver, "Gửi tiếp");
    await approver.getByText("Đang gửi tiếp.").waitFor();
    await follow(approver, "Dừng hẳn");
    await press(approver, "Dừng hẳn");
    await approver.getByText("Anh/chị ghi vài lời").first().waitFor();
    await approver.getByLabel("Vì sao dừng").fill("Nhầm hạn nộp.");
    await press(approver, "Dừng hẳn");
    await approver.getByText("Lý do: Nhầm hạn nộp.").waitFor();
    await open("sent");
    await follow(approver, "Đính chính");
    await press(approver, "Lập bản đính chính");
    await approver.getByText("ĐÍNH CHÍNH thông báo").first().waitFor();
  });
});
