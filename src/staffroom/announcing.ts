const COMMAND = /^\s*\/?thongbao(?:\s+(?<words>[^]*))?$/i;

/** What stands behind "/thongbao", which may be nothing; null in any other words. As one word it is nobody's question. */
export function announcementIn(text: string): string | null {
  const match = COMMAND.exec(text);
  return match === null ? null : (match.groups?.["words"] ?? "").trim();
}
