import type { Rule } from "./rule.ts";
import { COOPERATIVE_LAW, DECREE_268, DECREE_37, DECREE_80, guide, place } from "./places.ts";

const CALL = "Theo dõi thông báo kêu gọi nhiệm vụ của cơ quan quản lý trên cổng thông tin";
const FILE =
  "Hồ sơ 01 bộ: đơn Mẫu I.1, thuyết minh, giấy tờ tư cách pháp lý, cam kết một nguồn ngân sách Mẫu I.6";
const FITTING = "Ngành nghề và năng lực phù hợp với nhiệm vụ";

const FOR_FUNDING = guide("Xin kinh phí – doanh nghiệp, hợp tác xã");
const WHO = place(DECREE_268, "Điều 9 khoản 1");
const EXCLUDED = place(DECREE_268, "Điều 9 khoản 2");
const PAPERS = place(DECREE_268, "Điều 11");

const clear = { barred: ["no"], otherBudget: ["no"] } as const;

/** The plan's four kinds of support (II.3), today a task under decree 268/2025; and key products for export. */
export const fundingRules: readonly Rule[] = [
  {
    case: "funding-household",
    when: { want: ["funding"], kind: ["ho_kinh_doanh"] },
    verdict: "not_addressed",
    says: "hộ kinh doanh không có tư cách pháp nhân (cách hiểu từ văn bản, cán bộ xác nhận giúp)",
    basis: [
      guide("Xin kinh phí – hộ kinh doanh, tổ hợp tác"),
      WHO,
      place(DECREE_268, "Điều 9 khoản 1 (diễn giải)"),
    ],
    prepare: [
      "Xem thử đường khác: khóa quản trị trả 100%, hỗ trợ giấy hữu cơ, tự đăng ký mã số mã vạch",
      "Cần chắc chắn thì gửi yêu cầu để cán bộ xác nhận",
    ],
  },
  {
    case: "funding-group",
    when: { want: ["funding"], kind: ["to_hop_tac"] },
    verdict: "not_addressed",
    says: "tổ hợp tác không có tư cách pháp nhân",
    basis: [guide("Xin kinh phí – hộ kinh doanh, tổ hợp tác"), WHO, place(COOPERATIVE_LAW, "Điều 4")],
    prepare: [
      "Xem thử đường khác: chính sách cho tổ hợp tác theo Luật Hợp tác xã; hỏi lại ở mục “Hỏi trường hợp khác”",
    ],
  },
  {
    case: "funding-trader",
    when: { want: ["funding"], kind: ["khac"], other: ["trader"] },
    verdict: "not_addressed",
    says: "người nộp phải có tư cách pháp nhân (cách hiểu từ văn bản, cán bộ xác nhận giúp)",
    basis: [WHO],
    prepare: ["Cần chắc chắn thì gửi yêu cầu để cán bộ xác nhận"],
  },
  {
    case: "funding-debt",
    when: { want: ["funding"], barred: ["debt"] },
    verdict: "not_addressed",
    says: "trong lúc còn nợ hoàn trả kinh phí nhà nước",
    basis: [EXCLUDED, guide("Xin kinh phí – ai bị loại")],
    prepare: ["Hoàn trả, quyết toán xong rồi hỏi lại"],
  },
  {
    case: "funding-suspended-task",
    when: { want: ["funding"], barred: ["suspended_task"] },
    verdict: "not_addressed",
    says: "trong 01 năm tính từ ngày hết thời hạn đình chỉ nhiệm vụ",
    basis: [EXCLUDED, guide("Xin kinh phí – ai bị loại")],
    prepare: ["Hết thời hạn đó thì hỏi lại"],
  },
  {
    case: "funding-suspended",
    when: { want: ["funding"], barred: ["suspended"] },
    verdict: "not_addressed",
    says: "khi đang bị đình chỉ hoạt động hoặc bị khởi tố",
    basis: [EXCLUDED, guide("Xin kinh phí – ai bị loại")],
    prepare: ["Hết tình trạng đó thì hỏi lại"],
  },
  {
    case: "funding-second-budget",
    when: { want: ["funding"], otherBudget: ["yes"] },
    verdict: "not_addressed",
    says: "với chính nội dung đã nhận ngân sách: mỗi nội dung chỉ nhận một nguồn",
    basis: [PAPERS, FOR_FUNDING],
    prepare: ["Chọn nội dung khác chưa nhận ngân sách rồi hỏi lại"],
  },
  {
    case: "funding-unclear",
    when: { want: ["funding"], barred: ["unknown"] },
    verdict: "unverified",
    says: "cần biết đơn vị có còn nợ kinh phí, bị đình chỉ hay khởi tố không",
    basis: [WHO, EXCLUDED],
    prepare: ["Hỏi kế toán về kinh phí nhà nước phải hoàn trả", FITTING, CALL],
  },
  {
    case: "funding-unclear-budget",
    when: { want: ["funding"], otherBudget: ["unknown"] },
    verdict: "unverified",
    says: "cần biết cùng nội dung này đã nhận nguồn ngân sách nào chưa",
    basis: [WHO, PAPERS],
    prepare: ["Hỏi kế toán về các khoản hỗ trợ đã nhận", FITTING, CALL],
  },
  {
    case: "funding-sme-chain",
    when: {
      want: ["funding"],
      kind: ["doanh_nghiep"],
      size: ["micro", "small", "medium"],
      chain: ["yes"],
      ...clear,
    },
    verdict: "may_apply",
    says:
      "hai đường: nhiệm vụ năng suất chất lượng (mức tối đa 80% giá trị hợp đồng chỉ là trần) và đề xuất theo " +
      "NĐ 80/2021/NĐ-CP cho doanh nghiệp trong cụm, chuỗi",
    basis: [
      WHO,
      place(DECREE_37, "Điều 12 khoản 2"),
      guide("Cụm liên kết, chuỗi giá trị – doanh nghiệp nhỏ và vừa"),
      place(DECREE_80, "Điều 23, 24"),
    ],
    prepare: [FILE, FITTING, "Giấy tờ cho thấy đang ở trong cụm hoặc chuỗi; tự kê khai quy mô", CALL],
  },
  {
    case: "funding-sme",
    when: {
      want: ["funding"],
      kind: ["doanh_nghiep"],
      size: ["micro", "small", "medium"],
      chain: ["no", "unknown"],
      ...clear,
    },
    verdict: "may_apply",
    says: "mức tối đa 80% giá trị hợp đồng chỉ là trần; chương trình nối tiếp chưa kiểm chứng",
    basis: [WHO, place(DECREE_37, "Điều 12 khoản 2"), PAPERS, FOR_FUNDING],
    prepare: [FILE, FITTING, CALL],
  },
  {
    case: "funding-enterprise",
    when: { want: ["funding"], kind: ["doanh_nghiep"], size: ["large", "unknown"], ...clear },
    verdict: "may_apply",
    says: "đề nghị làm nhiệm vụ năng suất chất lượng; mức tiền tùy nhiệm vụ được duyệt",
    basis: [WHO, PAPERS, place(DECREE_268, "Điều 10"), FOR_FUNDING],
    prepare: [FILE, FITTING, CALL],
  },
  {
    case: "funding-cooperative",
    when: { want: ["funding"], kind: ["htx", "lien_hiep_htx"], ...clear },
    verdict: "may_apply",
    says: "đề nghị làm nhiệm vụ năng suất chất lượng; mức 80% có áp cho hợp tác xã hay không chưa kiểm chứng",
    basis: [
      WHO,
      place(DECREE_268, "Điều 9 khoản 1 (diễn giải)"),
      guide("Hỗ trợ đến 80 % – doanh nghiệp nhỏ và vừa"),
      FOR_FUNDING,
    ],
    prepare: [FILE, FITTING, CALL],
  },
  {
    case: "funding-legal-body",
    when: { want: ["funding"], kind: ["khac"], other: ["legal_body"], ...clear },
    verdict: "may_apply",
    says: "đề nghị làm nhiệm vụ năng suất chất lượng, nếu chức năng phù hợp",
    basis: [WHO, PAPERS, place(DECREE_268, "Điều 10")],
    prepare: [FILE, FITTING, CALL],
  },
  {
    case: "funding-unknown-kind",
    when: { want: ["funding"] },
    verdict: "unverified",
    says: "cần biết đơn vị có tư cách pháp nhân hay không",
    basis: [WHO, guide("Xin kinh phí – hộ kinh doanh, tổ hợp tác")],
    prepare: ["Xem giấy đăng ký của đơn vị ghi loại hình nào", "Gửi yêu cầu để cán bộ xác nhận"],
  },
  {
    case: "export-not-enterprise",
    when: {
      want: ["export"],
      kind: ["htx", "lien_hiep_htx", "to_hop_tac", "ho_kinh_doanh", "khac", "unknown"],
    },
    verdict: "unverified",
    says: "nghị định nêu doanh nghiệp sản xuất sản phẩm xuất khẩu chủ lực",
    basis: [place(DECREE_37, "Điều 12 khoản 3")],
    prepare: ["Gửi yêu cầu để cán bộ xác nhận loại hình của anh/chị"],
    request: "chung_nhan",
  },
  {
    case: "export-other-product",
    when: { want: ["export"], developing: ["no"] },
    verdict: "not_addressed",
    says: "khoản này chỉ cho sản phẩm đang nghiên cứu phát triển thành sản phẩm chủ lực",
    basis: [place(DECREE_37, "Điều 12 khoản 3")],
    prepare: [
      "Xem thử đường khác: xin hỗ trợ áp dụng tiêu chuẩn, công cụ, chứng nhận; hỏi lại ở “Hỏi trường hợp khác”",
    ],
    request: "chung_nhan",
  },
  {
    case: "export-other-laboratory",
    when: { want: ["export"], laboratory: ["no"] },
    verdict: "not_addressed",
    says: "khi nơi thử nghiệm chưa được công nhận hoặc chỉ định",
    basis: [place(DECREE_37, "Điều 12 khoản 3")],
    prepare: ["Chọn nơi thử nghiệm được công nhận theo tiêu chuẩn quốc tế hoặc được chỉ định rồi hỏi lại"],
    request: "chung_nhan",
  },
  {
    case: "export-had-it",
    when: { want: ["export"], paidBefore: ["yes"] },
    verdict: "not_addressed",
    says: "khoản này chỉ hỗ trợ một lần",
    basis: [place(DECREE_37, "Điều 12 khoản 3")],
    prepare: ["Sản phẩm khác: gửi yêu cầu để cán bộ xác nhận"],
    request: "chung_nhan",
  },
  {
    case: "export-clear",
    when: { want: ["export"], developing: ["yes"], laboratory: ["yes"], paidBefore: ["no"] },
    verdict: "may_apply",
    says: "một lần, tối đa 30% giá trị hợp đồng thử nghiệm và chứng nhận",
    basis: [
      place(DECREE_37, "Điều 12 khoản 3"),
      place(DECREE_268, "Quan hệ với NĐ 37/2026"),
      guide("Hỗ trợ đến 30 % – sản phẩm xuất khẩu chủ lực"),
    ],
    prepare: ["Hợp đồng thử nghiệm, chứng nhận", "Hồ sơ theo NĐ 268/2025/NĐ-CP", CALL],
    request: "chung_nhan",
  },
  {
    case: "export-unclear",
    when: { want: ["export"] },
    verdict: "unverified",
    says: "còn điều chưa rõ về sản phẩm, nơi thử nghiệm hoặc lần hỗ trợ trước",
    basis: [place(DECREE_37, "Điều 12 khoản 3")],
    prepare: [
      "Sản phẩm có đang được nghiên cứu phát triển thành sản phẩm chủ lực không",
      "Nơi thử nghiệm có được công nhận hoặc chỉ định không",
      "Đã từng nhận khoản này chưa",
    ],
    request: "chung_nhan",
  },
];
