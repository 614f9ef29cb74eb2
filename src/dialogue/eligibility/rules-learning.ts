import type { Rule } from "./rule.ts";
import { DECREE_20, DECREE_80, guide, place, PLAN } from "./places.ts";

const CALENDAR = "Xem lớp đang mở (gõ “lớp”); lịch lớp mới do Sở Khoa học và Công nghệ thông báo";

/** Classes of the plan, and the management course of decree 20/2026. */
export const learningRules: readonly Rule[] = [
  {
    case: "class-enterprise",
    when: { want: ["class"], kind: ["doanh_nghiep", "htx", "lien_hiep_htx"] },
    verdict: "may_join",
    says: "lớp bồi dưỡng năng suất chất lượng; chưa phải là đã được xếp chỗ",
    basis: [guide("Lớp học – doanh nghiệp, hợp tác xã"), place(PLAN, "I.3.b"), place(PLAN, "II.2")],
    prepare: [CALENDAR, "Danh sách người đi học: họ tên, số điện thoại, chức vụ"],
  },
  {
    case: "class-household-law",
    when: { want: ["class"], kind: ["ho_kinh_doanh", "to_hop_tac", "khac"], lesson: ["law"] },
    verdict: "may_join",
    says: "lớp phổ biến văn bản pháp luật mới, vì lớp này dành cho tổ chức, cá nhân",
    basis: [guide("Lớp học – hộ kinh doanh, tổ hợp tác"), place(PLAN, "II.2")],
    prepare: [CALENDAR, "Họ tên, số điện thoại người đi học"],
  },
  {
    case: "class-household-other",
    when: { want: ["class"], kind: ["ho_kinh_doanh", "to_hop_tac", "khac"], lesson: ["other", "unknown"] },
    verdict: "unverified",
    says: "tùy đối tượng ghi trong thông báo của từng lớp",
    basis: [guide("Lớp học – hộ kinh doanh, tổ hợp tác"), place(PLAN, "II.2"), place(PLAN, "IV.5")],
    prepare: [
      "Xem đối tượng ghi ở từng lớp (gõ “lớp”)",
      "Làng nghề có thể đề xuất nhu cầu học qua Liên minh Hợp tác xã hoặc Hiệp hội doanh nghiệp tỉnh",
    ],
  },
  {
    case: "class-unknown-kind",
    when: { want: ["class"], kind: ["unknown"] },
    verdict: "unverified",
    says: "cần biết đơn vị là doanh nghiệp, hợp tác xã hay hộ kinh doanh",
    basis: [guide("Lớp học – doanh nghiệp, hợp tác xã"), guide("Lớp học – hộ kinh doanh, tổ hợp tác")],
    prepare: ["Xem giấy đăng ký của đơn vị ghi loại hình nào", "Xem đối tượng ghi ở từng lớp (gõ “lớp”)"],
  },
  {
    case: "management-small",
    when: { want: ["management"], kind: ["doanh_nghiep"], size: ["micro", "small"] },
    verdict: "may_join",
    says: "khóa đào tạo quản trị được ngân sách trả 100%; thủ tục của tỉnh chưa kiểm chứng",
    basis: [place(DECREE_20, "Điều 11"), guide("Lớp quản trị – doanh nghiệp nhỏ, hộ kinh doanh")],
    prepare: ["Tờ khai ở Phụ lục II của NĐ 20/2026/NĐ-CP", "Hỏi nơi nhận tờ khai của tỉnh"],
  },
  {
    case: "management-household",
    when: { want: ["management"], kind: ["ho_kinh_doanh"] },
    verdict: "may_join",
    says: "khóa đào tạo quản trị được ngân sách trả 100%; thủ tục của tỉnh chưa kiểm chứng",
    basis: [place(DECREE_20, "Điều 11"), guide("Lớp quản trị – doanh nghiệp nhỏ, hộ kinh doanh")],
    prepare: ["Tờ khai ở Phụ lục II của NĐ 20/2026/NĐ-CP", "Hỏi nơi nhận tờ khai của tỉnh"],
  },
  {
    case: "management-trader",
    when: { want: ["management"], kind: ["khac"], other: ["trader"] },
    verdict: "may_join",
    says: "khóa đào tạo quản trị được ngân sách trả 100%; thủ tục của tỉnh chưa kiểm chứng",
    basis: [place(DECREE_20, "Điều 11"), guide("Lớp quản trị – doanh nghiệp nhỏ, hộ kinh doanh")],
    prepare: ["Tờ khai ở Phụ lục II của NĐ 20/2026/NĐ-CP", "Hỏi nơi nhận tờ khai của tỉnh"],
  },
  {
    case: "management-larger",
    when: { want: ["management"], kind: ["doanh_nghiep"], size: ["medium", "large"] },
    verdict: "not_addressed",
    says: "khóa này dành cho doanh nghiệp nhỏ, siêu nhỏ, hộ và cá nhân kinh doanh",
    basis: [place(DECREE_20, "Điều 11")],
    prepare: ["Doanh nghiệp nhỏ và vừa: hỏi thêm hỗ trợ đào tạo theo NĐ 80/2021/NĐ-CP"],
  },
  {
    case: "management-unknown-size",
    when: { want: ["management"], kind: ["doanh_nghiep"], size: ["unknown"] },
    verdict: "unverified",
    says: "cần xác định quy mô doanh nghiệp trước",
    basis: [place(DECREE_20, "Điều 11"), place(DECREE_80, "Điều 5")],
    prepare: ["Số lao động đóng bảo hiểm xã hội bình quân năm", "Doanh thu năm hoặc vốn"],
  },
  {
    case: "management-others",
    when: { want: ["management"] },
    verdict: "unverified",
    says: "nghị định chỉ nêu doanh nghiệp nhỏ, siêu nhỏ, hộ kinh doanh và cá nhân kinh doanh",
    basis: [place(DECREE_20, "Điều 11")],
    prepare: ["Gửi yêu cầu để cán bộ xác nhận loại hình của anh/chị có thuộc diện này không"],
  },
];
