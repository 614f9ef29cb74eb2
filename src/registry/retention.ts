/**
 * How long things are kept. The law says "as long as the purpose needs" and names no months (law 91/2025/QH15 Điều 3
 * khoản 3): these are settings of the installation.
 */
export interface Retention {
  /** conversations nothing hangs on, after their last message */
  conversationDays: number;
  fileDays: number;
  /** words and names of finished requests */
  requestYears: number;
  /** names of people at classes that are over */
  attendeeYears: number;
}

export const DEFAULT_RETENTION: Retention = {
  conversationDays: 180,
  fileDays: 365,
  requestYears: 5,
  attendeeYears: 5,
};

/** For the privacy notice. */
export function retentionInWords({
  conversationDays,
  fileDays,
  requestYears,
  attendeeYears,
}: Retention): string {
  return [
    `tin nhắn ${conversationDays} ngày sau lần nhắn cuối nếu không còn đăng ký hay yêu cầu đang mở`,
    `tệp ${fileDays} ngày`,
    `yêu cầu đã xong ${requestYears} năm`,
    `danh sách lớp ${attendeeYears} năm`,
  ].join("; ");
}
