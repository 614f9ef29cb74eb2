import { expect, it } from "vitest";
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { answered } from "../phones/answered.ts";
import { CONVERSATION } from "../phones/conversation.ts";
import { telegramLine, webLine, zaloBotLine, zaloOaLine, zaloPersonalLine } from "../phones/lines.ts";
import { phoneOn, type Bubble, type Line } from "../phones/phone.ts";
import { startPlatforms, type Platforms } from "../phones/platforms.ts";
import { play } from "../phones/play.ts";
import { startService } from "../phones/service.ts";
import { eachDatabase } from "../support/database.ts";
import { domainState, type DomainState } from "../support/domain-state.ts";
import { openClass } from "../support/events.ts";

const CHANNELS: readonly ((platforms: Platforms, url: string) => Line)[] = [
  (_platforms, url) => webLine(url),
  telegramLine,
  zaloBotLine,
  zaloOaLine,
  zaloPersonalLine,
];

/** What the conversation leaves, whatever channel it was held on. */
const EXPECTED = {
  contact: [{ name: "Võ Thị Ba", phone: "0905123456" }],
  channelAddress: [{ contactId: "Võ Thị Ba" }],
  enterprise: [
    {
      kind: "htx",
      name: "HTX Rau sạch Tịnh Khê",
      searchText: "htx rau sach tinh khe",
      communeCode: "21211",
      communeText: "xã Tịnh Khê",
      revision: 0,
    },
  ],
  enterpriseContact: [{ enterpriseId: "HTX Rau sạch Tịnh Khê", contactId: "Võ Thị Ba", status: "claimed" }],
  consent: ["announcement", "registration"].map((purpose): object => ({
    contactId: "Võ Thị Ba",
    purpose,
    noticeVersion: "2026-11-1",
    wording: expect.stringContaining("xin phép dùng") as unknown,
  })),
  event: [expect.objectContaining({ keyword: "12", status: "open", seatsTaken: 2, waitingIssued: 0 })],
  registration: [
    {
      code: "ĐK-…",
      eventId: "lớp 12",
      enterpriseId: "HTX Rau sạch Tịnh Khê",
      contactId: "Võ Thị Ba",
      submitterName: "Võ Thị Ba",
      submitterPhone: "0905123456",
    },
  ],
  attendee: [
    { name: "Lê Văn Cường", status: "confirmed" },
    { name: "Nguyễn Văn An", phone: "0905123457", position: "trưởng nhóm", status: "confirmed" },
    { name: "Trần Thị Bình", phone: "0912345678", status: "cancelled" },
  ].map((person) => ({ ...person, registrationId: "đăng ký của Võ Thị Ba", eventId: "lớp 12" })),
  supportRequest: [
    {
      code: "YC-…",
      kind: "truy_xuat_gap",
      contactId: "Võ Thị Ba",
      enterpriseId: "HTX Rau sạch Tịnh Khê",
      submitterName: "Võ Thị Ba",
      submitterPhone: "0905123456",
      description: "Muốn làm VietGAP cho 2 ha rau của 14 thành viên",
      background: JSON.stringify([
        "Đã tự xét:",
        "Muốn hỏi: Chính sách cho hợp tác xã, tổ hợp tác",
        "Loại hình: Hợp tác xã",
        "Đang bị xử phạt, thi hành án: Không",
        "Tiêu chí Điều 18 Luật Hợp tác xã: Thành viên tăng 2 năm liền",
        "Kết luận: Có thể nộp khi có thông báo – vì không bị xử phạt và đạt một tiêu chí; mức tiền chưa kiểm chứng.",
      ]),
      status: "received",
      openKey: "HTX Rau sạch Tịnh Khê:truy_xuat_gap",
      revision: 0,
    },
  ],
  requestEntry: [
    {
      requestId: "yêu cầu truy_xuat_gap",
      author: "person",
      text: "Muốn làm VietGAP cho 2 ha rau của 14 thành viên",
      files: "[]",
      status: "received",
    },
  ],
};

/** Everything somebody of staff could be asked about afterwards. */
const ACTIONS = [
  "attendee.cancelled",
  "request.created",
  "attendees.added",
  "consent.given",
  "consent.given",
  "contact.created",
  "enterprise.created",
  "registration.created",
  "event.approved",
  "event.created",
  "event.open",
];

eachDatabase("the conversation of a cooperative", (given) => {
  /** Holds it on one channel, with the whole service over a database of its own. */
  async function holdOn(
    lineOf: (typeof CHANNELS)[number],
    place: DatabasePlace,
  ): Promise<{ channel: string; screen: readonly Bubble[]; state: DomainState }> {
    const platforms = await startPlatforms();
    const database = await openDatabase(place);
    await openClass(database);
    const service = await startService(database, platforms);
    try {
      const phone = phoneOn(lineOf(platforms, service.url));
      await play(CONVERSATION, phone, (one) => answered(database, one));
      return {
        channel: phone.channel,
        screen: await phone.screen(),
        state: await domainState(database),
      };
    } finally {
      await service.stop();
      await database.close();
      await platforms.stop();
    }
  }

  it("ends in the same state of the database on all five channels", { timeout: 300_000 }, async () => {
    const held = [];
    for (const lineOf of CHANNELS) held.push(await holdOn(lineOf, await given.blank()));

    expect(held.map(({ channel }) => channel)).toEqual([
      "web",
      "telegram",
      "zalo-bot",
      "zalo-oa",
      "zalo-personal",
    ]);
    const [first] = held;
    for (const { channel, state } of held) {
      expect(state, `${channel} is as the web`).toEqual(first?.state);
      const { auditEntry = [], ...domain } = state;
      expect(domain, channel).toEqual(EXPECTED);
      expect(auditEntry.map(({ action }) => action).sort(), channel).toEqual(ACTIONS.toSorted());
    }
    // Each in its own way: Telegram's buttons bear numbers where labels are long, an Official Account's are five at most.
    const ways = held.map(({ channel, screen }) => ({
      channel,
      buttons: screen.some(({ buttons }) => buttons.length > 0),
      numbers: screen.some(({ from, text }) => from === "me" && /^\d+$/.test(text)),
      files: screen.some(({ file }) => file === "lop-12.ics"),
    }));
    expect(ways).toEqual([
      { channel: "web", buttons: true, numbers: false, files: true },
      { channel: "telegram", buttons: true, numbers: true, files: true },
      { channel: "zalo-bot", buttons: false, numbers: true, files: false },
      { channel: "zalo-oa", buttons: true, numbers: true, files: false },
      { channel: "zalo-personal", buttons: false, numbers: true, files: true },
    ]);
  });
});
