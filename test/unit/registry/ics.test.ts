import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../src/registry/ics.ts";
import { EVENT, eventWith } from "../dialogue/classes/samples.ts";

const MADE = new Date("2026-11-24T02:00:00Z");
const unfolded = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

describe("calendarOf", () => {
  it("writes times in UTC, escapes text and keeps the UID", () => {
    const lines = unfolded(calendarOf(EVENT, "Sở KH&CN", MADE));
    expect(lines).toContain("DTSTART:20261204T010000Z");
    expect(lines).toContain("DTEND:20261204T043000Z");
    expect(lines).toContain("DTSTAMP:20261124T020000Z");
    expect(lines).toContain(String.raw`SUMMARY:Tập huấn truy xuất nguồn gốc\; nhãn hàng hóa\, mã vạch`);
    expect(lines).toContain(String.raw`DESCRIPTION:Hướng dẫn lập hồ sơ.\nSở KH&CN`);
    const later = unfolded(calendarOf(eventWith({ title: "Tên mới" }), "Sở", new Date()));
    const uid = lines.find((line) => line.startsWith("UID:"));
    expect(later).toContain(uid);
  });

  it("has one entry a session", () => {
    const [session] = EVENT.sessions;
    if (!session) throw new Error("the sample has a session");
    const lines = unfolded(calendarOf(eventWith({ sessions: [session, session] }), "Sở", MADE));
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
    expect(new Set(lines.filter((line) => line.startsWith("UID:"))).size).toBe(2);
  });

  it("folds every line at 75 octets without cutting a character, and nothing breaks out of its line", () => {
    const title = `Lớp "ệ😀\\${"ưỡ".repeat(60)}\r\nBEGIN:VEVENT\u0000`;
    const file = calendarOf(eventWith({ title }), "Sở", MADE);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain("\uFFFD");
    const lines = unfolded(file);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("SUMMARY:"))).toContain("ưỡ".repeat(60));
  });
});
