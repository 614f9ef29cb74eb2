import { expect, it } from "vitest";
import { createAnnouncements } from "../../../src/adapters/prisma/console/announcements.ts";
import { moveAnnouncements } from "../../../src/adapters/prisma/jobs/announcements.ts";
import { EVERYBODY } from "../../../src/announce/audience.ts";
import type { ReachOf } from "../../../src/announce/reach.ts";
import { previewsOf } from "../../../src/channel-previews.ts";
import { preview as webPreview } from "../../../src/channels/web/encode.ts";
import type { ChannelPreview } from "../../../src/console/announcements/port.ts";
import type { ReplyFile } from "../../../src/conversation/reply.ts";
import { answered } from "../../phones/answered.ts";
import { telegramLine, webLine, zaloBotLine, zaloOaLine, zaloPersonalLine } from "../../phones/lines.ts";
import { phoneOn, type Phone } from "../../phones/phone.ts";
import { startPlatforms, type Platforms } from "../../phones/platforms.ts";
import { pick, textOf } from "../../phones/play.ts";
import { startService, type Service } from "../../phones/service.ts";
import { TEST_DAY } from "../../support/app.ts";
import { eachDatabase } from "../../support/database.ts";
import { openClass, standing, upToWhoComes } from "../../support/events.ts";
import { deskOver } from "../../support/registry.ts";

const FILE: ReplyFile = {
  name: "giấy mời.pdf",
  mediaType: "application/pdf",
  content: Buffer.from("%PDF-1.7 giấy mời").toString("base64"),
  encoding: "base64",
};
/** Where there are no buttons each types it in a way of their own. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  "zalo-bot": ["ĐK 12", "đk12", "Dang ky 12", "dk 12"],
  "zalo-personal": ["dk12"],
};
/** The form itself is the same on all: three go through it. */
const REGISTER: readonly string[] = ["web", "telegram", "zalo-bot"];
const PATIENCE = { timeout: 30_000 };

