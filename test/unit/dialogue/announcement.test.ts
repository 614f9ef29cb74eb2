import { beforeEach, describe, expect, it } from "vitest";
import type { AnnounceOutcome } from "../../../src/announce/orders.ts";
import { announcement } from "../../../src/dialogue/announcement/announcement.ts";
import { announcementTexts as texts } from "../../../src/dialogue/announcement/announcement-texts.ts";
import { DialogueDriver } from "../../support/dialogue-driver.ts";
import { contextWith, EVENT, eventWith } from "./classes/samples.ts";
import { ODD_INPUTS } from "./driver.ts";

const LOOKED: AnnounceOutcome = {
  kind: "looked",
  channel: "Kênh A",
  messages: [
    { text: "Lớp mới\n\nMời dự.", buttons: ["Đăng ký lớp 12", "Ngừng nhận tin"], file: null },
    { text: "", buttons: [], file: "moi.pdf" },
  ],
  reach: {
    total: 9,
    reachable: 4,
    byChannel: [
      { channel: "Kênh A", count: 3 },
      { channel: "Kênh B", count: 1 },
    ],
    whenTheyWrite: 2,
    unreachable: [
      { reason: "quota", count: 2 },
      { reason: "blocked", count: 1 },
    ],
  },
};
const OVER = eventWith({ id: "e-over", keyword: "7", title: "Lớp cũ", status: "held" });

let talk: DialogueDriver;
beforeEach(() => {
  talk = new DialogueDriver(announcement, contextWith({ announces: true, events: [EVENT, OVER] }));
  ends(LOOKED);
});

function ends(outcome: AnnounceOutcome): void {
  talk.outcome = { kind: "announce", outcome };
}

const words = () => {
  if (talk.command.kind !== "announce") throw new Error(talk.command.kind);
  return talk.command.order;
};

describe("writing an announcement in a chat", () => {
  it("step by step, to everybody, is shown as people will see it, with the counts", () => {
    talk.begin({ words: "" }).says("Lớp mới", "Mời dự.\nĐông vui.", `DK ${EVENT.keyword}`, "tất cả");
    expect(words()).toEqual({
      kind: "look",
      words: {
        title: "Lớp mới",
        body: "Mời dự.\nĐông vui.",
        eventId: EVENT.id,
        link: null,
        audience: expect.objectContaining({ topics: [], classes: null }) as unknown,
        scheduledAt: null,
        expiresAt: null,
      },
    });
    expect(talk.text).toBe(
      [
        "Xem trước, đúng như Kênh A sẽ hiện:",
        "──────────",
        "Lớp mới\n\nMời dự.\n[Đăng ký lớp 12] [Ngừng nhận tin]",
        "──────────",
        "[tệp: moi.pdf]",
        "──────────",
        "Người nhận: tất cả người đã đồng ý",
        "Có 9 người trong nhóm này.",
        "Gửi được ngay: 4 người (Kênh A 3, Kênh B 1).",
        "Gửi khi họ nhắn lại: 2 người.",
        "Không gửi được: 2 người kênh đã hết hạn mức gửi của tháng; 1 người đã chặn trợ lý.",
      ].join("\n"),
    );
    expect(talk.labels).toEqual(["Gửi duyệt", "Sửa một mục", "Hủy"]);
    ends({ kind: "submitted", link: "https://nscl.example.vn/can-bo/thong-bao/1" });
    talk.says("Gửi duyệt");
    expect(words().kind).toBe("submit");
    expect(talk.text).toContain("Đã gửi duyệt “Lớp mới”");
    expect(talk.text).toContain("/thong-bao/1");
    expect(talk.isOpen).toBe(false);
  });

  it("in one message, to followers of topics", () => {
    talk.begin({ words: "Lớp mới\n\nMời dự." });
    expect(talk.text).toContain("Có mời đăng ký lớp nào không?");
    talk.says("không", "Theo chủ đề đang theo dõi", "Mã số mã vạch", "Truy xuất nguồn gốc", "xong");
    expect(words().words).toMatchObject({
      title: "Lớp mới",
      body: "Mời dự.",
      eventId: null,
      audience: { topics: ["ma_vach", "truy_xuat"] },
    });
    expect(talk.text).toContain("người theo dõi “Mã số mã vạch”, “Truy xuất nguồn gốc”");
  });

  it("to those with a history, of one class or any", () => {
    talk.begin({ words: "Lớp mới\nMời dự." }).says("không", "lớp", "Đã dự", "lớp 7");
    expect(words().words.audience.classes).toEqual({ kind: "attended", eventIds: [OVER.id] });
    talk.says("sửa", "Lớp tính theo", "Lớp bất kỳ");
    expect(words().words.audience.classes).toEqual({ kind: "attended", eventIds: [] });
  });

  it("is corrected line by line, and looked at again each time", () => {
    talk.begin({ words: "Lớp mới\nMời dự." }).says("không", "tất cả", "sửa");
    expect(talk.labels).toEqual(["Tiêu đề", "Nội dung", "Lớp kèm theo", "Người nhận"]);
    talk.says("Tiêu đề", "Lớp mới nhất");
    expect(words()).toMatchObject({ kind: "look", words: { title: "Lớp mới nhất", body: "Mời dự." } });
    talk.says("sửa", "Người nhận", "Theo chủ đề đang theo dõi", "Mã số mã vạch", "Xong");
    expect(words().words.audience.topics).toEqual(["ma_vach"]);
    talk.says("Hủy");
    expect(talk.text).toBe(texts.cancelled);
  });
});

