import type { Outcome } from "../answer/answer.ts";
import type { GapState, Rating } from "../registry/gaps.ts";
import { optionsOf } from "./kit/options.ts";

/** What questions are said to be on the screen, the same on every page. */

const CHANNELS: Readonly<Record<string, string>> = {
  web: "Trang web",
  telegram: "Telegram",
  "zalo-oa": "Zalo OA",
  "zalo-bot": "Zalo Bot",
  "zalo-personal": "Zalo cá nhân",
};

export const CHANNEL_OPTIONS = optionsOf(CHANNELS);

/** Where states are listed, these stand among the channels. */
const MODELS = {
  model: "Mô hình ngôn ngữ",
  dense: "Tìm theo nghĩa",
  transcription: "Nghe tin thoại",
} as const;

export function channelInWords(channel: string): string {
  return { ...CHANNELS, ...MODELS }[channel] ?? channel;
}

export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answered: "Đã trả lời",
  partial: "Trả lời được một phần",
  clarify: "Hỏi lại cho rõ",
  unanswerable: "Chưa có căn cứ",
  blocked: "Từ chối",
  failed: "Gặp lỗi",
};

export const GAP_STATES: Readonly<Record<GapState, string>> = {
  open: "Chưa có trả lời",
  answered: "Đã có trả lời",
  dismissed: "Đã bỏ qua",
};

export const RATINGS: Readonly<Record<Rating, string>> = { good: "Hữu ích", bad: "Chưa đúng" };

/** "Trang web: 3, Telegram: 1" */
export function countsInWords(
  counts: Readonly<Record<string, number>>,
  wordOf: (key: string) => string,
): string {
  return Object.entries(counts)
    .map(([key, count]) => `${wordOf(key)}: ${count}`)
    .join(", ");
}

/** Retention and erasure take the words away and leave the row to be counted: a link still needs a name. */
export function questionInWords(question: string): string {
  return question === "" ? "(lời đã được xóa)" : question;
}
