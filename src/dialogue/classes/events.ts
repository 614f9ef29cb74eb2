import type { EventView } from "../../registry/views.ts";
import { plain } from "../choosing.ts";
import { savedIn } from "../saved.ts";
import { dayOf, momentOf, timeOf } from "../when.ts";

/** How a class may be named when a dialogue is opened: by a button, or by the keyword people type. */
export interface EventReference {
  eventId?: string;
  keyword?: string;
}

const KEYWORD = /^(?:dk|dang ky|dang ki)(?: (?:lop|hoc|lop hoc|so))*(?: )?([a-z]{0,3}\d[a-z0-9]{0,7})$/;

/** "DK 12", "đk12", "đăng ký lớp 12" → "12"; null where no class is named. */
export function keywordIn(text: string): string | null {
  return KEYWORD.exec(plain(text))?.[1] ?? null;
}

export function findEvent(
  events: readonly EventView[],
  { eventId, keyword }: EventReference,
): EventView | undefined {
  if (eventId !== undefined) return events.find(({ id }) => id === eventId);
  if (keyword === undefined) return undefined;
  const wanted = keywordIn(keyword) ?? plain(keyword).replace(/^lop (?:so )?/, "");
  return events.find((event) => plain(event.keyword) === wanted);
}

/** Reads what was handed over at the opening; anything else names no class. */
export function referenceIn(start: unknown): EventReference {
  if (typeof start !== "object" || start === null) return {};
  const { eventId, keyword = savedIn(start) } = start as Record<string, unknown>;
  if (typeof eventId === "string") return { eventId };
  return typeof keyword === "string" ? { keyword } : {};
}

function beginsAt({ sessions }: EventView): Date | null {
  const starts = sessions.map(({ startsAt }) => startsAt.getTime());
  return starts.length === 0 ? null : new Date(Math.min(...starts));
}

export function hasBegun(event: EventView, now: Date): boolean {
  const begins = beginsAt(event);
  return begins !== null && begins <= now;
}

export function isOpen(event: EventView, now: Date): boolean {
  return event.status === "open" && event.opensAt <= now && now < event.closesAt && !hasBegun(event, now);
}

export function willOpen(event: EventView, now: Date): boolean {
  return (event.status === "open" || event.status === "approved") && now < event.opensAt;
}

/** "8:00–11:30 thứ Sáu 27/11/2026, Hội trường Sở" a line a session. */
export function sessionLines({ sessions }: EventView): string[] {
  return sessions.map(({ startsAt, endsAt, place }) => {
    const sameDay = dayOf(startsAt) === dayOf(endsAt);
    const until = sameDay
      ? `${timeOf(endsAt)} ${dayOf(startsAt)}`
      : `${dayOf(startsAt)} – ${momentOf(endsAt)}`;
    return `${timeOf(startsAt)}${sameDay ? "–" : " "}${until}, ${place}`;
  });
}

export function seatsInWords({ seatsLeft, capacity, waiting }: EventView): string {
  if (seatsLeft > 0) return `còn ${seatsLeft}/${capacity} chỗ`;
  return waiting > 0 ? `hết chỗ, ${waiting} người đang chờ` : "hết chỗ, còn nhận danh sách chờ";
}
