import type { ActivityDetails } from "../../../console/activities/port.ts";
import type { PilotDetails } from "../../../console/pilots/port.ts";
import type { ResultDetails } from "../../../console/results/port.ts";
import type { PilotStatus, ResultStatus } from "../../../registry/states.ts";

/** Invented like all of the demo; `at` is a place in the list of invented enterprises, days are of this year. */

type Kept = Pick<ResultDetails, "kind" | "standard" | "amounts">;

export const RESULTS: readonly (Kept & { at: number; yearsAgo: number; status: ResultStatus })[] = [
  {
    at: 2,
    kind: "he_thong_cong_cu",
    standard: "5S (demo)",
    amounts: { ngan_sach_tinh: 30_000_000, co_so: 10_000_000 },
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 2,
    kind: "chung_nhan",
    standard: "ISO 9001 (demo)",
    amounts: { ngan_sach_tinh: 45_000_000 },
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 5,
    kind: "so_hoa",
    standard: "Phần mềm quản lý (demo)",
    amounts: { co_so: 25_000_000 },
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 1,
    kind: "truy_xuat_gap",
    standard: "VietGAP (demo)",
    amounts: { ngan_sach_tinh: 20_000_000 },
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 8,
    kind: "truy_xuat_gap",
    standard: "Truy xuất (demo)",
    amounts: {},
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 0,
    kind: "chung_nhan",
    standard: "HACCP (demo)",
    amounts: { trung_uong: 15_000_000 },
    yearsAgo: 0,
    status: "confirmed",
  },
  {
    at: 7,
    kind: "chung_nhan",
    standard: "ISO 22000 (demo)",
    amounts: { ngan_sach_tinh: 50_000_000 },
    yearsAgo: 0,
    status: "recorded",
  },
  { at: 11, kind: "he_thong_cong_cu", standard: "Kaizen (demo)", amounts: {}, yearsAgo: 0, status: "voided" },
  {
    at: 2,
    kind: "he_thong_cong_cu",
    standard: "Lean (demo)",
    amounts: { ngan_sach_tinh: 12_000_000 },
    yearsAgo: 1,
    status: "confirmed",
  },
  {
    at: 10,
    kind: "truy_xuat_gap",
    standard: "VietGAP (demo)",
    amounts: {},
    yearsAgo: 1,
    status: "confirmed",
  },
];

export const PILOTS: readonly (Pick<PilotDetails, "title" | "standard"> & {
  at: number;
  yearsAgo: number;
  way: readonly PilotStatus[];
  inspections: number;
})[] = [
  {
    at: 2,
    title: "Xưởng gọn, sạch (demo)",
    standard: "5S",
    yearsAgo: 0,
    way: ["approved", "monitored", "recognised"],
    inspections: 2,
  },
  {
    at: 1,
    title: "Vườn rau truy xuất được (demo)",
    standard: "VietGAP",
    yearsAgo: 1,
    way: ["approved", "monitored", "recognised"],
    inspections: 1,
  },
  {
    at: 5,
    title: "Nhà máy số (demo)",
    standard: "",
    yearsAgo: 0,
    way: ["approved", "monitored"],
    inspections: 1,
  },
  {
    at: 7,
    title: "Chế biến thủy sản an toàn (demo)",
    standard: "HACCP",
    yearsAgo: 0,
    way: [],
    inspections: 0,
  },
];

export const ACTIVITIES: readonly (Omit<ActivityDetails, "year"> & { yearsAgo: number })[] = [
  {
    item: "2",
    title: "Rà soát văn bản về năng suất chất lượng (demo)",
    lead: "Phòng demo",
    status: "running",
    costs: {},
    evidence: null,
    note: "",
    yearsAgo: 0,
  },
  {
    item: "3",
    title: "Kiểm tra ghi nhãn tại chợ (demo)",
    lead: "Phòng demo",
    status: "done",
    costs: { ngan_sach_tinh: 8_000_000 },
    evidence: "Biên bản demo",
    note: "",
    yearsAgo: 0,
  },
  {
    item: "4",
    title: "Ký phối hợp với hội (demo)",
    lead: "Phòng demo",
    status: "done",
    costs: {},
    evidence: "Biên bản demo",
    note: "",
    yearsAgo: 0,
  },
  {
    item: "5",
    title: "Học tập mô hình tỉnh bạn (demo)",
    lead: "Phòng demo",
    status: "planned",
    costs: { ngan_sach_tinh: 40_000_000, khac: 5_000_000 },
    evidence: null,
    note: "",
    yearsAgo: 0,
  },
  {
    item: "tuyen_truyen",
    title: "Phóng sự truyền hình (demo)",
    lead: "Đài demo",
    status: "done",
    costs: { ngan_sach_tinh: 15_000_000 },
    evidence: "Bản ghi demo",
    note: "",
    yearsAgo: 0,
  },
  {
    item: "khen_thuong",
    title: "Hồ sơ giải thưởng chất lượng (demo)",
    lead: "Phòng demo",
    status: "running",
    costs: {},
    evidence: null,
    note: "",
    yearsAgo: 0,
  },
];

export const NEEDS: readonly { at: number; source: string; topic: string; people: number; met: boolean }[] = [
  { at: 1, source: "Liên minh Hợp tác xã (demo)", topic: "VietGAP", people: 12, met: true },
  { at: 4, source: "Liên minh Hợp tác xã (demo)", topic: "VietGAP", people: 8, met: false },
  { at: 10, source: "Liên minh Hợp tác xã (demo)", topic: "Truy xuất nguồn gốc", people: 5, met: true },
  { at: 2, source: "Hiệp hội doanh nghiệp (demo)", topic: "5S", people: 20, met: false },
  { at: 5, source: "Hiệp hội doanh nghiệp (demo)", topic: "ISO 9001", people: 6, met: false },
];
