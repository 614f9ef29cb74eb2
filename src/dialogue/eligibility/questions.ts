import type { Conditions, FactId } from "./facts.ts";

/** A place in the knowledge: number of the document (or name of the guide) and anchor. */
export interface Place {
  document: string;
  section: string;
}

export interface Question {
  id: FactId;
  text: string;
  /** in a list of answers */
  label: string;
  /** asked where one of these holds; empty: always */
  when: readonly Conditions[];
  /** where the figures of the question stand */
  basis?: Place;
}

const FUNDED = ["doanh_nghiep", "htx", "lien_hiep_htx"] as const;

/** In the order of asking; the first that applies and is open is asked. No path has more than six. */
export const QUESTIONS: readonly Question[] = [
  {
    id: "want",
    label: "Muốn hỏi",
    text: "Anh/chị muốn xem mình được tham gia hay hỗ trợ về việc gì?",
    when: [],
  },
  {
    id: "kind",
    label: "Loại hình",
    text: "Đơn vị của anh/chị thuộc loại nào?",
    when: [{ want: ["class", "funding", "organic", "cooperative", "management", "export", "barcode"] }],
  },
  {
    id: "other",
    label: "Cụ thể",
    text: "Cụ thể là loại nào ạ?",
    when: [{ want: ["funding", "organic", "management"], kind: ["khac"] }],
  },
  {
    id: "lesson",
    label: "Lớp",
    text: "Anh/chị muốn dự lớp nào?",
    when: [{ want: ["class"], kind: ["ho_kinh_doanh", "to_hop_tac", "khac"] }],
  },
  {
    id: "size",
    label: "Quy mô",
    text:
      "Doanh nghiệp cỡ nào? Ngành nông, lâm, thủy sản, công nghiệp, xây dựng: siêu nhỏ tối đa 10, nhỏ tối đa 100, " +
      "vừa tối đa 200 lao động. Thương mại, dịch vụ: 10, 50, 100 (xét thêm doanh thu hoặc vốn).",
    when: [{ want: ["funding", "organic", "management"], kind: ["doanh_nghiep"] }],
    basis: { document: "80/2021/NĐ-CP", section: "Điều 5" },
  },
  {
    id: "chain",
    label: "Trong cụm liên kết ngành, chuỗi giá trị",
    text:
      "Doanh nghiệp có ở trong cụm liên kết ngành (từ 10 doanh nghiệp cùng địa bàn) hoặc chuỗi giá trị " +
      "(có doanh nghiệp đầu chuỗi) không?",
    when: [{ want: ["funding"], kind: ["doanh_nghiep"], size: ["micro", "small", "medium"] }],
    basis: { document: "80/2021/NĐ-CP", section: "Điều 23, 24" },
  },
  {
    id: "barred",
    label: "Nợ kinh phí, đình chỉ",
    text: "Đơn vị có đang vướng việc nào sau đây không?",
    when: [
      { want: ["funding"], kind: FUNDED },
      { want: ["funding"], kind: ["khac"], other: ["legal_body"] },
    ],
    basis: { document: "268/2025/NĐ-CP", section: "Điều 9 khoản 2" },
  },
  {
    id: "otherBudget",
    label: "Đã nhận ngân sách cho cùng nội dung",
    text: "Cùng nội dung này, đơn vị đã hoặc đang nhận một nguồn ngân sách nhà nước khác chưa?",
    when: [
      { want: ["funding"], kind: FUNDED, barred: ["no", "unknown"] },
      { want: ["funding"], kind: ["khac"], other: ["legal_body"], barred: ["no", "unknown"] },
    ],
    basis: { document: "268/2025/NĐ-CP", section: "Điều 11" },
  },
  {
    id: "vietgap",
    label: "Cần về VietGAP",
    text: "Về VietGAP, anh/chị cần gì?",
    when: [{ want: ["vietgap"] }],
  },
  {
    id: "crop",
    label: "Sản phẩm",
    text: "Anh/chị trồng, sản xuất gì?",
    when: [{ want: ["vietgap"], vietgap: ["survey"] }],
    basis: { document: "01/2012/QĐ-TTg", section: "Điều 2" },
  },
  {
    id: "project",
    label: "Trong dự án được duyệt",
    text: "Vùng sản xuất của anh/chị có nằm trong dự án VietGAP đã được duyệt không?",
    when: [{ want: ["vietgap"], vietgap: ["survey"], crop: ["listed", "unknown"] }],
    basis: { document: "01/2012/QĐ-TTg", section: "Điều 5 khoản 1" },
  },
  {
    id: "scheme",
    label: "Tiêu chuẩn hữu cơ",
    text: "Anh/chị làm hữu cơ theo tiêu chuẩn nào?",
    when: [
      { want: ["organic"], kind: ["htx", "ho_kinh_doanh"] },
      { want: ["organic"], kind: ["doanh_nghiep"], size: ["micro", "small", "unknown"] },
      { want: ["organic"], kind: ["khac"], other: ["farm"] },
    ],
    basis: { document: "109/2018/NĐ-CP", section: "Điều 17 khoản 5" },
  },
  {
    id: "certified",
    label: "Đã chứng nhận hữu cơ",
    text: "Anh/chị đã làm chứng nhận hữu cơ chưa?",
    when: [{ want: ["organic"], scheme: ["tcvn", "pgs", "unknown"] }],
    basis: { document: "109/2018/NĐ-CP", section: "Điều 17 khoản 4 điểm b" },
  },
  {
    id: "paidBefore",
    label: "Từng được hỗ trợ khoản này",
    text: "Trước đây Nhà nước đã từng trả khoản này cho đơn vị chưa? (Khoản này chỉ hỗ trợ một lần.)",
    when: [
      { want: ["organic"], certified: ["no", "renewal", "unknown"] },
      { want: ["export"], developing: ["yes", "unknown"], laboratory: ["yes", "unknown"] },
    ],
  },
  {
    id: "groupPaper",
    label: "Giấy chứng nhận đăng ký tổ hợp tác",
    text: "Tổ hợp tác đã có Giấy chứng nhận đăng ký tổ hợp tác chưa?",
    when: [{ want: ["cooperative"], kind: ["to_hop_tac"] }],
    basis: { document: "113/2024/NĐ-CP", section: "Điều 6 khoản 2" },
  },
  {
    id: "sanction",
    label: "Đang bị xử phạt, thi hành án",
    text: "Hiện đơn vị có đang bị xử phạt hoặc thi hành án không?",
    when: [
      { want: ["cooperative"], kind: ["htx", "lien_hiep_htx"] },
      { want: ["cooperative"], kind: ["to_hop_tac"], groupPaper: ["yes", "unknown"] },
    ],
    basis: { document: "17/2023/QH15", section: "Điều 18 (hợp tác xã)" },
  },
  {
    id: "criterion",
    label: "Tiêu chí Điều 18 Luật Hợp tác xã",
    text: "Hợp tác xã đạt tiêu chí nào dưới đây? (Chỉ cần một.)",
    when: [{ want: ["cooperative"], kind: ["htx", "lien_hiep_htx"], sanction: ["no", "unknown"] }],
    basis: { document: "113/2024/NĐ-CP", section: "Điều 6 khoản 1" },
  },
  {
    id: "groupCriterion",
    label: "Tiêu chí của tổ hợp tác",
    text: "Tổ hợp tác đạt tiêu chí nào dưới đây? (Chỉ cần một.)",
    when: [
      {
        want: ["cooperative"],
        kind: ["to_hop_tac"],
        groupPaper: ["yes", "unknown"],
        sanction: ["no", "unknown"],
      },
    ],
    basis: { document: "113/2024/NĐ-CP", section: "Điều 6 khoản 2" },
  },
  {
    id: "highRisk",
    label: "Trong danh mục rủi ro cao",
    text: "Sản phẩm có nằm trong danh mục rủi ro cao của bộ quản lý ngành không?",
    when: [{ want: ["traceability"] }],
    basis: { document: "37/2026/NĐ-CP", section: "Điều 22 khoản 1, 2" },
  },
  {
    id: "ownCode",
    label: "Đã có mã số mã vạch",
    text: "Đơn vị đã được cấp mã số mã vạch chưa?",
    when: [{ want: ["barcode"] }],
  },
  {
    id: "developing",
    label: "Đang nghiên cứu phát triển sản phẩm xuất khẩu chủ lực",
    text: "Sản phẩm có đang trong quá trình nghiên cứu phát triển sản phẩm xuất khẩu chủ lực không?",
    when: [{ want: ["export"], kind: ["doanh_nghiep"] }],
    basis: { document: "37/2026/NĐ-CP", section: "Điều 12 khoản 3" },
  },
  {
    id: "laboratory",
    label: "Nơi thử nghiệm được công nhận hoặc chỉ định",
    text: "Nơi thử nghiệm đã được công nhận theo tiêu chuẩn quốc tế hoặc được chỉ định chưa?",
    when: [{ want: ["export"], kind: ["doanh_nghiep"], developing: ["yes", "unknown"] }],
    basis: { document: "37/2026/NĐ-CP", section: "Điều 12 khoản 3" },
  },
];
