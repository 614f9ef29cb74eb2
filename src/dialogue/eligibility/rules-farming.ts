import type { Rule } from "./rule.ts";
import { DECREE_109, guide, place, VIETGAP_DECISION } from "./places.ts";

const LISTED = place(VIETGAP_DECISION, "Điều 2");
const SURVEYS = place(VIETGAP_DECISION, "Điều 5 khoản 1");
const VIETGAP = guide("Hỗ trợ VietGAP");
const ORGANIC = place(DECREE_109, "Điều 17 khoản 1");
const ASK_FIRST = place(DECREE_109, "Điều 17 khoản 4 điểm b");
const PGS = place(DECREE_109, "Điều 17 khoản 5");

const BEFOREHAND =
  "Gửi văn bản đề nghị TRƯỚC khi chứng nhận: cơ quan nhà nước chọn và trả tiền thẳng cho tổ chức chứng nhận";
const SELF_ASSESSMENT = "Kết quả tự đánh giá nội bộ đạt tiêu chuẩn quốc gia (TCVN) về hữu cơ";
const BUDGET = "Hỏi nơi được ủy quyền nhận đề nghị và ngân sách của tỉnh: chưa kiểm chứng";

const request = "truy_xuat_gap" as const;

/** VietGAP (decision 01/2012) and certificates of organic farming (decree 109/2018). */
export const farmingRules: readonly Rule[] = [
  {
    case: "vietgap-certification-money",
    when: { want: ["vietgap"], vietgap: ["certification_money"] },
    verdict: "unverified",
    says: "chưa có căn cứ chắc chắn về tiền thuê chứng nhận VietGAP và danh mục riêng của tỉnh",
    basis: [VIETGAP, LISTED],
    prepare: ["Gửi yêu cầu để cán bộ xem năm nay có chính sách nào không"],
    request,
  },
  {
    case: "vietgap-certificate",
    when: { want: ["vietgap"], vietgap: ["certificate"] },
    verdict: "may_join",
    says: "giấy do tổ chức chứng nhận đã đăng ký hoạt động cấp theo TCVN 11892-1; dùng bản nào chưa kiểm chứng",
    basis: [
      guide("Chứng nhận VietGAP trồng trọt"),
      place("TCVN 11892-1", "Tổ chức chứng nhận"),
      place("TCVN 11892-1", "Bản 2017 và bản 2026"),
    ],
    prepare: [
      "Xem giấy đăng ký hoạt động của tổ chức chứng nhận còn hạn, đúng phạm vi trồng trọt",
      "Người quản lý, người lao động, người kiểm tra nội bộ được tập huấn VietGAP",
      "Kiểm tra bản TCVN 11892-1 đang áp dụng tại tieuchuan.vsqi.gov.vn",
    ],
    request,
  },
  {
    case: "vietgap-other-crop",
    when: { want: ["vietgap"], crop: ["other"] },
    verdict: "unverified",
    says: "sản phẩm ngoài danh mục trồng trọt của Bộ; danh mục riêng của tỉnh chưa kiểm chứng",
    basis: [LISTED, VIETGAP],
    prepare: ["Hỏi danh mục sản phẩm được hỗ trợ của tỉnh"],
    request,
  },
  {
    case: "vietgap-no-project",
    when: { want: ["vietgap"], project: ["no"] },
    verdict: "not_addressed",
    says: "lúc này: khoản khảo sát, phân tích mẫu chỉ chi theo dự án được duyệt",
    basis: [SURVEYS, LISTED],
    prepare: ["Hỏi địa phương có dự án VietGAP nào sắp lập để tham gia"],
    request,
  },
  {
    case: "vietgap-clear",
    when: { want: ["vietgap"], vietgap: ["survey"], crop: ["listed"], project: ["yes"] },
    verdict: "may_apply",
    says: "ngân sách trả 100% khảo sát, phân tích mẫu theo dự án; nay còn bố trí tiền hay không chưa kiểm chứng",
    basis: [LISTED, SURVEYS, VIETGAP],
    prepare: [
      "Tên dự án đã duyệt mà vùng của anh/chị nằm trong đó",
      "Hỏi năm nay dự án có được bố trí tiền không",
    ],
    request,
  },
  {
    case: "vietgap-unclear",
    when: { want: ["vietgap"] },
    verdict: "unverified",
    says: "cần biết rõ khoản muốn xin, sản phẩm và dự án",
    basis: [LISTED, SURVEYS, VIETGAP],
    prepare: [
      "Sản phẩm có trong danh mục được hỗ trợ không",
      "Vùng sản xuất có trong dự án được duyệt không",
    ],
    request,
  },
  {
    case: "organic-done",
    when: { want: ["organic"], certified: ["done"] },
    verdict: "not_addressed",
    says: "khi đã tự làm chứng nhận xong: khoản này phải đề nghị trước, không trả theo hóa đơn tự làm",
    basis: [ASK_FIRST, guide("Giấy chứng nhận hữu cơ")],
    prepare: ["Lần cấp lại sau: gửi đề nghị trước khi chứng nhận, kèm bản sao giấy lần đầu"],
    request,
  },
  {
    case: "organic-had-it",
    when: { want: ["organic"], paidBefore: ["yes"] },
    verdict: "not_addressed",
    says: "khoản này chỉ hỗ trợ một lần",
    basis: [ORGANIC, guide("Giấy chứng nhận hữu cơ")],
    prepare: ["Đào tạo, mô hình hữu cơ là khoản khác, phải nằm trong dự án được duyệt: gửi yêu cầu để hỏi"],
    request,
  },
  {
    case: "organic-larger",
    when: { want: ["organic"], kind: ["doanh_nghiep"], size: ["medium", "large"] },
    verdict: "not_addressed",
    says: "khoản này dành cho doanh nghiệp nhỏ, hợp tác xã, trang trại, hộ",
    basis: [ORGANIC],
    prepare: [
      "Xem thử đường khác: xin hỗ trợ áp dụng tiêu chuẩn, chứng nhận; hỏi lại ở “Hỏi trường hợp khác”",
    ],
    request,
  },
  {
    case: "organic-not-named",
    when: { want: ["organic"], kind: ["lien_hiep_htx", "to_hop_tac", "unknown"] },
    verdict: "unverified",
    says: "nghị định nêu doanh nghiệp nhỏ, hợp tác xã, trang trại, hộ",
    basis: [ORGANIC],
    prepare: ["Gửi yêu cầu để cán bộ xác nhận loại hình của anh/chị", BEFOREHAND],
    request,
  },
  {
    case: "organic-other",
    when: { want: ["organic"], kind: ["khac"], other: ["trader", "legal_body", "unknown"] },
    verdict: "unverified",
    says: "nghị định nêu doanh nghiệp nhỏ, hợp tác xã, trang trại, hộ",
    basis: [ORGANIC],
    prepare: ["Gửi yêu cầu để cán bộ xác nhận loại hình của anh/chị", BEFOREHAND],
    request,
  },
  {
    case: "organic-foreign",
    when: { want: ["organic"], scheme: ["foreign"] },
    verdict: "unverified",
    says: "căn cứ chỉ nói giấy theo tiêu chuẩn quốc gia (TCVN) và PGS",
    basis: [ORGANIC, PGS],
    prepare: ["Gửi yêu cầu để cán bộ xác nhận", BEFOREHAND],
    request,
  },
  {
    case: "organic-unclear",
    when: { want: ["organic"], size: ["unknown"] },
    verdict: "unverified",
    says: "cần xác định doanh nghiệp có phải cỡ nhỏ không",
    basis: [ORGANIC, ASK_FIRST],
    prepare: ["Số lao động đóng bảo hiểm xã hội bình quân năm, doanh thu hoặc vốn", BEFOREHAND],
    request,
  },
  {
    case: "organic-unclear-answers",
    when: { want: ["organic"], certified: ["unknown"] },
    verdict: "unverified",
    says: "cần biết đã làm chứng nhận hay chưa",
    basis: [ORGANIC, ASK_FIRST],
    prepare: [BEFOREHAND, SELF_ASSESSMENT],
    request,
  },
  {
    case: "organic-unclear-before",
    when: { want: ["organic"], paidBefore: ["unknown"] },
    verdict: "unverified",
    says: "cần biết trước đây đã được hỗ trợ khoản này chưa, vì chỉ hỗ trợ một lần",
    basis: [ORGANIC, ASK_FIRST],
    prepare: [BEFOREHAND, SELF_ASSESSMENT],
    request,
  },
  {
    case: "organic-unclear-scheme",
    when: { want: ["organic"], scheme: ["unknown"] },
    verdict: "unverified",
    says: "cần biết làm theo tiêu chuẩn nào: khoản này nói giấy theo TCVN và PGS",
    basis: [ORGANIC, PGS, ASK_FIRST],
    prepare: [BEFOREHAND, SELF_ASSESSMENT],
    request,
  },
  {
    case: "organic-pgs",
    when: { want: ["organic"], scheme: ["pgs"], certified: ["no", "renewal"], paidBefore: ["no"] },
    verdict: "may_apply",
    says: "một lần 100% chi phí cấp giấy PGS",
    basis: [PGS, ASK_FIRST],
    prepare: [BEFOREHAND, SELF_ASSESSMENT, BUDGET],
    request,
  },
  {
    case: "organic-renewal",
    when: { want: ["organic"], scheme: ["tcvn"], certified: ["renewal"], paidBefore: ["no"] },
    verdict: "may_apply",
    says: "một lần 100% chi phí cấp lại giấy hữu cơ, nếu đề nghị trước",
    basis: [ORGANIC, ASK_FIRST, guide("Giấy chứng nhận hữu cơ")],
    prepare: [BEFOREHAND, SELF_ASSESSMENT, "Bản sao giấy chứng nhận lần đầu", BUDGET],
    request,
  },
  {
    case: "organic-first",
    when: { want: ["organic"], scheme: ["tcvn"], certified: ["no"], paidBefore: ["no"] },
    verdict: "may_apply",
    says: "một lần 100% chi phí cấp giấy hữu cơ, nếu đề nghị trước",
    basis: [ORGANIC, ASK_FIRST, guide("Giấy chứng nhận hữu cơ")],
    prepare: [BEFOREHAND, SELF_ASSESSMENT, BUDGET],
    request,
  },
];
