import { describe, expect, it } from "vitest";
import { mineTexts as texts } from "../../../../src/dialogue/classes/mine-texts.ts";
import { myRegistrations } from "../../../../src/dialogue/classes/my-registrations.ts";
import { declineTexts } from "../../../../src/dialogue/classes/outcome-texts.ts";
import type { DialogueContext } from "../../../../src/dialogue/dialogue.ts";
import { NOTHING_OF_MINE, type RegistrationView } from "../../../../src/registry/views.ts";
import { DialogueDriver } from "../../../support/dialogue-driver.ts";
import { attendee, contextWith, EVENT, eventWith, registrationWith } from "./samples.ts";

const SEATED = attendee(1);
const WAITING = attendee(2, { status: "waiting", waitingPosition: 2 });
const OFFERED = attendee(3, { status: "offered", offerExpiresAt: new Date("2026-11-25T03:00:00Z") });
const MINE = registrationWith([SEATED, WAITING, OFFERED]);
const BEGUN: Partial<DialogueContext> = { now: new Date("2026-12-04T02:00:00Z") };

function play(
  registrations: readonly RegistrationView[] = [MINE],
  start?: unknown,
  changes: Partial<DialogueContext> = {},
): DialogueDriver {
  const mine = { ...NOTHING_OF_MINE, registrations };
  return new DialogueDriver(myRegistrations, contextWith({ mine, ...changes })).begin(start);
}

describe("one's registrations", () => {
  it("are none at first", () => {
    expect(play([]).text).toBe(texts.none);
    expect(play([]).isOpen).toBe(false);
  });

  it("are chosen from when there are several", () => {
    const other = registrationWith([SEATED], eventWith({ id: "other", keyword: "15", title: "Lớp mã vạch" }));
    const driver = play([MINE, other]);
    expect(driver.text).toContain(texts.heading(2));
    expect(driver.says("2").text).toContain("Lớp mã vạch");
    expect(driver.back().text).toContain(texts.heading(2));
    expect(play([MINE, other], { eventId: EVENT.id }).text).toContain(MINE.code);
    expect(play([MINE, other], { registrationId: other.id }).text).toContain(other.code);
  });

  it("show where everybody stands", () => {
    const { text } = play();
    expect(text).toContain("1. Nguyễn Văn A: có chỗ");
    expect(text).toContain("2. Nguyễn Văn B: đang chờ, thứ 2");
    expect(text).toContain("trả lời trước 10:00 thứ Tư 25/11/2026");
  });

  it("let a participant be swapped, after asking whether the new one agreed", () => {
    const driver = play().says("Đổi người", "Nguyễn Văn A", "Lê Thị Xuân, 0905999888, kế toán");
    expect(driver.text).toContain("Đổi Nguyễn Văn A sang: Lê Thị Xuân · 0905999888 · kế toán");
    expect(driver.typed).toEqual(["Đổi Nguyễn Văn A sang: Lê Thị Xuân · 0905999888 · kế toán"]);
    driver.outcome = {
      kind: "attendee_swapped",
      code: MINE.code,
      attendee: { name: "Lê Thị Xuân", status: "confirmed", waitingPosition: null },
    };
    driver.says(texts.swapAgreed);
    expect(driver.command).toEqual({
      kind: "swap_attendee",
      attendeeId: SEATED.id,
      replacement: { name: "Lê Thị Xuân", phone: "0905999888", position: "kế toán" },
    });
    expect(driver.text).toContain("Chỗ được giữ nguyên");
  });

  it("say what is wrong with a new participant, and hand over questions", () => {
    const driver = play().says("Đổi người", "1", "Lê Xuân, 090599988");
    expect(driver.text).toContain("thiếu 1 số");
    expect(driver.says("đổi người có mất tiền không").step.kind).toBe("not_understood");
    expect(driver.says("0905999888").text).toContain("Thiếu họ tên");
  });

  it("let one or all be cancelled, after saying that the seat is gone", () => {
    const one = play().says("Hủy chỗ", "Nguyễn Văn B");
    expect(one.text).toContain("không giữ lại được chỗ");
    one.outcome = { kind: "attendees_cancelled", code: MINE.code, names: ["Nguyễn Văn B"] };
    one.says(texts.cancelSure);
    expect(one.command).toEqual({ kind: "cancel_attendees", attendeeIds: [WAITING.id] });
    expect(one.text).toContain("Đã hủy: Nguyễn Văn B");
    const all = play().says("Hủy chỗ", texts.cancelAll, texts.cancelSure);
    expect(all.command).toMatchObject({ attendeeIds: [SEATED.id, WAITING.id, OFFERED.id] });
    expect(play().says("Hủy chỗ", "1", texts.goBack).text).toContain(texts.whatNext);
  });

  it("let people be added, with the cap counted over those there are", () => {
    const driver = play().says("Thêm người", "Bùi Yến\nBùi Giang, 0905111222", "Đúng hết");
    expect(driver.text).toBe(texts.confirmAdd(2, 18));
    expect(driver.back().text).toContain("2. Bùi Giang");
    driver.says("Đúng hết");
    driver.outcome = { kind: "declined", why: "event_full_for_enterprise" };
    driver.says(texts.addAgreed);
    expect(driver.command).toMatchObject({ kind: "add_attendees", registrationId: MINE.id });
    expect(driver.text).toContain(declineTexts.event_full_for_enterprise);
    expect(driver.text).toContain("1. Bùi Yến");

    const capped = registrationWith([SEATED, WAITING], eventWith({ capPerEnterprise: 3 }));
    expect(play([capped]).says("Thêm người", "Bùi Yến\nBùi Giang").text).toContain(
      "đã đăng ký 2 nên thêm được 1",
    );
  });

  it("keep the typed list when one looks at it again", () => {
    const driver = play().says("Thêm người", "Bùi Yến\nBùi Giang", "Đúng hết", texts.goBack);
    expect(driver.text).toContain("2. Bùi Giang");
    expect(driver.typed).toHaveLength(3);
  });

  it("give the calendar again", () => {
    const driver = play().says("Lấy lịch (.ics)");
    expect(driver.reply.files?.[0]?.content).toContain("BEGIN:VCALENDAR");
    expect(driver.isOpen).toBe(true);
  });
});

