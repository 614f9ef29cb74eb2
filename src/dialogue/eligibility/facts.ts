import { ENTERPRISE_KINDS } from "../../registry/views.ts";

/** What may be asked before a verdict, and the answers there are. Every question has "unknown". */

export const DONT_KNOW = "unknown";

const yesNo = { yes: "Có", no: "Không", unknown: "Không rõ" } as const;

export const FACTS = {
  want: {
    class: "Dự lớp tập huấn",
    funding: "Xin hỗ trợ áp dụng tiêu chuẩn, công cụ, chứng nhận",
    vietgap: "VietGAP",
    organic: "Giấy chứng nhận hữu cơ",
    cooperative: "Chính sách cho hợp tác xã, tổ hợp tác",
    traceability: "Truy xuất nguồn gốc",
    barcode: "Mã số mã vạch",
    management: "Khóa đào tạo quản trị",
    export: "Thử nghiệm, chứng nhận hàng xuất khẩu chủ lực",
    unknown: "Không rõ, chưa biết xin gì",
  },
  kind: { ...ENTERPRISE_KINDS, khac: "Khác (trang trại, cá nhân, tổ chức…)", unknown: "Không rõ" },
  other: {
    farm: "Trang trại, hộ nông dân",
    trader: "Cá nhân kinh doanh",
    legal_body: "Tổ chức có tư cách pháp nhân",
    unknown: "Không rõ",
  },
  size: {
    micro: "Siêu nhỏ",
    small: "Nhỏ",
    medium: "Vừa",
    large: "Lớn hơn",
    unknown: "Không rõ",
  },
  chain: yesNo,
  barred: {
    no: "Không vướng",
    debt: "Còn nợ hoàn trả kinh phí nhà nước",
    suspended_task: "Có nhiệm vụ bị đình chỉ, hết đình chỉ chưa đủ 1 năm",
    suspended: "Đang bị đình chỉ hoạt động hoặc bị khởi tố",
    unknown: "Không rõ",
  },
  otherBudget: yesNo,
  lesson: {
    law: "Phổ biến văn bản pháp luật mới",
    other: "Lớp khác (năng suất, công cụ, truy xuất…)",
    unknown: "Không rõ",
  },
  vietgap: {
    survey: "Khảo sát, phân tích mẫu đất, nước",
    certification_money: "Tiền thuê chứng nhận VietGAP",
    certificate: "Được cấp giấy VietGAP trồng trọt",
    unknown: "Không rõ",
  },
  crop: {
    listed: "Rau, quả, chè, cà phê, hồ tiêu hoặc lúa",
    other: "Sản phẩm khác",
    unknown: "Không rõ",
  },
  project: yesNo,
  scheme: {
    tcvn: "Tiêu chuẩn quốc gia (TCVN)",
    pgs: "PGS (bảo đảm cùng tham gia)",
    foreign: "Tiêu chuẩn nước ngoài",
    unknown: "Không rõ",
  },
  certified: {
    no: "Chưa chứng nhận",
    renewal: "Đã có giấy, nay xin cấp lại",
    done: "Đã tự làm xong, muốn được trả lại tiền",
    unknown: "Không rõ",
  },
  paidBefore: yesNo,
  groupPaper: yesNo,
  sanction: yesNo,
  criterion: {
    members: "Thành viên tăng 2 năm liền",
    internal: "Tỷ lệ giao dịch nội bộ tăng",
    fund: "Quỹ hoặc tài sản chung không chia tăng",
    trained: "Ít nhất 5% thành viên, lao động đã học bồi dưỡng",
    young: "Mới lập chưa quá 36 tháng ở địa bàn khó khăn",
    none: "Chưa đạt tiêu chí nào",
    unknown: "Không rõ",
  },
  groupCriterion: {
    members: "Thành viên tăng 2 năm liền",
    trained: "Ít nhất 5% thành viên, lao động đã học bồi dưỡng",
    young: "Mới lập ở địa bàn khó khăn",
    none: "Chưa đạt tiêu chí nào",
    unknown: "Không rõ",
  },
  highRisk: yesNo,
  ownCode: yesNo,
  developing: yesNo,
  laboratory: yesNo,
} as const;

export type FactId = keyof typeof FACTS;
type FactValue<F extends FactId> = keyof (typeof FACTS)[F] & string;
export type Facts = { readonly [F in FactId]?: FactValue<F> };

export const FACT_IDS = Object.keys(FACTS) as FactId[];

/** Which answers a question or a rule needs: every fact named has one of the values given. */
export type Conditions = { readonly [F in FactId]?: readonly FactValue<F>[] };

export function holds(conditions: Conditions, facts: Facts): boolean {
  return FACT_IDS.every((id) => {
    const wanted: readonly string[] | undefined = conditions[id];
    const given = facts[id];
    return wanted === undefined || (given !== undefined && wanted.includes(given));
  });
}

/** The answer as it was offered: "Hộ kinh doanh". */
export function inWords(id: FactId, value: string): string {
  const labels: Readonly<Record<string, string>> = FACTS[id];
  return labels[value] ?? value;
}

export function isAnswer(id: FactId, value: unknown): boolean {
  return typeof value === "string" && Object.hasOwn(FACTS[id], value);
}
