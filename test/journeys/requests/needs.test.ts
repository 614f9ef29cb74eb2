import { expect, it } from "vitest";
import { asksInBetween, codeIn, eachWay, tells, uninterrupted } from "./ways.ts";

eachWay("what a product needs", (given) => {
  it("lists it for a product the knowledge has, with the basis of every line", async () => {
    const ba = await given.someone();
    await ba.says("can nhung gi");
    await asksInBetween(ba);
    await ba.says("1234");
    expect(ba.heard).toContain("Anh/chị gõ tên bằng chữ giúp tôi");
    await ba.says("x".repeat(300));
    expect(ba.heard).toContain("Tên sản phẩm dài quá");
    await ba.says("nuoc mam");
    await ba.says("quay lại");
    expect(ba.heard).toContain("Anh/chị muốn bán sản phẩm gì?");
    await tells(ba, "nước mắm", "dưới quê");
    expect(ba.heard).toContain("Anh/chị bấm một nơi bán");
    await ba.picks("Siêu thị");
    expect(ba.heard).toContain("Nước mắm – Siêu thị, cửa hàng trong nước:");
    const lines = ba.heard.split("\n").filter((line) => line.startsWith("•"));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !/\[\d+\]$/.test(line))).toEqual([]);
    expect(ba.replies.at(-1)?.citations.length).toBeGreaterThan(0);
    await ba.picks("Tải danh sách");
    expect(ba.replies.at(-1)?.files[0]?.name).toMatch(/^can-nhung-gi-.*\.html$/);
    await ba.picks("Xem nơi bán khác");
    await ba.picks("Chưa rõ");
    expect(ba.heard).toContain("Nước mắm – bán ở đâu cũng cần xem:");
    await ba.picks("Gửi yêu cầu hỗ trợ");
    await tells(ba, "5", "đồng ý", "Nhờ xem giúp nhãn mắm", "không có", "hộ kinh doanh", "Mắm Cô Ba");
    await tells(ba, "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456", "gửi");
    expect(codeIn(ba.heard)).toMatch(/^YC-/);
    const [request] = await given.database.client.supportRequest.findMany();
    expect(request?.background).toContain("Nước mắm");
  });
});

uninterrupted("what a product needs", (given) => {
  it("has the general list for a product it does not know", async () => {
    const ba = await given.someone();
    await tells(ba, "cần những gì", "robot lau nhà");
    expect(ba.heard).toContain("robot lau nhà");
    await ba.picks("Sản phẩm khác");
    await ba.picks("Bán online");
    expect(ba.heard).toContain("chưa có danh mục riêng cho “robot lau nhà”");
    expect(ba.heard).toMatch(/Căn cứ: \[1\]/);
    await tells(ba, "cần những gì", "hủy");
    expect(ba.heard).toContain("Đã dừng");
  });
});

eachWay("the check of a barcode", (given) => {
  it("asks for the number, says what is wrong with it, and stays out of the way", async () => {
    const ba = await given.someone();
    await ba.says("kiem tra ma vach");
    await ba.says("mã nào đây");
    expect(ba.heard).toContain("Tôi chỉ đọc được chữ số");
    await ba.says("12345");
    expect(ba.heard).toContain("Anh/chị gõ 5 chữ số");
    await ba.says("8936012345675");
    expect(ba.heard).toContain("Số cuối phải là 4, mã này ghi 5");
    await ba.says("nhãn hàng hóa phải ghi những gì?");
    expect(ba.heard).toContain("tiếng Việt");
    await ba.says("893 601234567 4");
    expect(ba.heard).toContain("số kiểm tra ĐÚNG");
    expect(ba.heard).toContain("không cho biết nơi sản xuất");
    expect(ba.replies.at(-1)?.citations.length).toBeGreaterThan(0);
    await tells(ba, "kiểm tra mã vạch", "quay lại");
    expect(ba.heard).toContain("Đây là bước đầu tiên");
    await ba.says("hủy");
    expect(ba.heard).toContain("Đã dừng");
  });
});

uninterrupted("the check of a barcode", (given) => {
  it("takes a bare number for one, and no other number", async () => {
    const ba = await given.someone();
    await ba.says("4006381333931");
    expect(ba.heard).toContain("GS1 Đức");
    await ba.says("7");
    expect(ba.heard).toContain("Danh sách chỉ có từ 1 đến 3");
  });
});
