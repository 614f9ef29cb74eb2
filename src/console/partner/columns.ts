import { ENTERPRISE_KINDS, type EnterpriseKind } from "../../registry/views.ts";

/** Columns of the list that associations hand in, in the order of the template. */
export const COLUMNS = {
  name: { header: "Tên đơn vị", width: 38, required: true },
  kind: { header: "Loại hình", width: 18, required: true },
  taxId: { header: "Mã số thuế", width: 16, required: false },
  commune: { header: "Xã, phường, đặc khu", width: 24, required: true },
  person: { header: "Người liên hệ", width: 24, required: false },
  phone: { header: "SĐT", width: 16, required: false },
  topic: { header: "Nội dung cần tập huấn", width: 36, required: true },
  year: { header: "Năm", width: 8, required: true },
  quarter: { header: "Quý", width: 8, required: false },
  people: { header: "Số người", width: 10, required: false },
  note: { header: "Ghi chú", width: 36, required: false },
} as const;

export type ColumnKey = keyof typeof COLUMNS;

export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];

export const KIND_WORDS: Readonly<Record<EnterpriseKind, readonly string[]>> = {
  doanh_nghiep: [ENTERPRISE_KINDS.doanh_nghiep, "DN", "Công ty"],
  htx: [ENTERPRISE_KINDS.htx, "HTX"],
  lien_hiep_htx: [ENTERPRISE_KINDS.lien_hiep_htx, "Liên hiệp HTX"],
  to_hop_tac: [ENTERPRISE_KINDS.to_hop_tac, "THT"],
  ho_kinh_doanh: [ENTERPRISE_KINDS.ho_kinh_doanh, "HKD", "Hộ"],
  khac: [ENTERPRISE_KINDS.khac],
};

export const QUARTERS = [1, 2, 3, 4] as const;
