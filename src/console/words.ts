import type { ContactStatus, RequestStatus } from "../registry/states.ts";
import type { Tone } from "./kit/parts.tsx";

/** Words for what several features show. */

const CHANNELS: Readonly<Record<string, string>> = {
  web: "Web",
  telegram: "Telegram",
  "zalo-bot": "Zalo Bot",
  "zalo-oa": "Zalo OA",
  "zalo-personal": "Zalo cá nhân",
};

export function channelName(channel: string): string {
  return CHANNELS[channel] ?? channel;
}

export const REQUEST_STATES: Readonly<Record<RequestStatus, string>> = {
  received: "Mới nhận",
  assigned: "Đã giao",
  in_progress: "Đang xử lý",
  needs_info: "Chờ bổ sung",
  guided: "Đã hướng dẫn",
  forwarded: "Đã chuyển cơ quan khác",
  accepted: "Chấp nhận hỗ trợ",
  refused: "Từ chối",
  withdrawn: "Người gửi đã rút",
  supporting: "Đang hỗ trợ",
  completed: "Hoàn thành",
  merged: "Đã gộp",
};

export const REQUEST_TONES: Readonly<Record<RequestStatus, Tone>> = {
  received: "waiting",
  assigned: "plain",
  in_progress: "plain",
  needs_info: "waiting",
  guided: "good",
  forwarded: "plain",
  accepted: "good",
  refused: "bad",
  withdrawn: "plain",
  supporting: "good",
  completed: "good",
  merged: "plain",
};

export const CONTACT_STATES: Readonly<Record<ContactStatus, string>> = {
  claimed: "Chưa xác minh",
  verified: "Đã xác minh",
  revoked: "Đã bỏ xác minh",
};

export const CONTACT_TONES: Readonly<Record<ContactStatus, Tone>> = {
  claimed: "waiting",
  verified: "good",
  revoked: "bad",
};
