import { expect, it } from "vitest";
import type { Person } from "../../support/person.ts";
import { asksInBetween, codeIn, eachWay, tells } from "./ways.ts";

eachWay("what support there is", (given) => {
  const lastRequest = async () =>
    (await given.database.client.supportRequest.findFirst({ orderBy: { createdAt: "desc" } })) ?? null;

  /** From the verdict on: what was answered already is not asked again. */
  async function asksForSupport(person: Person, ...answers: readonly string[]): Promise<string> {
    await person.picks("Gửi yêu cầu hỗ trợ");
    await tells(person, ...answers);
    await person.picks("Gửi yêu cầu");
    return codeIn(person.heard);
  }

  it("tells a household that it is not addressed, and what is open to it", async () => {
    const ba = await given.someone();
    await ba.says("toi duoc ho tro gi");
    await ba.picks("Xin hỗ trợ áp dụng tiêu chuẩn");
    await asksInBetween(ba);
    await ba.says("ho kinh doanh");
    expect(ba.heard).toMatch(/^Kết luận: Không thuộc đối tượng – hộ kinh doanh/);
    expect(ba.heard).toMatch(/\nCăn cứ: .*268\/2025\/NĐ-CP Điều 9/);
    expect(ba.heard).toMatch(/\nViệc nên làm: .*khóa quản trị/);
    const answers = ["vướng mắc", "đồng ý", "Xin xác nhận giúp hộ tôi có được xin không", "không có"];
    const code = await asksForSupport(
      ba,
      ...answers,
      ...["Mắm Cô Ba", "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456"],
    );
    const request = await lastRequest();
    expect(request).toMatchObject({ code, kind: "vuong_mac" });
    expect(request?.background).toContain("Loại hình: Hộ kinh doanh");
    expect(request?.background).toContain("Không thuộc đối tượng");
  });

  it("leads the director of a cooperative through what she does not know", async () => {
    const hoa = await given.someone();
    await tells(hoa, "tôi được hỗ trợ gì", "Chính sách cho hợp tác xã, tổ hợp tác", "htx", "ko");
    expect(hoa.heard).toContain("Hợp tác xã đạt tiêu chí nào");
    await hoa.says("quay lại");
    expect(hoa.heard).toContain("đang bị xử phạt");
    await hoa.says("chả biết nữa");
    expect(hoa.heard).toContain("chưa rõ thì chọn “Không rõ”");
    await tells(hoa, "không rõ", "không biết");
    expect(hoa.heard).toMatch(/^Kết luận: Chưa kiểm chứng/);
    await hoa.picks("Tải danh sách");
    const [list] = hoa.replies.at(-1)?.files ?? [];
    expect(list?.name).toBe("danh-sach-ho-tro.html");
    await hoa.picks("Sửa câu trả lời cuối");
    await hoa.picks("Thành viên tăng 2 năm liền");
    expect(hoa.heard).toContain("17/2023/QH15 Điều 18");
    const code = await asksForSupport(
      hoa,
      ...["5", "đồng ý", "Hợp tác xã rau muốn biết mức hỗ trợ", "không có", "Rau sạch Tịnh Khê"],
      ...["bỏ qua", "Tịnh Khê", "Lê Thị Hoa", "0914222333"],
    );
    expect(await lastRequest()).toMatchObject({ code, submitterName: "Lê Thị Hoa" });
    expect((await given.database.client.enterprise.findFirst())?.kind).toBe("htx");
  });

  it("asks an enterprise about its size and its debts, and lets it look up a barcode meanwhile", async () => {
    const nam = await given.someone();
    await tells(nam, "tôi được hỗ trợ gì", "2", "công ty", "nhỏ");
    expect(nam.heard).toContain("cụm liên kết ngành");
    await tells(nam, "kiểm tra mã vạch", "8936012345674");
    expect(nam.heard).toContain("số kiểm tra ĐÚNG");
    await nam.picks("Làm tiếp việc dở");
    expect(nam.heard).toContain("cụm liên kết ngành");
    await tells(nam, "không", "không vướng", "chưa");
    expect(nam.heard).toMatch(/^Kết luận: Có thể nộp khi có thông báo/);
    expect(nam.heard).not.toContain("đủ điều kiện");
    await nam.picks("Hỏi trường hợp khác");
    await nam.says("hủy");
    expect(nam.heard).toContain("Đã dừng");
  });
});
