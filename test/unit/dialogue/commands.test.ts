import { describe, expect, it } from "vitest";
import {
  commandOf,
  isLeaveStaff,
  isYes,
  toldByChoice,
  toldByNumber,
} from "../../../src/dialogue/menu/commands.ts";
import { commandWords, helpReply, menuReply } from "../../../src/dialogue/menu/menu.ts";
import { offerChoice } from "../../../src/registry/offer-choice.ts";

const go = (to: string, start?: unknown) => ({ kind: "go", to, ...(start !== undefined && { start }) });

describe("typed commands", () => {
  it.each([
    ["menu", { kind: "menu" }],
    ["/start", { kind: "menu" }],
    ["Trợ giúp", { kind: "help" }],
    ["tro giup", { kind: "help" }],
    ["hủy", { kind: "cancel" }],
    ["huỷ", { kind: "cancel" }],
    ["HUY", { kind: "cancel" }],
    ["dừng lại", { kind: "stop" }],
    ["dừng", { kind: "stop" }],
    ["quay lai", { kind: "back" }],
    ["Quay lại ạ", { kind: "back" }],
    ["gặp cán bộ", { kind: "staff" }],
    ["cho tôi gặp cán bộ", { kind: "staff" }],
    ["cho em gap can bo voi", { kind: "staff" }],
    ["gap nguoi that", { kind: "staff" }],
    ["lớp", go("classes")],
    ["lop tap huan", go("classes")],
    ["Đăng ký lớp", go("registration")],
    ["dang ky cua toi", go("my_registrations")],
    ["Đăng ký của tôi", go("my_registrations")],
    ["đăng ky cua toi", go("my_registrations")],
    ["hủy đăng ký", go("my_registrations")],
    ["yêu cầu hỗ trợ", go("support_request")],
    ["yeu cau cua toi", go("my_requests")],
    ["YC-7KQ2MX", go("my_requests", { code: "YC-7KQ2MX" })],
    ["Tôi được hỗ trợ gì?", go("eligibility")],
    ["can nhung gi", go("needs")],
    ["kiểm tra mã vạch", go("gtin")],
    ["theo dõi", go("topics")],
    ["ngung nhan tin", go("topics", { stop: true })],
    ["STOP", go("topics", { stop: true })],
    ["dữ liệu của tôi", go("my_data")],
    ["xoa du lieu", go("my_data", { erase: true })],
    ["DK 12", go("registration", { keyword: "12" })],
    ["dk12", go("registration", { keyword: "12" })],
    ["Đăng ký lớp 7", go("registration", { keyword: "7" })],
    ["dang ky 7 nhe", go("registration", { keyword: "7" })],
    ["nhận 12", go("my_registrations", { keyword: "12", accept: true })],
    ["NHAN CHO 12 nhé", go("my_registrations", { keyword: "12", accept: true })],
    ["vẫn dự 7", go("my_registrations", { keyword: "7", accept: true })],
    ["nhuong 12", go("my_registrations", { keyword: "12", accept: false })],
    ["không dự 12", go("my_registrations", { keyword: "12", accept: false })],
    ["Nhường chỗ", go("my_registrations", { accept: false })],
  ])("“%s” is a command", (text, told) => {
    expect(commandOf(text)).toEqual(told);
  });

  it.each([
    // Answers to other questions.
    "nhận",
    "không dự",
    "nhãn 12",
    "nhận thông báo 12",
    "lớp ISO học gì",
    "lop iso hoc gi",
    "lớp này miễn phí không",
    "hủy mã vạch thì làm sao",
    "huy ma vach thi lam sao",
    "đăng ký mã vạch ở đâu",
    "dang ky ma vach",
    "đăng ký nhãn hiệu",
    "hướng dẫn đăng ký mã vạch",
    "trợ giúp pháp lý cho doanh nghiệp là gì",
    "theo dõi sản phẩm bằng mã QR",
    "truy xuất cần những gì",
    "làm nước mắm cần những gì",
    "hợp tác xã được hỗ trợ gì",
    "xin hỗ trợ làm ISO ở đâu",
    "yêu cầu hỗ trợ nộp ở đâu",
    "dữ liệu truy xuất lưu bao lâu",
    "xóa dữ liệu cá nhân mất bao lâu",
    "cán bộ nào phụ trách mã vạch",
    "bao giờ mở lớp",
    "mã vạch mất bao nhiêu tiền",
    "kiểm tra mã vạch thế nào",
    "đúng",
    "dung",
    "không",
    "thôi",
    "bỏ qua",
    "xóa",
    "Nguyễn Văn Huy",
    "Công ty TNHH Menu Việt",
    "Xã Quay Lại",
    "12",
    "0905123456",
    "dk",
    "lốp",
    "",
    "   ",
    "🙂",
    "x".repeat(3000),
    "nghị định 37",
    "đk kinh doanh 12 năm",
  ])("“%s” is none", (text) => {
    expect(commandOf(text)).toBeNull();
  });

  it("never throws on arbitrary characters", () => {
    for (let code = 0; code < 0x3000; code += 7) {
      const text = String.fromCodePoint(code, code + 1, 0x110 + (code % 50));
      expect(() => commandOf(text)).not.toThrow();
    }
  });
});

describe("buttons that last", () => {
  it.each([
    ["go:menu", { kind: "menu" }],
    ["go:staff", { kind: "staff" }],
    ["go:ask", { kind: "help" }],
    ["go:classes", go("classes")],
    ["topic:ho_tro", null],
    ["go:", null],
    ["go:eligibility:request:1203", go("eligibility", { saved: "request:1203" })],
    ["go:x:", null],
    ["go:X:y", null],
    ["", null],
  ])("%s", (value, told) => {
    expect(toldByChoice(value)).toEqual(told);
  });

  it("answers an offered seat", () => {
    const attendeeId = "0190a0b1-c2d3-7e4f-8a9b-0c1d2e3f4a5b";
    expect(toldByChoice(offerChoice({ attendeeId, accept: true }))).toEqual(
      go("my_registrations", { offer: attendeeId, accept: true }),
    );
  });

  it("stand in menu and help, each with a meaning", () => {
    for (const { value } of [...(menuReply.choices ?? []), ...(helpReply.choices ?? [])]) {
      expect(value).toMatch(/^[\x21-\x7e]{1,40}$/);
      expect(commandWords.ofChoice(value)).not.toBeNull();
    }
  });

  it("mean the same typed out, but for “Hỏi đáp”, which is what typing is for", () => {
    for (const { label, value } of menuReply.choices ?? []) {
      if (value !== "go:ask") expect(commandOf(label), label).toEqual(toldByChoice(value));
    }
  });
});

describe("other words", () => {
  it("a bare barcode number opens the check", () => {
    expect(toldByNumber(" 8934567890120 ")).toEqual(go("gtin", { text: "8934567890120" }));
    expect(toldByNumber("0905123456")).toBeNull();
  });

  it.each(["có", "co", "Vâng ạ", "ok", "đồng ý", "dạ có ạ"])("“%s” agrees", (text) => {
    expect(isYes(text)).toBe(true);
  });

  it.each(["không", "có tốn tiền không", "cỏ", "", "cô"])("“%s” does not", (text) => {
    expect(isYes(text)).toBe(false);
  });

  it("ends the wait for staff by button or words", () => {
    expect(isLeaveStaff("go:leave_staff")).toBe(true);
    expect(isLeaveStaff("Thôi chờ, hỏi tiếp")).toBe(true);
    expect(isLeaveStaff("tôi vẫn chờ")).toBe(false);
  });
});
