import { expect, it } from "vitest";
import { ERASED } from "../../../src/adapters/prisma/commands/erased.ts";
import { wholeDatabase } from "../../support/whole-database.ts";
import { asksInBetween, eachWay, REQUEST, tells } from "./ways.ts";

eachWay("my data", (given) => {
  /** Everything in the database, as text. */
  async function everything(): Promise<string> {
    return [...(await wholeDatabase(given.database)).values()].join("\n");
  }

  it("is seen, corrected, and taken back purpose by purpose", async () => {
    const ba = await given.someone();
    await ba.says("du lieu cua toi");
    await ba.picks("Xem dữ liệu");
    expect(ba.heard).toContain("Tôi chưa giữ thông tin cá nhân nào");
    await tells(ba, ...REQUEST, "gửi", "theo dõi", "1", "lưu", "đồng ý", "dữ liệu của tôi");
    await ba.picks("Xem dữ liệu");
    for (const held of ["Võ Thị Ba, 0905123456", "Hộ kinh doanh Mắm Cô Ba", "Yêu cầu (1)", "Lớp tập huấn"])
      expect(ba.heard).toContain(held);
    expect(ba.heard).toContain("02 ngày làm việc");

    await ba.picks("Sửa họ tên, số điện thoại");
    await asksInBetween(ba);
    await tells(ba, "sửa một mục", "số điện thoại", "0905 12 34");
    expect(ba.heard).toContain("Số điện thoại thiếu 2 số");
    await tells(ba, "0914 222 333");
    await ba.picks("Lưu thay đổi");
    expect(ba.heard).toContain("Đã sửa xong");
    const { client } = given.database;
    expect(await client.contact.findMany()).toMatchObject([{ name: "Võ Thị Ba", phone: "0914222333" }]);
    expect(await client.supportRequest.findMany()).toMatchObject([{ submitterPhone: "0914222333" }]);

    await ba.says("dữ liệu của tôi");
    await ba.picks("Sửa thông tin đơn vị");
    await tells(ba, "sửa một mục", "tên đơn vị", "<b>", "Nước mắm Cô Ba", "lưu thay đổi");
    expect(await client.enterprise.findMany()).toMatchObject([{ name: "Nước mắm Cô Ba" }]);

    await ba.says("rút lại đồng ý");
    await ba.picks("Nhận thông báo");
    await ba.says("quay lại");
    await ba.picks("Nhận thông báo");
    await ba.picks("Rút đồng ý");
    expect(ba.heard).toContain("Đã ghi việc rút đồng ý");
    expect(await client.topicFollow.count()).toBe(0);
    await ba.says("rút đồng ý");
    await ba.picks("Đăng ký lớp");
    await ba.picks("Rút đồng ý");
    expect(await client.consent.count({ where: { withdrawnAt: null } })).toBe(0);
    // Without it nothing new is sent: it is asked for again.
    await tells(ba, "yêu cầu hỗ trợ", "5");
    expect(ba.heard).toContain("Anh/chị có đồng ý không?");
  });

  it("is erased only on the last word, and then nothing of it is left", async () => {
    const ba = await given.someone();
    await tells(ba, ...REQUEST.slice(0, 4));
    await ba.sendsFile("bao-bi.txt", "Nhãn hiệu riêng của xưởng");
    await tells(ba, "xong", ...REQUEST.slice(5), "gửi", "theo dõi", "1", "lưu", "đồng ý");
    const marks = ["Võ Thị Ba", "0905123456", "Mắm Cô Ba", "Xưởng mắm 9 người", "Nhãn hiệu riêng", "bao-bi"];
    const before = await everything();
    expect(marks.filter((mark) => !before.includes(mark))).toEqual([]);

    await ba.says("xoa du lieu cua toi");
    expect(ba.heard).toContain("Xóa rồi không lấy lại được");
    await ba.says("xóa giùm cái");
    expect(ba.heard).toContain("Tôi chưa xóa gì");
    await ba.picks("Không xóa nữa");
    await ba.says("xóa dữ liệu của tôi");
    await asksInBetween(ba);
    await ba.picks("Tôi hiểu");
    await ba.says("hủy");
    expect(await everything()).toContain("Võ Thị Ba");
    await ba.says("xóa dữ liệu của tôi");
    await ba.picks("Tôi hiểu");
    await ba.says("XÓA");
    expect(ba.heard).toBe(
      "Đã xóa dữ liệu của anh/chị. Đã rút 1 yêu cầu. Cảm ơn anh/chị; khi cần anh/chị cứ nhắn lại.",
    );

    const after = await everything();
    expect(marks.filter((mark) => after.includes(mark))).toEqual([]);
    // That something was asked for is still counted.
    expect(await given.database.client.supportRequest.findMany()).toMatchObject([
      { status: "withdrawn", description: ERASED },
    ]);
    await ba.says("dữ liệu của tôi");
    await ba.picks("Xem dữ liệu");
    expect(ba.heard).toContain("Tôi chưa giữ thông tin cá nhân nào");
  });
});
