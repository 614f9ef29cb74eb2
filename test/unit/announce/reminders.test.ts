import { describe, expect, it } from "vitest";
import { afterQuiet, beforeQuiet, isQuiet } from "../../../src/announce/quiet-hours.ts";
import { classReminderDue, feeSeason, offerReminderDue } from "../../../src/announce/reminders.ts";
import { calendar } from "../../support/registry.ts";

const at = (there: string) => new Date(`${there}:00+07:00`);

describe("when people are reminded", () => {
  it("is eight in the morning of the day before a class, whenever it begins", () => {
    expect(classReminderDue(at("2026-12-04T07:30"))).toEqual(at("2026-12-03T08:00"));
    expect(classReminderDue(at("2026-12-04T00:00"))).toEqual(at("2026-12-03T08:00"));
    expect(classReminderDue(at("2026-12-04T23:59"))).toEqual(at("2026-12-03T08:00"));
  });

  it("is four hours before an offered seat goes, or the evening before where that is night", () => {
    expect(offerReminderDue(at("2026-12-04T16:00"))).toEqual(at("2026-12-04T12:00"));
    expect(offerReminderDue(at("2026-12-04T10:00"))).toEqual(at("2026-12-04T06:00"));
    expect(offerReminderDue(at("2026-12-04T09:59"))).toEqual(at("2026-12-03T20:00"));
    expect(offerReminderDue(at("2026-12-04T03:00"))).toEqual(at("2026-12-03T20:00"));
  });

  it("is nine in the morning ten working days before the fee is due, until that day is over", () => {
    const season = feeSeason(at("2027-03-01T00:00"), calendar);
    expect(season).toEqual({
      year: 2027,
      from: at("2027-06-16T09:00"),
      lastDay: at("2027-06-30T00:00"),
      end: at("2027-07-01T00:00"),
    });
    // The year is that of the clock there.
    expect(feeSeason(at("2027-01-01T00:30"), calendar).year).toBe(2027);
    // 30/6/2029 is a Saturday: ten working days before it are those of two weeks.
    expect(feeSeason(at("2029-05-01T00:00"), calendar).from).toEqual(at("2029-06-18T09:00"));
  });
});

describe("quiet hours", () => {
  it.each([
    ["2026-12-03T21:59", "2026-12-03T21:59", "2026-12-03T21:59"],
    ["2026-12-03T22:00", "2026-12-03T22:00", "2026-12-04T06:00"],
    ["2026-12-04T00:00", "2026-12-03T22:00", "2026-12-04T06:00"],
    ["2026-12-04T05:59", "2026-12-03T22:00", "2026-12-04T06:00"],
    ["2026-12-04T06:00", "2026-12-04T06:00", "2026-12-04T06:00"],
  ])("at %s began at %s and end at %s", (moment, before, after) => {
    expect(beforeQuiet(at(moment))).toEqual(at(before));
    expect(afterQuiet(at(moment))).toEqual(at(after));
    expect(isQuiet(at(moment))).toBe(before !== after);
  });
});