describe("given words that do not fit", () => {
  it("says how long they are, and keeps what was right", () => {
    talk.begin({ words: `Lớp mới\n${"dài ".repeat(400)}` });
    expect(talk.text).toContain("Nội dung dài 1599 ký tự, quá 1500");
    expect(talk.typed).toEqual(["Tiêu đề: Lớp mới"]);
    talk.says("x".repeat(1_501));
    expect(talk.text).toContain("Nội dung dài 1501 ký tự");
    talk.says("Mời dự.", "lớp 99");
    expect(talk.text).toContain(texts.eventUnknown);
    talk.says("lớp 7");
    expect(talk.text).toContain(texts.eventUnknown);
    talk.says("không", "ai đó");
    expect(talk.text).toContain(texts.chooseWhom);
    talk.says("theo chủ đề", "xong");
    expect(talk.text).toContain(texts.noTopic);
    talk.says("bóng đá");
    expect(talk.text).toContain(texts.chooseTopics);
  });

  it("asks for a title where one long paragraph came, and for a shorter one", () => {
    talk.begin({ words: "dài ".repeat(100) });
    expect(talk.text).toContain("Tiêu đề thông báo là gì?");
    talk.says("t".repeat(121));
    expect(talk.text).toContain("Tiêu đề dài 121 ký tự");
    talk.says("Lớp mới");
    expect(talk.text).toContain("Có mời đăng ký lớp nào không?");
  });

  it("takes odd inputs at every step without losing the place", () => {
    const steps = ["", "Lớp mới", "Mời dự.", "không", "theo lớp", "đã dự", "lớp 7"];
    for (let at = 1; at <= steps.length; at += 1) {
      for (const input of ODD_INPUTS) {
        talk.begin({ words: "" }).says(...steps.slice(1, at));
        talk.does(input);
        expect(talk.isOpen, `${at}: ${JSON.stringify(input).slice(0, 60)}`).toBe(true);
      }
    }
  });

  it("shows what is wrong with it when it is handed in, and can be mended", () => {
    talk.begin({ words: "Lớp mới\nMời dự." }).says(`lớp ${EVENT.keyword}`, "tất cả");
    ends({ kind: "invalid", mistakes: ["event_gone"] });
    talk.says("Gửi duyệt");
    expect(talk.text).toContain("Lớp kèm theo đã kết thúc hoặc đã hủy");
    ends(LOOKED);
    talk.says("sửa", "Lớp kèm theo", "Không kèm lớp");
    expect(words().words.eventId).toBeNull();
  });
});

describe("given somebody who may not", () => {
  it("says nothing of what staff can do", () => {
    talk.context = contextWith({ events: [EVENT] });
    talk.begin();
    expect(talk.isOpen).toBe(false);
    expect(talk.text).toBe(texts.nothingHere);
  });

  it("ends half-way where the account was disabled, and gives back what was typed", () => {
    talk.begin({ words: "Lớp mới\nMời dự." });
    talk.context = contextWith({ events: [EVENT], announces: false });
    talk.says("không");
    expect(talk.isOpen).toBe(false);
    expect(talk.text).toContain(texts.notStaff);
    expect(talk.text).toContain("Tiêu đề: Lớp mới");
  });

  it("ends where it was disabled between the two looks", () => {
    talk.begin({ words: "Lớp mới\nMời dự." }).says("không", "tất cả");
    ends({ kind: "not_staff" });
    talk.says("Gửi duyệt");
    expect(talk.text).toBe(texts.notStaff);
    expect(talk.isOpen).toBe(false);
  });
});