eachDatabase("an announcement of a class", (given) => {
  async function opened(work: (platforms: Platforms, service: Service) => Promise<void>): Promise<void> {
    const ahead = TEST_DAY.getTime() - Date.now();
    const platforms = await startPlatforms();
    const service = await startService(given.database, platforms, {
      now: () => new Date(Date.now() + ahead),
    });
    try {
      await work(platforms, service);
    } finally {
      await service.stop();
      await platforms.stop();
    }
  }

  async function says(phone: Phone, ...lines: readonly string[]): Promise<string> {
    for (const line of lines) {
      await phone.says(line);
      await answered(given.database, phone);
    }
    return textOf(await phone.news());
  }

  async function follows(phone: Phone): Promise<void> {
    await says(phone, "theo dõi");
    for (const label of ["Lớp tập huấn", "Lưu", "Đồng ý nhận tin"]) {
      await pick(phone, label);
      await answered(given.database, phone);
    }
  }

  /** Written, approved and sent off; what the console showed of it before. */
  async function announced({ channels }: Service, eventId: string): Promise<readonly ChannelPreview[]> {
    const { desk } = deskOver(given.database);
    const reach: ReachOf = (name) => channels.find(({ channel }) => channel.name === name)?.reach ?? {};
    const web = { channel: { name: "web", preview: webPreview } } as (typeof channels)[number];
    const previews = previewsOf([web, ...channels]);
    const announcements = createAnnouncements({ desk, channels: reach, previews });
    const [author, approver] = ["lan", "minh"].map((actor) => ({ actor, now: TEST_DAY }));
    if (!author || !approver) throw new Error("nobody works here");
    const words = {
      title: "Lớp <mới> & hay",
      body: `Mời anh/chị dự.\n\n${"Nội dung chi tiết của lớp. ".repeat(30)}`,
      link: "https://dost.example.vn/lop?a=1&b=2",
      audience: { ...EVERYBODY, topics: ["lop"] as const },
      ...{ eventId, scheduledAt: null, expiresAt: null },
    };
    const drafted = await announcements.draft(author, words, FILE);
    if (drafted.kind !== "done") throw new Error(drafted.kind);
    const shown = await announcements.previewOf(drafted.id);
    const seen = { id: drafted.id, revision: drafted.revision };
    for (const step of [
      () => announcements.submit(author, seen),
      () => announcements.approve(approver, seen),
      () => announcements.send(approver, seen),
    ]) {
      const done = await step();
      if (done.kind !== "done") throw new Error(done.kind);
      seen.revision = done.revision;
    }
    expect(await moveAnnouncements(desk, reach, TEST_DAY)).toBe(1);
    return shown;
  }

  /** By the button, or in each of the ways it is typed where there is none. */
  async function waysIn(phone: Phone): Promise<readonly (() => Promise<string>)[]> {
    const button = (await phone.screen())
      .flatMap(({ buttons }) => buttons)
      .findLast(({ label }) => label === "Đăng ký lớp 12");
    if (!button) return (TYPED[phone.channel] ?? []).map((typed) => () => says(phone, typed));
    const taps = async () => {
      await phone.presses(button);
      await answered(given.database, phone);
      return textOf(await phone.news());
    };
    return [taps];
  }

  /** Tries every way; the form stays open behind the last. */
  async function opensForm(phone: Phone): Promise<void> {
    for (const [at, enters] of (await waysIn(phone)).entries()) {
      if (at > 0) await says(phone, "hủy");
      expect(await enters(), `${phone.channel}, ${at}`).toContain("Anh/chị có đồng ý không?");
    }
  }

  async function registers(phone: Phone): Promise<string> {
    const [, ...answers] = upToWhoComes({ enterprise: `Mắm ${phone.channel}` });
    return says(phone, ...answers, "chỉ mình tôi", "gửi");
  }

  it("is seen on every channel as it was previewed, and leads to a seat, once", { timeout: 120_000 }, () =>
    opened(async (platforms, service) => {
      const eventId = await openClass(given.database);
      const phones = [
        webLine(service.url),
        telegramLine(platforms),
        zaloBotLine(platforms),
        zaloOaLine(platforms),
        zaloPersonalLine(platforms),
      ].map(phoneOn);
      for (const phone of phones) await follows(phone);
      const before = new Map<Phone, number>();
      for (const phone of phones) before.set(phone, (await phone.screen()).length);

      const previews = await announced(service, eventId);
      expect(previews.map(({ channel }) => channel)).toEqual(phones.map(({ channel }) => channel));
      for (const phone of phones) {
        const { messages = [] } = previews.find(({ channel }) => channel === phone.channel) ?? {};
        const arrived = async () =>
          (await phone.screen()).slice(before.get(phone)).map(({ text, buttons, file }) => ({
            text,
            buttons: buttons.map(({ label }) => label),
            file,
          }));
        await expect
          .poll(async () => (await arrived()).length, PATIENCE)
          .toBeGreaterThanOrEqual(messages.length);
        expect(await arrived(), phone.channel).toEqual(messages);
      }

      for (const phone of phones) await opensForm(phone);
      const registering = phones.filter(({ channel }) => REGISTER.includes(channel));
      for (const phone of registering) {
        expect(await registers(phone), phone.channel).toContain("Có chỗ: ");
        // Whoever takes the same way once more is shown what they have.
        const [again] = await waysIn(phone);
        expect(await again?.(), phone.channel).toContain("cho lớp này (1 người)");
      }
      const seats = await standing(given.database);
      expect(seats).toHaveLength(registering.length);
      expect(new Set(seats.map((seat) => seat.split(": ")[1]))).toEqual(new Set(["confirmed"]));
      const rows = await given.database.client.delivery.groupBy({ by: ["status"], _count: { _all: true } });
      expect(rows).toEqual([{ status: "sent", _count: { _all: phones.length } }]);
    }),
  );
});
