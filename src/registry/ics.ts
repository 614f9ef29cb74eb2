import type { EventView } from "./views.ts";

const LINE_OCTETS = 75;

/**
 * An event as a calendar file (RFC 5545): one VEVENT a session, times in UTC, a reminder a day ahead. The UIDs stay the
 * same, so a newer file replaces what an older one put into the calendar.
 * @param made when the file is made
 */
export function calendarOf(event: EventView, organisation: string, made: Date): string {
  const sessions = event.sessions.map((session, index) => [
    "BEGIN:VEVENT",
    `UID:${event.id}-${index + 1}@nscl-bot`,
    `DTSTAMP:${utc(made)}`,
    `DTSTART:${utc(session.startsAt)}`,
    `DTEND:${utc(session.endsAt)}`,
    `SUMMARY:${escaped(titleOf(event, index))}`,
    `LOCATION:${escaped(session.place)}`,
    `DESCRIPTION:${escaped([event.description, organisation].filter(Boolean).join("\n"))}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P1D",
    `DESCRIPTION:${escaped(event.title)}`,
    "END:VALARM",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//nscl-bot//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...sessions.flat(),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function titleOf({ title, sessions }: EventView, index: number): string {
  return sessions.length > 1 ? `${title} (buổi ${index + 1}/${sessions.length})` : title;
}

/** 20261124T013000Z */
function utc(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replace(/[-:]/g, "");
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, "\\n")
    .replace(/[\u0000-\u001f\u007f]/g, " ");
}

/** Long lines go on after a break and a space; a character is never cut in two. */
function folded(line: string): string {
  let result = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      result += "\r\n ";
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

/** Length of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
