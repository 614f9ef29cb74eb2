import type { Rule } from "./rule.ts";
import { DECREE_37, guide, place } from "./places.ts";

const TRACEABILITY = place(DECREE_37, "Điều 22 khoản 1, 2");
const VOLUNTARY = place(DECREE_37, "Điều 22 khoản 5, 6");
const BARCODE = place(DECREE_37, "Điều 21");
const REGISTER = place(DECREE_37, "Điều 29 khoản 1");
const FILE = place(DECREE_37, "Điều 29 khoản 3");

const FORM = "Biểu mẫu điện tử theo Mẫu số 5 Phụ lục VII và tài khoản VNeID đã xác thực";
const PORTAL = "Nộp trực tuyến trên Cổng dịch vụ công quốc gia";

/** Traceability and barcodes: open to all in business, and a choice unless a list says otherwise. */
export const markingRules: readonly Rule[] = [
  {
    case: "traceability-high-risk",
    when: { want: ["traceability"], highRisk: ["yes"] },
    verdict: "may_join",
    says: "và là bắt buộc, theo danh mục và lộ trình của bộ quản lý ngành",
    basis: [TRACEABILITY, guide("Truy xuất nguồn gốc")],
    prepare: ["Xem lộ trình của bộ quản lý ngành cho sản phẩm", "Hệ thống truy xuất theo NĐ 37/2026/NĐ-CP"],
    request: "truy_xuat_gap",
  },
  {
    case: "traceability-voluntary",
    when: { want: ["traceability"], highRisk: ["no"] },
    verdict: "may_join",
    says: "truy xuất nguồn gốc là tự nguyện; đã làm thì phải theo NĐ 37/2026/NĐ-CP",
    basis: [TRACEABILITY, VOLUNTARY, guide("Truy xuất nguồn gốc")],
    prepare: [
      "Chín thông tin truy xuất phải có: hỏi “9 thông tin truy xuất là gì”",
      "Chọn sản phẩm làm trước",
    ],
    request: "truy_xuat_gap",
  },
  {
    case: "traceability-unclear",
    when: { want: ["traceability"] },
    verdict: "unverified",
    says: "làm truy xuất thì được; bắt buộc hay không tùy danh mục rủi ro cao",
    basis: [TRACEABILITY, guide("Truy xuất nguồn gốc")],
    prepare: ["Xem sản phẩm có trong danh mục rủi ro cao không (gõ “cần những gì”)"],
    request: "truy_xuat_gap",
  },
  {
    case: "barcode-renewal",
    when: { want: ["barcode"], ownCode: ["yes"] },
    verdict: "may_join",
    says: "đã có mã thì đăng ký cấp tiếp khi hết quỹ mã, hết hạn, bị thu hồi nay đủ điều kiện, hoặc sáp nhập",
    basis: [REGISTER, FILE],
    prepare: ["Giấy chứng nhận hoặc quyết định cấp mã đang có", "Lý do xin cấp tiếp"],
    request: "vuong_mac",
  },
  {
    case: "barcode-household",
    when: { want: ["barcode"], kind: ["ho_kinh_doanh"] },
    verdict: "may_join",
    says: "hộ kinh doanh tự đăng ký được; dùng mã số mã vạch là tự nguyện",
    basis: [REGISTER, BARCODE, FILE, guide("Mã số mã vạch")],
    prepare: ["Giấy chứng nhận đăng ký hộ kinh doanh", FORM, PORTAL],
    request: "vuong_mac",
  },
  {
    case: "barcode",
    when: { want: ["barcode"] },
    verdict: "may_join",
    says: "tổ chức, cá nhân sản xuất, kinh doanh, dịch vụ đều đăng ký được; dùng mã số mã vạch là tự nguyện",
    basis: [REGISTER, BARCODE, FILE, guide("Mã số mã vạch")],
    prepare: ["Quyết định thành lập hoặc giấy chứng nhận đăng ký", FORM, PORTAL],
    request: "vuong_mac",
  },
];
