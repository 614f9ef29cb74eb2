import { it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { Person } from "../../support/person.ts";
const form = ["yêu cầu hỗ trợ", "1", "đồng ý", "Muốn làm ISO 22000 cho xưởng mắm", "không có", "hộ kinh doanh", "Mắm Cô Ba", "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456", "gửi"];
const scripts: Record<string, string[]> = {
  mydata: ["dữ liệu của tôi", ...form, "theo dõi", "2", "lưu", "đồng ý", "dữ liệu của tôi", "xem", "/Sửa họ tên", "sửa một mục", "số điện thoại", "0905 12 34", "0914 222 333", "lưu thay đổi", "dữ liệu của tôi", "/Sửa thông tin", "hủy", "rút đồng ý", "/Rút lại", "1", "/Rút đồng ý", "xóa dữ liệu của tôi", "xoa giup toi", "/Tôi hiểu", "xóa", "dữ liệu của tôi", "/Xem"],
  again: [...form, "yêu cầu hỗ trợ", "1", "Làm ISO 22000 cho xưởng, cần người tư vấn", "không có", "gửi", "bổ sung vào yêu cầu đó", "yêu cầu của tôi", "/Bổ sung", "quay lại", "/Bổ sung", "Gọi giúp buổi chiều", "yêu cầu của tôi", "/Rút", "/Rút yêu cầu này", "yêu cầu của tôi", "/Mở lại", "ngắn", "Vì vẫn cần tư vấn ISO ạ", "hủy"],
  bad: ["yeu cau ho tro", "9", "<script>alert(1)</script>", "vướng mắc", "không rõ", "đồng ý", "ngắn", "😀😀😀😀😀😀😀😀😀😀", "'; DROP TABLE Contact; -- muốn hỏi về mã vạch", "tệp đây", "không", "abc", "1", "A".repeat(300), "😀", "Robert'); DROP TABLE Enterprise;--", "12345", "0123456789", "123", "x".repeat(200), "Sao Hỏa", "A".repeat(300), "Nguyễn 😀 An", "090", "không có", "https://a.b", "0905123456", "sửa một mục"],
  pass: ["tiền phạt khi không có mã vạch năm 2030 là bao nhiêu", "/Chuyển câu hỏi", "yêu cầu của tôi"],
  staff: ["gặp cán bộ", "alo", "thôi chờ", "yêu cầu của tôi"],
};
eachDatabase("try", (given) => {
  it.each(Object.entries(scripts))("%s", async (name, lines) => {
    if (given.kind === "postgresql") return;
    const p = await Person.at(given.database, {});
    if (name === "bad") { await p.sendsFile("anh.txt", "xin chào"); p.transcript.push("   [" + p.choices.map((c) => c.label).join(" | ") + "]"); }
    for (const t of lines) {
      try {
      if (t.startsWith("/")) await p.picks(t.slice(1)); else await p.says(t);
      } catch (e) { p.transcript.push(String(e)); }
      p.transcript.push("   [" + p.choices.map((c) => c.label).join(" | ") + "]" + (p.replies.some(r => (r as any).files?.length) ? " +file" : ""));
    }
    console.log(`######## ${name}\n` + p.transcript.join("\n"));
    await p.leaves();
  });
});
