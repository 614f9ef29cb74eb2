import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseOfficeHours } from "../../../src/adapters/files/working-calendar-file.ts";
import { dataRequestDeadlines, DEFAULT_SETTINGS, offerExpiry } from "../../../src/registry/deadlines.ts";
import { createWorkingCalendar } from "../../../src/registry/office-hours.ts";
import { solarOf } from "../../support/lunar.ts";

const FILE = readFileSync(new URL("../../../knowledge/lich-lam-viec.yaml", import.meta.url), "utf8");
const hours = parseOfficeHours(FILE);
const calendar = createWorkingCalendar(hours);
const at = (local: string) => new Date(`${local}:00+07:00`);

describe("the working calendar", () => {
  it.each([
    ["2026-11-23T06:59", false],
    ["2026-11-23T07:00", true],
    ["2026-11-23T11:30", false],
    ["2026-11-23T13:29", false],
    ["2026-11-23T16:59", true],
    ["2026-11-23T17:00", false],
    ["2026-11-22T09:00", false],
    ["2026-11-24T09:00", false],
    ["2027-02-08T09:00", false],
  ])("knows whether somebody is at work at %s", (local, works) => {
    expect(calendar.isWorkingTime(at(local))).toBe(works);
  });

  it.each([
    ["2026-11-23T09:15", "2026-11-23T09:15"],
    ["2026-11-23T05:00", "2026-11-23T07:00"],
    ["2026-11-23T12:00", "2026-11-23T13:30"],
    ["2026-11-23T17:00", "2026-11-25T07:00"],
    ["2026-11-27T20:00", "2026-11-30T07:00"],
    ["2027-02-04T18:00", "2027-02-12T07:00"],
  ])("knows when somebody is at work next after %s", (local, next) => {
    expect(calendar.nextWorkingTime(at(local))).toEqual(at(next));
  });

  it.each([
    ["2026-11-23T09:00", 1, "2026-11-25T17:00"],
    ["2026-11-23T23:59", 5, "2026-12-01T17:00"],
    ["2026-11-22T00:00", 1, "2026-11-23T17:00"],
    ["2027-02-04T09:00", 1, "2027-02-12T17:00"],
    ["2026-12-31T23:30", 2, "2027-01-05T17:00"],
  ])("counts working days after %s: %i", (local, days, due) => {
    expect(calendar.addWorkingDays(at(local), days)).toEqual(at(due));
  });

  it("says the hours in words, and knows days worked on a Saturday", () => {
    expect(calendar.hoursInWords).toBe("7h–11h30, 13h30–17h, thứ Hai đến thứ Sáu");
    const odd = createWorkingCalendar({ ...hours, weekdays: [1, 3, 0], daysWorked: new Set(["2026-11-28"]) });
    expect(odd.hoursInWords).toBe("7h–11h30, 13h30–17h, thứ Hai, thứ Tư, Chủ nhật");
    expect(odd.isWorkingTime(at("2026-11-28T08:00"))).toBe(true);
  });

  it("has every holiday that follows from the calendars of sun and moon, moved on from a weekend", () => {
    for (const year of [2026, 2027]) {
      const fixed = ["01-01", "04-30", "05-01", "09-02", "11-24"].map((day) => `${year}-${day}`);
      const lunar = [solarOf(1, 1, year), solarOf(10, 3, year)];
      for (const day of [...fixed, ...lunar]) {
        expect(calendar.isWorkingTime(at(`${day}T09:00`)), day).toBe(false);
        const weekday = new Date(day).getUTCDay();
        const moved = new Date(Date.parse(day) + (weekday === 6 ? 2 : 1) * 86_400_000).toISOString();
        if (weekday % 6 === 0)
          expect(calendar.isWorkingTime(at(`${moved.slice(0, 10)}T09:00`)), `moved from ${day}`).toBe(false);
      }
    }
    expect([solarOf(1, 1, 2026), solarOf(10, 3, 2026), solarOf(1, 1, 2027), solarOf(10, 3, 2027)]).toEqual([
      "2026-02-17",
      "2026-04-26",
      "2027-02-06",
      "2027-04-16",
    ]);
  });

  it.each([
    [FILE.replace("thứ hai,", "thứ hay,"), /các ngày/],
    [FILE.replace('"07:00"', '"25:00"'), /cần giờ/],
    [FILE.replace('"13:30"', '"10:30"'), /chồng/],
    [FILE.replace("2026-11-24", "2026-11-31"), /ngày có thật/],
    [FILE.replace("đến: 2026-02-20", "đến: 2026-02-10"), /phải sau/],
    [FILE.replace("ngày làm bù: []", ""), /ngày làm bù/],
    ["a: [", /lich-lam-viec/],
  ])("is refused with words where it was edited wrongly (%#)", (content, words) => {
    expect(() => parseOfficeHours(content)).toThrow(words);
  });
});

describe("deadlines", () => {
  it("of requests about one's own data are those of decree 356/2025", () => {
    const days = (kind: "withdraw" | "view" | "correct" | "erase") => {
      const { answerDue, dueAt } = dataRequestDeadlines(kind, at("2026-11-23T09:00"), calendar);
      expect(answerDue).toEqual(at("2026-11-26T17:00"));
      return (dueAt.getTime() - at("2026-11-23T09:00").getTime()) / 86_400_000;
    };
    expect([days("withdraw"), days("view"), days("correct"), days("erase")]).toEqual([15, 10, 10, 20]);
  });

  it("of offered seats count from when somebody is at work, and end when the class begins", () => {
    const expiry = (offered: string, starts: string) =>
      offerExpiry(at(offered), at(starts), calendar, DEFAULT_SETTINGS);
    expect(expiry("2026-11-25T09:00", "2026-12-20T08:00")).toEqual(at("2026-11-26T09:00"));
    expect(expiry("2026-11-23T22:00", "2026-12-20T08:00")).toEqual(at("2026-11-26T07:00"));
    expect(expiry("2026-11-25T09:00", "2026-11-25T14:00")).toEqual(at("2026-11-25T14:00"));
  });
});
