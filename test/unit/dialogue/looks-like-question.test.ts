import { describe, expect, it } from "vitest";
import { looksLikeQuestion } from "../../../src/dialogue/looks-like-question.ts";

describe("looksLikeQuestion", () => {
  it.each([
    "Phí bao nhiêu vậy",
    "phi bao nhieu vay",
    "lớp học ở đâu?",
    "lop hoc o dau",
    "có mất tiền không",
    "co mat tien khong a",
    "hộ kinh doanh có được hỗ trợ không ạ",
    "mã số thuế là gì",
    "can giay to gi",
    "khi nào khai giảng",
    "cho em hỏi chút",
    "làm sao để đăng ký",
    "vì sao phải ghi mã số thuế",
    "mấy ngày thì xong",
    "có cấp giấy chứng nhận hông",
    "đăng ký thế nào",
    "Thật à?",
  ])("hears a question in “%s”", (words) => {
    expect(looksLikeQuestion(words)).toBe(true);
  });

  it.each([
    "Nguyễn Thị Sao",
    "Nguyen Thi Sao",
    "Đỗ Ái",
    "Công ty May Đông Thành",
    "HTX Dầu phộng Nghĩa Hành",
    "htx dau phong",
    "Khổng Tú Quỳnh",
    "Sữa chua Ba Tơ",
    "Ba Vì",
    "0905123456",
    "Công ty Cổ phần Đầu tư Có Thể",
    "không",
    "chưa có",
    "Chưa rõ",
    "Công ty TNHH Một thành viên Ngày Mới",
    "Nguyễn Văn A, 0905123456, trưởng phòng",
    "",
    "   ",
    "🙂",
  ])("takes “%s” for an answer", (words) => {
    expect(looksLikeQuestion(words)).toBe(false);
  });
});
