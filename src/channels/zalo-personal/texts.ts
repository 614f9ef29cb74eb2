/** What people and staff read; everything else said in conversations comes from the core. */
export const texts = {
  unreadable: {
    picture: "ảnh này",
    file: "tệp này (chỉ nhận ảnh, PDF, Word, Excel, văn bản đến 5 MB)",
    voice: "tin thoại",
    sticker: "nhãn dán",
    gif: "ảnh động",
    video: "video",
    location: "vị trí",
    drawing: "hình vẽ tay",
    card: "danh thiếp",
    call: "cuộc gọi",
    poll: "bình chọn",
    other: "loại tin này",
  },
  pictureName: "anh",
  fileName: "tep",
  notSent: (name: string) =>
    `(Zalo không nhận được tệp ${name}; anh/chị mở trang chat trên web của Sở để tải ạ.)`,
  qr: {
    declined: "Lần quét mã QR vừa rồi bị từ chối trên điện thoại: tạo mã mới, quét rồi bấm đồng ý đăng nhập.",
    expired: "Mã QR vừa rồi đã hết hạn mà chưa ai quét và đồng ý: tạo mã mới.",
    cancelled: "Lần đăng nhập bằng mã QR vừa rồi đã bị hủy: tạo mã mới khi cần.",
    busy: "Đang có một lần đăng nhập bằng mã QR khác: đợi lần đó xong rồi thử lại.",
    failed: (why: string) => `Lần đăng nhập bằng mã QR vừa rồi không thành (${why}): thử lại.`,
  },
  status: {
    off: "Kênh Zalo cá nhân đang tắt.",
    idle: "Chưa bắt đầu.",
    connecting: "Đang đăng nhập và kết nối.",
    storeAway: "Chưa đọc được phiên đăng nhập đã lưu; đang thử lại.",
    loginFailed: (why: string) => `Chưa đăng nhập được (${why}); đang thử lại.`,
    lost: "Mất kết nối; đang kết nối lại.",
    unwanted:
      "Zalo ngắt kết nối liên tục ngay sau khi mở, có thể vì tài khoản đang mở Zalo Web ở nơi khác. Tạm nghỉ rồi thử lại.",
    none: "Chưa có phiên đăng nhập: quét mã QR bằng ứng dụng Zalo của tài khoản này.",
    unreadable: "Không đọc được phiên đăng nhập đã lưu: quét mã QR để đăng nhập lại.",
    expired: "Phiên đăng nhập đã hết hạn: quét mã QR để đăng nhập lại.",
    duplicate:
      "Tài khoản được mở ở nơi khác (Zalo Web hoặc một máy chủ khác) nên kênh đã dừng. Đóng nơi kia rồi bấm kết nối lại.",
    kicked:
      "Zalo đã ngắt phiên của tài khoản này nên kênh đã dừng. Kiểm tra tài khoản trên điện thoại rồi bấm kết nối lại.",
    resting: "Zalo báo gửi quá nhiều; tạm ngừng gửi một lúc.",
  },
} as const;
