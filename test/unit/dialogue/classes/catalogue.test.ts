import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../src/dialogue/classes/catalogue.ts";
import { catalogueTexts as texts } from "../../../../src/dialogue/classes/catalogue-texts.ts";
import { keywordIn } from "../../../../src/dialogue/classes/events.ts";
import type { DialogueContext } from "../../../../src/dialogue/dialogue.ts";
import { NOTHING_OF_MINE, type EventView } from "../../../../src/registry/views.ts";
import { DialogueDriver } from "../../../support/dialogue-driver.ts";
import { attendee, contextWith, EVENT, eventWith, registrationWith } from "./samples.ts";

function play(changes: Partial<DialogueContext> = {}, start?: unknown): DialogueDriver {
  return new DialogueDriver(catalogue, contextWith(changes)).begin(start);
}

function numbered(number: number): EventView {
  return eventWith({ id: EVENT.id.replace(/12$/, String(number)), keyword: String(number) });
}

describe("the list of classes", () => {
  it("names day, place, seats and deadline of what is open, and leads to registration", () => {
    const driver = play();
    for (const part of ["8:00–11:30 thứ Sáu 4/12/2026", "Hội trường Sở", "18/30", "17:00 thứ Tư 2/12/2026"]) {
      expect(driver.text).toContain(part);
    }
    driver.says("1");
    for (const part of ["miễn phí", "45/GM-SKHCN", "Doanh nghiệp, hợp tác xã"]) {
      expect(driver.text).toContain(part);
    }
    driver.says("Đăng ký");
    expect(driver.step).toEqual({ kind: "switch", to: "registration", start: { eventId: EVENT.id } });
  });

  it("goes on by pages", () => {
    const driver = play({ events: [21, 22, 23, 24, 25, 26, 27].map(numbered) });
    expect(driver.labels).toHaveLength(7);
    expect(driver.says(texts.more).labels).toEqual(["Xem lớp 26", "Xem lớp 27", texts.follow]);
  });

  it("leaves out what is over and tells what will open", () => {
    const events = [
      eventWith({ status: "closed" }),
      eventWith({ closesAt: new Date("2026-11-20T00:00:00Z") }),
      eventWith({ status: "approved", opensAt: new Date("2026-11-30T01:00:00Z") }),
    ];
    const driver = play({ events });
    expect(driver.text).toContain(texts.headingSoon);
    expect(driver.text).toContain("Mở đăng ký từ 8:00 thứ Hai 30/11/2026");
    expect(driver.labels).toHaveLength(2);
    expect(driver.says("1").labels).not.toContain("Đăng ký");
  });

  it("offers to follow new classes when there is none", () => {
    const driver = play({ events: [] });
    expect(driver.text).toBe(texts.none);
    expect(driver.says(texts.follow).step).toEqual({ kind: "switch", to: "topics", start: { topic: "lop" } });
  });

  it("says when no seat is left", () => {
    expect(play({ events: [eventWith({ seatsLeft: 0, waiting: 4 })] }).text).toContain("4 người đang chờ");
  });
});

describe("one class", () => {
  it("opens by its keyword or id, and tells of one that is not there", () => {
    expect(play({}, { keyword: "DK 12" }).text).toContain(EVENT.description);
    expect(play({}, { eventId: EVENT.id }).text).toContain(EVENT.description);
    expect(play({}, { keyword: "99" }).text).toContain(texts.notFound("99"));
    expect(play().says("dk 12").step).toEqual({
      kind: "switch",
      to: "registration",
      start: { keyword: "12" },
    });
  });

  it("shows that one has registered", () => {
    const mine = { ...NOTHING_OF_MINE, registrations: [registrationWith([attendee(1)])] };
    const driver = play({ mine }, { keyword: "12" });
    expect(driver.text).toContain("ĐK-7F3K12");
    expect(driver.says(texts.mine).step).toMatchObject({ kind: "switch", to: "my_registrations" });
  });

  it.each([
    [{ status: "cancelled" }, texts.cancelled],
    [{ status: "postponed" }, texts.postponed],
    [{ status: "closed", closesAt: new Date("2026-11-20T00:00:00Z") }, texts.closed],
  ] as const)("that is %o says so", (changes, expected) => {
    const driver = play({ events: [eventWith(changes)] }, { keyword: "12" });
    expect(driver.text).toContain(expected);
    expect(driver.labels).toEqual([texts.list]);
  });

  it("steps back to the list; a question is handed over; a vanished class is told of", () => {
    const driver = play({}, { keyword: "12" });
    expect(driver.says("có mất tiền không").step.kind).toBe("not_understood");
    expect(driver.back().text).toContain(texts.heading(1));
    driver.says("1").context = contextWith({ events: [] });
    expect(driver.resume().text).toContain(texts.notFoundAtAll);
  });
});

describe("keywordIn", () => {
  it.each(["DK 12", "dk12", "ĐK 12", "đăng ký lớp 12", "Dang ky 12.", "đăng kí 12"])("reads %s", (words) => {
    expect(keywordIn(words)).toBe("12");
  });
  it.each(["12", "đăng ký", "dk", "đăng ký mã vạch", "DK 12 cho 5 người"])("reads none in %s", (words) => {
    expect(keywordIn(words)).toBeNull();
  });
});
