import { expect, it } from "vitest";
import { codeIn, REQUEST, tells, uninterrupted } from "./ways.ts";

uninterrupted("a request for support", (given) => {
  const requests = () => given.database.client.supportRequest.findMany({ include: { entries: true } });

  it("asks for what was wrong and keeps everything else", async () => {
    const ba = await given.someone();
    await ba.says("yêu cầu hỗ trợ");
    const wrong = async (words: string, mend: string) => {
      await ba.says(words);
      expect(ba.heard).toContain(mend);
    };
    await wrong("9", "Anh/chị chọn một việc bên dưới");
    await wrong("<script>alert(1)</script>", "Anh/chị chọn một việc bên dưới");
    await ba.says("vướng mắc");
    await wrong("không rõ", "“Đồng ý” hoặc “Không đồng ý”");
    await ba.says("đồng ý");
    await wrong("mắm", "ít nhất 10 ký tự");
    await wrong("😀😀😀😀😀😀😀😀😀😀", "ít nhất 10 ký tự");
    await ba.says('\'; DROP TABLE "Contact"; -- <b>nhãn</b> mắm');
    await wrong("có đây", "Anh/chị gửi tệp, hoặc bấm nút");
    await ba.says("không có");
    await wrong("mắm", "Anh/chị chọn một loại hình");
    await ba.says("hộ kinh doanh");
    await wrong("M".repeat(300), "dài 300 ký tự, tôi chỉ ghi được 150");
    await wrong("😀", "không chứa biểu tượng");
    await wrong("<h1>Mắm</h1>", "ký tự lạ");
    await ba.says("Mắm Cô Ba");
    await wrong("12ab", "Mã số thuế");
    await wrong("123", "10, 12 hoặc 13 số");
    await ba.says("bỏ qua");
    await wrong("🐟", "gõ tên bằng chữ");
    await wrong("x".repeat(300), "Tên xã, phường dài 300 ký tự");
    await ba.says("Sa Huỳnh");
    await wrong("0905123456", "Họ tên không có chữ số");
    await wrong("B".repeat(300), "300 ký tự");
    await ba.says("Võ Thị Ba");
    await wrong("0905", "Số điện thoại thiếu 6 số");
    await wrong("không có", "Số điện thoại");
    await ba.says("0905123456");
    await wrong("ừ thì", "Anh/chị chọn giúp một mục");
    for (const kept of ["DROP TABLE", "<b>nhãn</b>", "Mắm Cô Ba", "Sa Huỳnh", "Võ Thị Ba", "0905123456"])
      expect(ba.heard).toContain(kept);
    await ba.says("gửi");
    expect((await requests())[0]?.description).toBe('\'; DROP TABLE "Contact"; -- <b>nhãn</b> mắm');
  });

  it("takes five files, tells of the sixth, and says what is wrong with one it cannot take", async () => {
    const ba = await given.someone();
    await tells(ba, ...REQUEST.slice(0, 3));
    await ba.says("x".repeat(2000));
    expect(ba.heard).toContain("gửi kèm không (tối đa 5)");
    await ba.says("quay lại");
    await ba.says("Xin xem ảnh nhãn giúp");
    await expect(ba.sendsFile("lon.txt", "x".repeat(5 * 1024 * 1024 + 1))).rejects.toThrow(/413.*5 MB/s);
    await expect(ba.sendsFile("may.exe", "MZ")).rejects.toThrow(/PDF/);
    for (const number of [1, 2, 3, 4]) await ba.sendsFile(`tep-${number}.txt`, "chữ");
    expect(ba.heard).toContain("Đã nhận 4 tệp");
    await ba.sendsFile("tep-5.txt", "chữ");
    expect(ba.heard).toContain("Đơn vị của anh/chị là loại hình nào?");
    await tells(ba, ...REQUEST.slice(5), "sửa một mục", "tệp gửi kèm");
    await ba.sendsFile("tep-6.txt", "chữ");
    expect(ba.heard).toContain("Chỉ nhận được 5 tệp, còn 1 tệp tôi chưa ghi");
    await ba.says("gửi");
    const [request] = await requests();
    expect(JSON.parse(request?.entries[0]?.files ?? "[]")).toHaveLength(5);
  });

  it("keeps nothing of somebody who does not agree, or gives up", async () => {
    const ba = await given.someone();
    await tells(ba, "yêu cầu hỗ trợ", "1", "không đồng ý");
    expect(ba.heard).toContain("Tôi chưa ghi gì của anh/chị");
    await tells(ba, ...REQUEST, "hủy");
    expect(ba.heard).toContain("Đã dừng, chưa có gì được gửi đi");
    await tells(ba, ...REQUEST);
    await ba.picks("Thôi, không gửi");
    expect(await given.database.client.contact.count()).toBe(0);
    expect(await requests()).toEqual([]);
  });

  it("shows its state without getting in the way of a question", async () => {
    const ba = await given.someone();
    await tells(ba, ...REQUEST, "gửi");
    const code = codeIn(ba.heard);
    await ba.says("yêu cầu của tôi");
    await ba.says("nhãn hàng hóa phải ghi những gì?");
    expect(ba.heard).toContain("tiếng Việt");
    expect(ba.heard).not.toContain(code);
    await tells(ba, "cần những gì", "hủy");
    expect(ba.choices).toEqual([]);
  });
});
