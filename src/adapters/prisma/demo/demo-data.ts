import type { EnterpriseKind, RequestKind } from "../../../registry/views.ts";

/** Invented, and named so that nobody takes them for real. */
export const TRADES: readonly { kind: EnterpriseKind; name: string }[] = [
  { kind: "ho_kinh_doanh", name: "Cơ sở nước mắm Demo" },
  { kind: "htx", name: "Hợp tác xã rau sạch Demo" },
  { kind: "doanh_nghiep", name: "Công ty TNHH cơ khí Demo" },
  { kind: "ho_kinh_doanh", name: "Cơ sở bánh tráng Demo" },
  { kind: "htx", name: "Hợp tác xã hành tỏi Demo" },
  { kind: "doanh_nghiep", name: "Công ty cổ phần chế biến gỗ Demo" },
  { kind: "to_hop_tac", name: "Tổ hợp tác trồng quế Demo" },
  { kind: "doanh_nghiep", name: "Công ty TNHH thủy sản Demo" },
  { kind: "lien_hiep_htx", name: "Liên hiệp hợp tác xã nông nghiệp Demo" },
];

export const PLACES = [
  "Tịnh Khê",
  "Lý Sơn",
  "Vạn Tường",
  "Trà Bồng",
  "Đức Phổ",
  "Mộ Đức",
  "Măng Đen",
  "Kon Tum",
];

export const GIVEN_NAMES = [
  "An",
  "Bình",
  "Châu",
  "Dung",
  "Giang",
  "Hà",
  "Khánh",
  "Liên",
  "Minh",
  "Nga",
  "Oanh",
  "Phúc",
];

export interface DemoEvent {
  keyword: string;
  title: string;
  description: string;
  audience: string;
  audienceKinds: readonly EnterpriseKind[];
  capacity: number;
  capPerEnterprise: number | null;
  /** first day, counted from today; the class takes that many mornings */
  inDays: number;
  mornings: number;
  /** how many enterprises register, each with one to three people */
  registrations: number;
  fate: "open" | "approved" | "draft" | "over" | "cancelled";
}

export const EVENTS: readonly DemoEvent[] = [
  {
    keyword: "1",
    title: "Lớp demo: 5S và Kaizen cho cơ sở nhỏ",
    description: "Sắp xếp nơi làm việc, cải tiến từng bước nhỏ.",
    audience: "Doanh nghiệp, hợp tác xã, hộ kinh doanh",
    audienceKinds: [],
    capacity: 20,
    capPerEnterprise: 3,
    inDays: 12,
    mornings: 2,
    registrations: 14,
    fate: "open",
  },
  {
    keyword: "2",
    title: "Lớp demo: Mã số mã vạch và truy xuất nguồn gốc",
    description: "Đăng ký mã, gắn mã lên sản phẩm, ghi chép để truy xuất.",
    audience: "Mọi tổ chức, cá nhân kinh doanh",
    audienceKinds: [],
    capacity: 40,
    capPerEnterprise: null,
    inDays: 20,
    mornings: 1,
    registrations: 10,
    fate: "open",
  },
  {
    keyword: "3",
    title: "Lớp demo: VietGAP trồng trọt",
    description: "Yêu cầu của tiêu chuẩn, hồ sơ, đánh giá nội bộ.",
    audience: "Hợp tác xã, tổ hợp tác",
    audienceKinds: ["htx", "lien_hiep_htx", "to_hop_tac"],
    capacity: 25,
    capPerEnterprise: 4,
    inDays: 30,
    mornings: 3,
    registrations: 6,
    fate: "open",
  },
  {
    keyword: "4",
    title: "Hội thảo demo: Chính sách hỗ trợ năng suất chất lượng",
    description: "Giới thiệu chính sách và hỏi đáp.",
    audience: "Mọi tổ chức, cá nhân",
    audienceKinds: [],
    capacity: 80,
    capPerEnterprise: 2,
    inDays: 45,
    mornings: 1,
    registrations: 0,
    fate: "approved",
  },
  {
    keyword: "5",
    title: "Lớp demo: ISO 9001 nhập môn",
    description: "Bản nháp, chưa duyệt.",
    audience: "Doanh nghiệp",
    audienceKinds: ["doanh_nghiep"],
    capacity: 30,
    capPerEnterprise: 3,
    inDays: 60,
    mornings: 2,
    registrations: 0,
    fate: "draft",
  },
  {
    keyword: "6",
    title: "Lớp demo: Ghi nhãn hàng hóa",
    description: "Đã tổ chức xong.",
    audience: "Mọi tổ chức, cá nhân kinh doanh",
    audienceKinds: [],
    capacity: 30,
    capPerEnterprise: null,
    inDays: -8,
    mornings: 1,
    registrations: 8,
    fate: "over",
  },
  {
    keyword: "7",
    title: "Lớp demo: Tiết kiệm năng lượng",
    description: "Không tổ chức nữa.",
    audience: "Doanh nghiệp",
    audienceKinds: [],
    capacity: 15,
    capPerEnterprise: null,
    inDays: 15,
    mornings: 1,
    registrations: 4,
    fate: "cancelled",
  },
];

export const REQUESTS: readonly { kind: RequestKind; words: string; answer: string | null }[] = [
  { kind: "he_thong_cong_cu", words: "Demo: muốn áp dụng 5S cho xưởng 9 người.", answer: null },
  {
    kind: "truy_xuat_gap",
    words: "Demo: muốn làm VietGAP cho 2 ha rau.",
    answer: "Demo: mời anh/chị gửi thêm sơ đồ vườn và danh sách thành viên.",
  },
  { kind: "chung_nhan", words: "Demo: hỏi về chứng nhận sản phẩm nước mắm.", answer: null },
  {
    kind: "so_hoa",
    words: "Demo: muốn dùng phần mềm ghi chép sản xuất.",
    answer: "Demo: đã ghi nhận, sẽ mời anh/chị dự lớp gần nhất.",
  },
  { kind: "vuong_mac", words: "Demo: không biết nộp hồ sơ mã vạch ở đâu.", answer: null },
];
