import type { FileRef } from "../conversation/message.ts";
import type { AttendeeStatus, ContactStatus, EventStatus, RequestStatus } from "./states.ts";

/** What a dialogue may see of the registry: plain data, read before the dialogue is asked. */

export const ENTERPRISE_KINDS = {
  doanh_nghiep: "Doanh nghiệp",
  htx: "Hợp tác xã",
  lien_hiep_htx: "Liên hiệp hợp tác xã",
  to_hop_tac: "Tổ hợp tác",
  ho_kinh_doanh: "Hộ kinh doanh",
  khac: "Khác",
} as const;
export type EnterpriseKind = keyof typeof ENTERPRISE_KINDS;

export interface EnterpriseDetails {
  kind: EnterpriseKind;
  name: string;
  /** as typed, digits only; 10, 12 or 13 of them when it is well formed */
  taxId: string | null;
  /** code of the commune (5 digits), where it was recognised */
  communeCode: string | null;
  /** the commune as the person wrote it */
  communeText: string;
}

export interface EnterpriseView extends EnterpriseDetails {
  id: string;
  /** whether staff verified that this contact speaks for it */
  contact: ContactStatus;
}

export interface PersonDetails {
  name: string;
  phone: string;
}

export interface SessionView {
  startsAt: Date;
  endsAt: Date;
  place: string;
}

export interface EventView {
  id: string;
  /** short number people type: `DK 12` */
  keyword: string;
  title: string;
  description: string;
  audience: string;
  /** kinds of enterprise that may register; empty: anyone */
  audienceKinds: readonly EnterpriseKind[];
  status: EventStatus;
  sessions: readonly SessionView[];
  capacity: number;
  seatsLeft: number;
  waiting: number;
  capPerEnterprise: number | null;
  opensAt: Date;
  closesAt: Date;
  /** Vietnamese, e.g. "miễn phí" */
  cost: string;
  invitation: string | null;
  planRef: string | null;
}

export interface AttendeeView {
  id: string;
  name: string;
  phone: string | null;
  position: string | null;
  status: AttendeeStatus;
  /** place on the waiting list, 1 is next; only while waiting */
  waitingPosition: number | null;
  /** until when an offered seat is kept */
  offerExpiresAt: Date | null;
}

export interface RegistrationView {
  id: string;
  code: string;
  event: EventView;
  enterprise: EnterpriseView;
  submitter: PersonDetails;
  attendees: readonly AttendeeView[];
}

export const REQUEST_KINDS = {
  he_thong_cong_cu: "Áp dụng hệ thống quản lý, công cụ cải tiến năng suất",
  truy_xuat_gap: "Truy xuất nguồn gốc, GAP, hữu cơ, năng suất xanh",
  so_hoa: "Công nghệ số, sản xuất thông minh",
  chung_nhan: "Chứng nhận sản phẩm, hệ thống quản lý",
  vuong_mac: "Vướng mắc, khó khăn khác",
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

export interface RequestView {
  id: string;
  code: string;
  kind: RequestKind | "gap_can_bo" | "cau_hoi" | "du_lieu";
  description: string;
  status: RequestStatus;
  createdAt: Date;
  dueAt: Date;
  files: readonly FileRef[];
  /** what staff wrote, oldest first */
  answers: readonly { text: string; at: Date }[];
  /** what the person wrote after it was sent, oldest first */
  additions?: readonly { text: string; at: Date }[];
}

export const CONSENT_PURPOSES = {
  registration: "đăng ký lớp và xử lý yêu cầu hỗ trợ",
  announcement: "nhận thông báo về lớp và chính sách",
  external_model: "dùng mô hình ngôn ngữ bên ngoài để hiểu câu hỏi",
  voice: "chuyển tin thoại thành chữ trên máy chủ của cơ quan",
  external_voice: "chuyển tin thoại thành chữ ở nhà cung cấp bên ngoài",
} as const;
export type ConsentPurpose = keyof typeof CONSENT_PURPOSES;

export interface ConsentView {
  purpose: ConsentPurpose;
  noticeVersion: string;
  givenAt: Date;
}

/** Everything this person created from this chat; what a chat may see and change. */
export interface Mine {
  person: PersonDetails | null;
  enterprise: EnterpriseView | null;
  registrations: readonly RegistrationView[];
  requests: readonly RequestView[];
  topics: readonly Topic[];
  /** given and not withdrawn */
  consents: readonly ConsentView[];
}

export const TOPICS = {
  lop: "Lớp tập huấn, hội thảo mới",
  ma_vach: "Mã số mã vạch",
  truy_xuat: "Truy xuất nguồn gốc",
  gap_huu_co: "VietGAP, hữu cơ, OCOP",
  he_thong: "Hệ thống quản lý, công cụ năng suất",
  ho_tro: "Chính sách hỗ trợ",
  giai_thuong: "Giải thưởng chất lượng",
  nhac_phi: "Nhắc nộp phí duy trì mã vạch (hạn 30/6)",
} as const;
export type Topic = keyof typeof TOPICS;

export const NOTHING_OF_MINE: Mine = {
  person: null,
  enterprise: null,
  registrations: [],
  requests: [],
  topics: [],
  consents: [],
};
