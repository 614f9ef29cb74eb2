/** Why somebody in the audience gets nothing, or not now. */
const REASONS = {
  no_consent: "chưa đồng ý nhận thông báo",
  opted_out: "đã từ chối nhận thông báo",
  no_address: "không còn cuộc trò chuyện nào để gửi",
  blocked: "đã chặn trợ lý",
  quota: "kênh đã hết hạn mức gửi của tháng",
  window: "lâu chưa nhắn lại nên kênh chưa cho gửi; gửi ngay khi họ nhắn",
  expired: "quá hạn gửi",
  stopped: "thông báo đã bị dừng",
  moot: "không còn gì để nhắc",
} as const;
export type Reason = keyof typeof REASONS;

/** Known before anything leaves. */
export type Unreachable = Extract<Reason, "no_consent" | "no_address" | "blocked" | "quota">;

/** Staff may telephone people who agreed to be told and cannot be reached here; never those who did not agree. */
export const TO_BE_CALLED = {
  skipped: ["no_address", "blocked", "quota", "expired"],
  others: ["refused", "unknown", "waiting"],
} as const satisfies { skipped: readonly Reason[]; others: readonly string[] };

export function reasonInWords(reason: Reason): string {
  return REASONS[reason];
}

/** What a skipped row holds; null for what it holds of a channel's own words. */
export function reasonIn(text: string | null): Reason | null {
  return text !== null && Object.hasOwn(REASONS, text) ? (text as Reason) : null;
}
