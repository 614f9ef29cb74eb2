import { beforeAll, describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { correctEnterprise, correctPerson } from "../../../src/dialogue/my-data/correct.ts";
import { myData } from "../../../src/dialogue/my-data/my-data.ts";
import { NOTICE_VERSION } from "../../../src/dialogue/privacy-notice.ts";
import type { EventView, Mine } from "../../../src/registry/views.ts";
import { NOW, shippedContext } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
let full: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
  full = { ...context, mine: everything() };
});

function everything(): Mine {
  const enterprise = {
    id: "e1",
    kind: "htx",
    name: "HTX Rau sạch",
    taxId: "4300123456",
    communeCode: null,
    communeText: "Đức Phổ",
    contact: "claimed",
  } as const;
  const person = { name: "Lê Thị Bé", phone: "0905123456" };
  const event: EventView = {
    id: "v1",
    keyword: "12",
    title: "Lớp 5S",
    description: "",
    audience: "",
    audienceKinds: [],
    status: "open",
    sessions: [],
    capacity: 30,
    seatsLeft: 3,
    waiting: 0,
    capPerEnterprise: null,
    opensAt: NOW,
    closesAt: NOW,
    cost: "miễn phí",
    invitation: null,
    planRef: null,
  };
  return {
    person,
    enterprise,
    registrations: [
      {
        id: "g1",
        code: "ĐK-1",
        event,
        enterprise,
        submitter: person,
        attendees: [
          {
            id: "a1",
            name: "Trần Văn Tư",
            phone: "0912345678",
            position: null,
            status: "confirmed",
            waitingPosition: null,
            offerExpiresAt: null,
          },
        ],
      },
    ],
    requests: [
      {
        id: "r1",
        code: "YC-1",
        kind: "du_lieu",
        description: "…",
        status: "received",
        createdAt: NOW,
        dueAt: NOW,
        files: [],
        answers: [],
      },
    ],
    topics: ["lop"],
    consents: [
      { purpose: "registration", noticeVersion: NOTICE_VERSION, givenAt: NOW },
      { purpose: "announcement", noticeVersion: NOTICE_VERSION, givenAt: NOW },
    ],
  };
}