describe("an offered seat", () => {
  it("is taken at once, from the menu or a button of the announcement", () => {
    const driver = play().says("Nhận chỗ: Nguyễn Văn C");
    const command = { kind: "answer_offer", attendeeId: OFFERED.id, accept: true };
    expect(driver.command).toEqual(command);
    expect(play([MINE], { offer: OFFERED.id, accept: true }).command).toEqual(command);
  });

  it("is passed on after asking once more", () => {
    const driver = play([MINE], { offer: OFFERED.id, accept: false });
    expect(driver.text).toBe(texts.confirmPass("Nguyễn Văn C"));
    driver.outcome = {
      kind: "offer_answered",
      code: MINE.code,
      attendee: { name: "Nguyễn Văn C", status: "cancelled", waitingPosition: null },
    };
    driver.says(texts.passSure);
    expect(driver.command).toMatchObject({ accept: false });
    expect(driver.text).toContain("Đã nhường chỗ");
  });

  it("that is not one's own, over or answered is told of", () => {
    expect(play([MINE], { offer: "somebody-else", accept: true }).text).toBe(declineTexts.not_yours);
    expect(play([MINE], { offer: SEATED.id, accept: true }).text).toContain(declineTexts.already_settled);
    const lapsed = registrationWith([attendee(1, { status: "lapsed" })]);
    expect(play([lapsed], { offer: SEATED.id, accept: true }).text).toContain(declineTexts.offer_expired);
    expect(play([MINE], { offer: OFFERED.id, accept: true }, BEGUN).text).toContain(declineTexts.too_late);
  });
});

describe("once the class has begun", () => {
  it("nothing is offered", () => {
    expect(play([MINE], undefined, BEGUN).labels).toEqual([texts.done]);
    expect(play([MINE], undefined, BEGUN).text).toContain(texts.begun);
  });

  it.each([
    [["Hủy chỗ", "1"], texts.cancelSure],
    [["Đổi người", "1"], "Lê Thị Xuân"],
    [["Thêm người"], "Lê Thị Xuân"],
  ])("nothing that was begun (%s) goes on", (steps, last) => {
    const driver = play().says(...steps);
    driver.context = { ...driver.context, ...BEGUN };
    driver.says(last);
    expect(driver.step.kind).toBe("ask");
    expect(driver.text).toContain(declineTexts.too_late);
  });

  it("a registration that was erased meanwhile ends it", () => {
    const driver = play().says("Đổi người");
    driver.context = contextWith();
    expect(driver.says("1").isOpen).toBe(false);
  });
});
