import { saying, type Saying, type Spoken } from "./spoken.ts";
import { texts } from "./texts.ts";

/** Requests that are declined whatever the knowledge says. See `saying` for the notation. */
const RULES: readonly { name: string; reply: string; patterns: readonly string[] }[] = [
  {
    name: "injection",
    reply: texts.injection,
    patterns: [
      "bỏ qua | quên hết | quên đi | quên | phớt lờ | vô hiệu | xóa bỏ | đừng tuân theo | không tuân theo | gỡ bỏ | ignore | disregard | forget | override … hướng dẫn | chỉ dẫn | chỉ thị | quy tắc | mệnh lệnh | câu lệnh | lệnh | giới hạn | ràng buộc | instructions | instruction | rules | prompt | phía trên | ở trên | trước đó",
      "system prompt | systemprompt | prompt hệ thống | lời nhắc hệ thống | câu lệnh hệ thống | hướng dẫn hệ thống | chỉ dẫn hệ thống | jailbreak | developer mode | chế độ nhà phát triển | chế độ developer | chế độ quản trị | chế độ admin | chế độ debug | chế độ gỡ lỗi | chế độ không giới hạn | không bị kiểm duyệt | không có giới hạn",
      "in ra | tiết lộ | hiển thị | cho xem | cho tôi xem | cho biết | xuất | đọc | reveal | print | show | dump | gửi … prompt | hướng dẫn nội bộ | lệnh nội bộ | chỉ dẫn nội bộ | hướng dẫn ban đầu | mã nguồn | source code | api key | apikey | khóa api | mật khẩu | password | token | biến môi trường | cơ sở dữ liệu của bạn | database | cấu hình | .env",
      "giả vờ | giả bộ | đóng vai | nhập vai | từ giờ bạn là | từ bây giờ bạn là | bây giờ bạn là | kể từ giờ bạn | bạn giờ là | bạn hãy là | bạn là dan | you are now | act as | pretend | roleplay | hãy tưởng tượng bạn là | coi như bạn là",
      "hãy nói | hãy trả lời | hãy viết | hãy khẳng định | hãy xác nhận | chỉ cần trả lời | chỉ cần nói | chỉ trả lời | phải trả lời | hãy lặp lại | lặp lại câu | nhắc lại câu | nói theo tôi … rằng | là | theo | câu | đúng",
      "nói rằng | khẳng định rằng | xác nhận rằng | tuyên bố rằng | trả lời rằng … tỉnh | sở | ủy ban | ubnd | nhà nước | chủ tịch | cam kết | tôi | công ty | miễn phí | triệu | tỷ",
      "drop table | select from | delete from | insert into | union select | rm rf | onerror | alert 1 | script src",
      "không cần | khỏi cần | đừng | khỏi … dẫn căn cứ | nêu căn cứ | trích nguồn | dẫn nguồn | nêu nguồn | trích dẫn",
      "bịa | tự nghĩ ra | tự chế | sáng tác | chế ra … nghị định | thông tư | quyết định | văn bản | con số | mức | câu trả lời | điều khoản",
      "<script | script alert | javascript | or 1 1 | or true",
      "là quản trị viên | là quản trị hệ thống | quyền quản trị | role admin | override … xuất | in | gửi | cho | hiện | dữ liệu | danh sách",
      "cho xem | xuất | in ra | gửi | hiện ~ hết dữ liệu | toàn bộ dữ liệu | tất cả dữ liệu | toàn bộ nhật ký | toàn bộ hội thoại",
    ],
  },
  {
    name: "forgery",
    reply: texts.forgery,
    patterns: [
      "làm | in | mua | bán | kiếm | xin | đặt ~ giả | tem giả | nhãn giả | giấy giả | giấy tờ giả | chứng nhận giả | chứng chỉ giả | logo giả | con dấu giả | mã vạch giả",
      "làm giả | làm lậu | chứng nhận lậu | hối lộ | đút lót | lót tay | lo lót | chạy giấy | chạy chứng nhận | chạy chứng chỉ | chạy hồ sơ | chạy đề tài | chạy dự án | bồi dưỡng cán bộ | phong bì",
      "mua | bán | mua bán ~ giấy chứng nhận | chứng nhận vietgap | chứng nhận iso | chứng nhận ocop | chứng nhận hữu cơ | chứng chỉ iso | phiếu kiểm nghiệm | bằng cấp",
      "cách | làm sao | làm thế nào | chỉ tôi | chỉ em | chỉ mình | chỉ cách | giúp | muốn | mẹo … né | trốn | lách | qua mặt | tránh ~ kiểm tra | thanh tra | phí | phạt | phát hiện | quy định | luật | không ghi | ghi",
      "cách | làm sao | làm thế nào | chỉ tôi | chỉ em | chỉ mình | chỉ cách | giúp | muốn | cho … khai khống | khai man | khai gian | khai láo | khai sai | gian lận | hợp thức hóa | ghi sai | làm giả",
      "không cần | khỏi | khỏi cần | không phải ~ kiểm tra | đánh giá | thử nghiệm | kiểm nghiệm … mua | cấp giấy liền | có giấy liền | có giấy luôn | vẫn có giấy",
      "mua | lấy | có | làm | xin … chứng nhận | giấy … không cần kiểm tra | khỏi kiểm tra | không cần đánh giá | khỏi đánh giá | không cần kiểm nghiệm | khỏi kiểm nghiệm | không kiểm tra",
      "sửa | đổi | tẩy | tẩy xóa | dán đè | dập lại | in lại ~ hạn sử dụng | hạn dùng | hsd | ngày sản xuất | nsx",
      "làm | in | chế | tạo … giấy | phiếu | chứng nhận … giả để | giả cho | giả mà | giả bán | giả được | giả không bị",
      "gửi | đưa | biếu | cho … triệu | tiền | quà … ưu tiên | duyệt trước | xét trước | duyệt nhanh | cho đậu | lên sao",
      "công ty ma | cty ma | doanh nghiệp ma | lập khống | hồ sơ khống",
      "sửa | chỉnh | đổi | tẩy | dập | ghi lại | in lại | trộn | làm … để | mà | sao cho | thế nào | cách nào … không bị phát hiện | không phát hiện | khỏi bị phát hiện | khỏi phát hiện | không ai biết | không bị lộ",
      "copy | sao chép | nhái | dùng trộm | xài ké | lấy ~ mã vạch của | nhãn hiệu của | logo của | nhãn của | tem của",
    ],
  },
  {
    name: "commitment",
    reply: texts.commitment,
    patterns: [
      "cam kết | hứa | bảo đảm | đảm bảo | chắc chắn … cho tôi | cho em | cho mình | cho công ty | cho htx | triệu | tỷ | duyệt | đậu | được hỗ trợ | được nhận | sẽ được",
      "ký duyệt | phê duyệt | duyệt | quyết định | ký … giúp tôi | giúp em | giúp mình | luôn hồ sơ | hồ sơ của tôi | hồ sơ của em | hồ sơ cho tôi | hồ sơ cho em | cho công ty tôi | cho công ty em | ngay cho tôi | ngay cho em | giùm",
      "chuyển | chuyển khoản | giải ngân | cấp | rót … ngay cho tôi | ngay cho em | cho tôi | cho em | vào tài khoản … triệu | tỷ | tiền",
    ],
  },
  {
    name: "personal data",
    reply: texts.personalData,
    patterns: [
      "số điện thoại | sđt | sdt | số đt | số máy | số zalo | zalo | email | nhà riêng | địa chỉ nhà | số căn cước | căn cước | cccd | cmnd | số tài khoản | ngày sinh | lương | lý lịch ~ ông | bà | giám đốc | phó giám đốc | chủ tịch | nhân viên | cán bộ | chuyên viên | trưởng phòng | chủ cơ sở | chủ htx | chủ hợp tác xã | chủ doanh nghiệp | chủ công ty | chủ vườn | hàng xóm",
      "mã số thuế | mst | doanh thu | số điện thoại | sđt | sdt | công nợ | thu nhập | địa chỉ ~ của ông | của bà | của công ty | của cty | của doanh nghiệp | của htx | của hợp tác xã | của cơ sở | của chủ",
      "thông tin ~ của ông | của bà | của chủ | của công ty khác | của công ty bên cạnh | của khách",
      "danh sách … đã đăng ký | đăng ký lớp | đăng ký học | dự lớp | đã nộp | nợ thuế | bị phạt | vi phạm | học viên | số điện thoại | sđt | người dùng",
      "công ty nào | cty nào | doanh nghiệp nào | dn nào | htx nào | hợp tác xã nào | đơn vị nào | cơ sở nào | những ai … đã đăng ký | đăng ký lớp | đã nộp | bị phạt | nợ thuế | đang nợ | vi phạm | đã hỏi | vừa hỏi | đã gửi",
      "ai | người nào ~ đã đăng ký | đăng ký lớp | đã nộp hồ sơ | đã hỏi | vừa hỏi | đã gửi | gửi yêu cầu",
      "người khác | người dùng khác | khách khác | đối thủ | công ty khác | cơ sở khác | nhà khác ~ hỏi gì | nhắn gì | tin nhắn | doanh thu | công thức | đăng ký gì",
      "tin nhắn | dữ liệu | thông tin | hồ sơ | doanh thu | công thức | bí quyết | khách hàng ~ của người khác | người dùng khác | khách khác | đối thủ | của công ty khác",
    ],
  },
  {
    name: "rude",
    reply: texts.rude,
    patterns: [
      "ngu thế | ngu vậy | ngu quá | ngu như | ngu vl | đồ ngu | ngu vcl | thằng ngu | con ngu | điên à | đồ điên | bot ngu | vô dụng | cút đi | cút | đm | dm | đmm | đcm | dcm | vcl | clgt | đồ chó | con chó | thằng chó | óc chó | khốn nạn | mất dạy | lừa đảo dân | ăn hại | chết đi | câm mồm | đồ khùng | thằng khùng",
    ],
  },
];

export interface Refusal {
  rule: string;
  reply: string;
}

const COMPILED: readonly { refusal: Refusal; sayings: readonly Saying[] }[] = RULES.map(
  ({ name, reply, patterns }) => ({
    refusal: { rule: name, reply },
    sayings: patterns.map(saying),
  }),
);

/** Why a question is refused before anything is searched; null when it may go on. */
export function refusalFor(said: Spoken): Refusal | null {
  return COMPILED.find(({ sayings }) => sayings.some((one) => one.isIn(said)))?.refusal ?? null;
}