describe("my data", () => {
  it("shows everything held, and the deadlines with their basis", () => {
    const talk = talkTo(myData, full);
    talk.begin();
    const step = talk.press("Xem dữ liệu");
    for (const held of [
      "Lê Thị Bé, 0905123456",
      "Hợp tác xã HTX Rau sạch, Đức Phổ, mã số thuế 4300123456",
      "ĐK-1 – Lớp 5S: Trần Văn Tư (0912345678)",
      "YC-1 – Yêu cầu về dữ liệu cá nhân: đã nhận",
      "Lớp tập huấn, hội thảo mới",
      "nhận thông báo về lớp và chính sách (thứ Ba 24/11/2026)",
      "02 ngày làm việc",
    ]) {
      expect(talk.text()).toContain(held);
    }
    expect(replyOf(step).citations?.[0]).toMatchObject({ document: "356/2025/NĐ-CP", section: "Điều 5" });
    for (const figure of ["02", "10", "15", "20"])
      expect(replyOf(step).citations?.[0]?.text).toContain(figure);
  });

  it("says so where nothing is held", () => {
    const talk = talkTo(myData, context);
    talk.begin();
    talk.press("Xem dữ liệu");
    expect(talk.text()).toContain("chưa giữ thông tin cá nhân nào");
    expect(talk.labels()).toEqual(["Xem dữ liệu", "Xóa tất cả", "Thôi"]);
  });

  it("tells no deadline without its basis", () => {
    const talk = talkTo(myData, { ...full, cite: () => null });
    talk.begin();
    talk.press("Xem dữ liệu");
    expect(talk.text()).not.toContain("ngày làm việc");
  });

  it("leads to the corrections, filled with what is on file", () => {
    const talk = talkTo(myData, full);
    talk.begin();
    expect(talk.press("Sửa họ tên, số điện thoại")).toMatchObject({ kind: "switch", to: "correct_person" });
    const person = talkTo(correctPerson, full);
    person.begin();
    expect(person.text()).toContain("Lê Thị Bé");
    person.press("Sửa một mục");
    person.press("Số điện thoại");
    person.type("0977000111");
    const step = person.press("Lưu thay đổi");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toEqual({
      kind: "correct_person",
      person: { name: "Lê Thị Bé", phone: "0977000111" },
    });
    expect(step.conclude({ kind: "corrected" }).reply.text).toContain("Đã sửa xong");
    const enterprise = talkTo(correctEnterprise, full);
    enterprise.begin();
    const saved = enterprise.press("Lưu thay đổi");
    expect(saved.kind === "do" && saved.command).toMatchObject({
      kind: "correct_enterprise",
      enterprise: { name: "HTX Rau sạch", taxId: "4300123456" },
    });
    expect(correctPerson.begin(context).kind).toBe("leave");
    expect(correctEnterprise.begin(context).kind).toBe("leave");
  });

  it("takes a consent back after saying what follows", () => {
    const talk = talkTo(myData, full);
    talk.begin();
    talk.press("Rút lại đồng ý");
    talk.press("Nhận thông báo về lớp và chính sách");
    expect(talk.text()).toContain("không gửi thông báo");
    const step = talk.press("Rút đồng ý");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toEqual({ kind: "withdraw_consent", purpose: "announcement" });
    const { reply } = step.conclude({ kind: "consent_withdrawn", dueAt: new Date("2026-12-09T03:00:00Z") });
    expect(reply.text).toMatch(/chậm nhất thứ Tư 0?9\/12\/2026/);
    expect(reply.citations?.[0]?.section).toBe("Điều 5 khoản 2");
  });

  it("erases only after two confirmations", () => {
    const talk = talkTo(myData, full);
    talk.begin({ erase: true });
    expect(talk.text()).toContain("Còn lại: các con số tổng");
    expect(talk.type("xóa").kind).toBe("not_understood");
    talk.press("Tôi hiểu, muốn xóa");
    for (const words of ["xóa gì vậy", "ok", "có", "xoa giup"])
      expect(talk.type(words).kind).toBe("not_understood");
    const step = talk.type("XÓA");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toEqual({ kind: "erase_me" });
    const { reply } = step.conclude({ kind: "erased", registrationsCancelled: 1, requestsWithdrawn: 2 });
    expect(reply.text).toContain("Đã hủy 1 đăng ký lớp. Đã rút 2 yêu cầu");
  });

  it("keeps everything at a word", () => {
    for (const word of ["Không xóa nữa", "thôi"]) {
      const talk = talkTo(myData, full);
      talk.begin({ erase: true });
      talk.press("Tôi hiểu, muốn xóa");
      const step = talk.type(word);
      expect(step.kind).toBe("leave");
      expect(replyOf(step).text).toContain("giữ nguyên");
    }
  });

  it("steps back", () => {
    const talk = talkTo(myData, full);
    talk.begin({ erase: true });
    talk.press("Tôi hiểu, muốn xóa");
    talk.back();
    talk.back();
    expect(talk.text()).toContain("Anh/chị muốn làm gì?");
    expect(talk.back()).toBeNull();
  });

  it("never throws and never erases by chance", () => {
    for (const at of ["menu", "consents", "withdraw", "erase", "last_word", "x"]) {
      for (const input of ODD_INPUTS) {
        const step = myData.advance({ at, purpose: "registration" }, input, full);
        expect(step.kind).not.toBe("do");
        if (step.kind !== "switch") expect(replyOf(step).text).not.toBe("");
      }
    }
    for (const raw of [null, 1, {}, { at: "withdraw", purpose: "constructor" }]) {
      expect(myData.resume(raw, context).text).not.toBe("");
    }
  });
});
