const HOURS_AHEAD = 7;
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** "thứ Sáu 27/11/2026" in Asia/Ho_Chi_Minh. */
export function dayOf(at: Date): string {
  const there = clockThere(at);
  const day = `${there.getUTCDate()}/${there.getUTCMonth() + 1}/${there.getUTCFullYear()}`;
  return `${WEEKDAYS[there.getUTCDay()] ?? ""} ${day}`;
}

/** "8:00" in Asia/Ho_Chi_Minh. */
export function timeOf(at: Date): string {
  const there = clockThere(at);
  return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, "0")}`;
}

/** "8:00 thứ Sáu 27/11/2026" */
export function momentOf(at: Date): string {
  return `${timeOf(at)} ${dayOf(at)}`;
}

/** The clock on the wall there, read with the UTC getters: Việt Nam has one zone and no summer time. */
function clockThere(at: Date): Date {
  return new Date(at.getTime() + HOURS_AHEAD * 3_600_000);
}
