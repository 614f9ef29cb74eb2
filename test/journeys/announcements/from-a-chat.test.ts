import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { texts } from "../../../src/conversation/texts.ts";
import { createQuotaStore } from "../../../src/adapters/prisma/quota.ts";
import { makeLink } from "../../../src/adapters/prisma/staffroom/links.ts";
import { GROUP, textUpdate } from "../../doubles/telegram/updates.ts";
import { answered } from "../../phones/answered.ts";
import { telegramLine, webLine, zaloBotLine } from "../../phones/lines.ts";
import { phoneOn, type Phone } from "../../phones/phone.ts";
import { startPlatforms, type Platforms } from "../../phones/platforms.ts";
import { pick, textOf } from "../../phones/play.ts";
import { startService, type Service } from "../../phones/service.ts";
import { TEST_DAY } from "../../support/app.ts";
import { eachDatabase } from "../../support/database.ts";
import { openClass } from "../../support/events.ts";
import { calendar } from "../../support/registry.ts";

const LAN = { id: "lan", name: "Trần Thị Lan", role: "officer" };
const MINH = { id: "minh", name: "Lê Minh", role: "approver" };
const MONTH = "2026-11";
const PLAN = 1_000;

eachDatabase("/thongbao", (given) => {
  let platforms: Platforms;
  let service: Service;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const starts = async () =>
    startService(given.database, platforms, {
      now,
      settings: { publicUrl: "https://nscl.example.vn" },
    });
  beforeEach(async () => {
    ahead = TEST_DAY.getTime() - Date.now();
    platforms = await startPlatforms();
    const { zaloBot } = platforms.settings;
    if (zaloBot) zaloBot.plan = { users: null, messagesPerMonth: PLAN };
    service = await starts();
    await openClass(given.database);
  });
  afterEach(async () => {
    await service.stop();
    await platforms.stop();
  });

  const someone = () => phoneOn(telegramLine(platforms));

  async function says(phone: Phone, ...lines: readonly string[]): Promise<string> {
    for (const line of lines) {
      await phone.says(line);
      await answered(given.database, phone);
    }
    return textOf(await phone.news());
  }

  async function picks(phone: Phone, ...labels: readonly string[]): Promise<string> {
    for (const label of labels) {
      await pick(phone, label);
      await answered(given.database, phone);
    }
    return textOf(await phone.news());
  }

  /** A member of staff with a chat of their own. */
  async function linked(member: typeof LAN): Promise<Phone> {
    const { id, name, role } = member;
    const at = { createdAt: TEST_DAY, updatedAt: TEST_DAY };
    await given.database.client.staff.create({
      data: { id, name, role, email: `${id}@so.example.vn`, ...at },
    });
    const desk = { database: given.database, calendar };
    const { code } = await makeLink(desk, { actor: id, now: now() }, "member");
    const phone = someone();
    expect(await says(phone, `/ketnoi ${code}`)).toContain("Đã liên kết");
    return phone;
  }

  async function follows(phone: Phone): Promise<void> {
    await says(phone, "theo dõi");
    await picks(phone, "Mã số mã vạch", "Lưu", "Đồng ý nhận tin");
  }

  const toPreview = async (lan: Phone) => {
    await says(lan, "/thongbao Lớp mã vạch mới\nMời anh/chị dự, còn 30 chỗ.");
    await picks(lan, "Lớp 12");
    return picks(lan, "Theo chủ đề", "Mã số mã vạch", "Xong");
  };
  const stored = () => given.database.client.announcement.findMany();

  it("leads staff to a preview with counts, over a restart, and hands it in once", async () => {
    const [onTelegram, onZalo] = [someone(), phoneOn(zaloBotLine(platforms))];
    await follows(onTelegram);
    await follows(onZalo);
    const [account = ""] = service.channels.flatMap(({ channel, status }) =>
      channel.name === "zalo-bot" ? status().map((one) => one.account) : [],
    );
    await createQuotaStore(given.database).add(account, MONTH, PLAN);
    const [lan, minh] = [await linked(LAN), await linked(MINH)];

    const preview = await toPreview(lan);
    expect(preview).toContain("Xem trước, đúng như Telegram sẽ hiện:");
    expect(preview).toContain("Lớp mã vạch mới\n\nMời anh/chị dự, còn 30 chỗ.");
    expect(preview).toContain("[Đăng ký lớp 12] [Ngừng nhận tin]");
    expect(preview).toContain("Có 2 người trong nhóm này.");
    expect(preview).toContain("Gửi được ngay: 1 người (Telegram 1).");
    expect(preview).toContain("1 người kênh đã hết hạn mức gửi của tháng");
    expect(await stored()).toEqual([]);

    await service.stop();
    service = await starts();
    const [button] = (await lan.news()).flatMap(({ buttons }) => buttons);
    if (button?.label !== "Gửi duyệt") throw new Error("no button to hand it in");
    await lan.presses(button);
    await lan.presses(button);
    await answered(given.database, lan);
    const heard = textOf(await lan.news());
    expect(heard).toContain(texts.staleMenu);
    expect(textOf(await lan.screen())).toContain("Đã gửi duyệt “Lớp mã vạch mới”");

    const [only, another] = await stored();
    expect(another).toBeUndefined();
    expect(only).toMatchObject({ status: "submitted", author: "lan", title: "Lớp mã vạch mới" });
    await expect
      .poll(async () => textOf(await minh.news()), { timeout: 20_000 })
      .toContain(
        `${LAN.name} gửi duyệt thông báo “Lớp mã vạch mới”.\nĐọc và duyệt trong trang cán bộ.\n` +
          `https://nscl.example.vn/can-bo/thong-bao/${only?.id}`,
      );
    const audited = await given.database.client.auditEntry.findMany({
      where: { subject: only?.id ?? "" },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ actor, action, detail }) => `${actor} ${action} ${detail}`)).toEqual([
      expect.stringMatching(/^staff:lan announcement\.drafted .*"via":"telegram"/),
      expect.stringMatching(/^staff:lan announcement\.submitted .*"via":"telegram"/),
    ]);
  });

  it("stores one where the same update is brought again, before and after it was answered", async () => {
    const lan = await linked(LAN);
    const before = await says(lan, "thongbao Lớp mới\nMời anh/chị dự.", "không", "tất cả");
    expect(before).toContain("Chưa gửi được cho ai ngay.");
    const update = textUpdate(platforms.next(), {
      text: "Gửi duyệt",
      chat: Number(lan.chat()),
      from: { id: Number(lan.chat()), is_bot: false, first_name: "Lan" },
    });
    await platforms.telegram.bring(update);
    await platforms.telegram.bring(update);
    await expect.poll(async () => (await stored()).length, { timeout: 20_000 }).toBe(1);
    await platforms.telegram.bring(update);
    await says(lan, "menu");
    expect(await stored()).toHaveLength(1);
  });

  it("ends where the account is disabled half-way, and nothing is stored", async () => {
    const lan = await linked(LAN);
    await toPreview(lan);
    await given.database.client.staff.update({ where: { id: "lan" }, data: { disabledAt: TEST_DAY } });
    expect(await picks(lan, "Gửi duyệt")).toContain("không còn được soạn thông báo");
    expect(await stored()).toEqual([]);
    expect(await says(lan, "/thongbao")).not.toContain("Soạn thông báo");
  });

  it("keeps titles that are commands elsewhere, mends what is wrong, and obeys the word that ends all news", async () => {
    const lan = await linked(LAN);
    await follows(lan);
    expect(await says(lan, "/thongbao")).toContain("Tiêu đề thông báo là gì?");
    expect(await says(lan, "Lớp tập huấn")).toContain("Nội dung thông báo?");
    expect(await says(lan, "Mời anh/chị dự.", "DK 99")).toContain("Không có lớp nào đang nhận đăng ký");
    expect(await says(lan, "DK 12")).toContain("Gửi cho ai?");
    await picks(lan, "Theo lịch sử", "Chưa dự", "Lớp bất kỳ", "Sửa", "Tiêu đề");
    expect(await says(lan, "Lớp tập huấn mới")).toContain("──────────\nLớp tập huấn mới\n");
    await given.database.client.event.updateMany({ data: { status: "cancelled" } });
    expect(await picks(lan, "Gửi duyệt")).toContain("Lớp kèm theo đã kết thúc hoặc đã hủy");
    expect(await says(lan, "ngừng")).toContain("Đã ngừng nhận tin");
    expect(await stored()).toEqual([]);
  });

  describe("given somebody who is not of the staff", () => {
    it("is nothing but words, typed or as a button", async () => {
      await linked(LAN);
      const words = await says(someone(), "/thongbao Khuyến mãi lớn\nMua ngay");
      expect(words).not.toMatch(/Soạn thông báo|Tiêu đề/);
      const web = phoneOn(webLine(service.url));
      await says(web, "menu");
      await web.presses({ label: "?", value: "go:announcement" });
      await answered(given.database, web);
      expect(textOf(await web.news())).toContain("Mục này không mở được");
      expect(await stored()).toEqual([]);
    });
  });

  it("is asked for in private where staff type it in a group, and is nobody's word from others", async () => {
    const lan = await linked(LAN);
    const inGroup = (id: number) =>
      platforms.telegram.bring(
        textUpdate(platforms.next(), {
          text: `/thongbao@${platforms.telegram.username} Lớp mới`,
          chat: GROUP,
          from: { id, is_bot: false, first_name: "Ai đó" },
        }),
      );
    await inGroup(990_001);
    await inGroup(Number(lan.chat()));
    const said = () => platforms.telegram.chats.sent.filter(({ chat }) => chat === String(GROUP));
    await expect.poll(() => said().length, { timeout: 20_000 }).toBe(1);
    expect(said().map(({ text }) => text)).toEqual([expect.stringContaining("nhắn riêng cho bot /thongbao")]);
    expect(await stored()).toEqual([]);
  });
});
