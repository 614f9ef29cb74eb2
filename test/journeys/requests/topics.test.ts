import { expect, it } from "vitest";
import { asksInBetween, eachWay, tells, uninterrupted } from "./ways.ts";

eachWay("following topics", (given) => {
  const followed = async () =>
    (await given.database.client.topicFollow.findMany()).map(({ topic }) => topic).sort();

  it("needs a consent of its own, changes on wish and ends with one word", async () => {
    const hoa = await given.someone();
    await hoa.says("theo doi");
    await asksInBetween(hoa);
    await tells(hoa, "1", "3", "cái gì cũng được");
    expect(hoa.heard).toContain("Anh/chị bấm vào chủ đề bên dưới");
    expect(hoa.heard).toContain("Đang chọn: Lớp tập huấn, hội thảo mới; Truy xuất nguồn gốc.");
    await hoa.says("lưu");
    expect(hoa.heard).toContain("nhận thông báo về lớp và chính sách");
    expect(await followed()).toEqual([]);
    await hoa.says("quay lại");
    expect(hoa.heard).toContain("Đang chọn");
    await tells(hoa, "lưu", "có lẽ");
    expect(hoa.heard).toContain("“Đồng ý nhận tin” hoặc “Không đồng ý”");
    await hoa.says("đồng ý");
    expect(hoa.heard).toContain("Đã lưu");
    expect(await followed()).toEqual(["lop", "truy_xuat"]);
    const [consent] = await given.database.client.consent.findMany();
    expect(consent).toMatchObject({ purpose: "announcement", withdrawnAt: null });

    // one goes, one comes, without another consent
    await tells(hoa, "theo dõi", "1", "2", "lưu", "lưu");
    expect(hoa.heard).toContain("Mã số mã vạch");
    expect(await followed()).toEqual(["ma_vach", "truy_xuat"]);

    await hoa.says("NGUNG");
    expect(hoa.heard).toContain("Đã ngừng nhận tin");
    expect(await followed()).toEqual([]);
    await hoa.says("stop");
    expect(hoa.heard).toContain("Anh/chị chưa đăng ký nhận tin");
  });
});

uninterrupted("following topics", (given) => {
  const followed = () => given.database.client.topicFollow.findMany();

  it("sends nothing to those who do not agree, or give up", async () => {
    const hoa = await given.someone();
    await tells(hoa, "theo dõi", "1", "lưu", "không đồng ý");
    expect(hoa.heard).toContain("tôi không gửi tin nào");
    await tells(hoa, "theo dõi", "1", "hủy");
    expect(hoa.heard).toContain("Đã dừng");
    expect(await followed()).toEqual([]);
    expect(await given.database.client.consent.count()).toBe(0);
  });
});
