import { afterEach, expect, it } from "vitest";
import { cancelEvent, closeEvent } from "../../../src/adapters/prisma/staff/events.ts";
import { eachDatabase } from "../../support/database.ts";
import { CLASS_12, openClass, registersAlone, standing, upToWhoComes } from "../../support/events.ts";
import { Person } from "../../support/person.ts";
import { by, deskOver } from "../../support/registry.ts";
import { lastReply, tells } from "../requests/ways.ts";

eachDatabase("a class that cannot be had", (given) => {
  let clock = new Date(0);
  let people: Person[] = [];

  async function someone(): Promise<Person> {
    clock = new Date("2026-11-25T09:00:00+07:00");
    const person = await Person.at(given.database, { restarting: true, parts: { now: () => clock } });
    people.push(person);
    return person;
  }

  afterEach(async () => {
    await Promise.all(people.map((person) => person.leaves()));
    people = [];
  });

  const desk = () => deskOver(given.database).desk;

  it("writes nothing down about somebody who does not agree", async () => {
    await openClass(given.database);
    const person = await someone();
    await tells(person, "DK 12", "để tôi xem đã");
    expect(person.heard).toContain("chọn “Đồng ý” hoặc “Không đồng ý”");
    await person.says("không đồng ý");
    expect(person.heard).toContain("tôi không ghi thông tin nào cả");
    const { client } = given.database;
    expect([
      await client.contact.count(),
      await client.consent.count(),
      await client.attendee.count(),
    ]).toEqual([0, 0, 0]);
    // Asked again from the beginning, not remembered as a "yes".
    await person.says("DK 12");
    expect(person.choices.map(({ label }) => label)).toEqual(["Đồng ý", "Không đồng ý"]);
  });

  it("holds an enterprise to its share of the seats, from two chats as well", async () => {
    await openClass(given.database, { capPerEnterprise: 2 });
    const person = await someone();
    await tells(person, ...upToWhoComes(), "Lê An 0905000001\nLê Bình 0905000002\nLê Cường 0905000003");
    expect(person.heard).toContain(
      "Lớp này mỗi đơn vị tối đa 2 người, danh sách có 3. Anh/chị xóa bớt 1 dòng.",
    );
    expect(person.choices.map(({ label }) => label)).not.toContain("Đúng hết");
    await tells(person, "xóa 3", "đúng hết ạ", "đồng ý", "không cần", "gửi");
    expect(person.heard).toContain("Có chỗ: Lê An, Lê Bình.");

    const partner = await someone();
    await tells(partner, ...registersAlone({ name: "Lê Dung", phone: "0905000004" }));
    expect(partner.heard).toContain("đã đủ số người tối đa ở lớp này");
    // The summary stands there again with everything that was typed.
    expect(partner.heard).toContain("Người tham dự: Lê Dung · 0905000004");
    expect(partner.choices.map(({ label }) => label)).toContain("Sửa một mục");
    expect(await standing(given.database)).toHaveLength(2);
  });

  it("says early for whom a class is", async () => {
    await openClass(given.database, { audience: "Hợp tác xã", audienceKinds: ["htx", "lien_hiep_htx"] });
    const person = await someone();
    await tells(person, "DK 12", "đồng ý", "hộ kinh doanh");
    expect(person.heard).toContain("Lớp này dành cho: Hợp tác xã.");
    expect(person.heard).toContain("Đơn vị của anh/chị là loại hình nào?");
    await tells(person, "htx", "HTX Rau Sạch", "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456");
    await tells(person, "chỉ mình tôi", "không cần", "gửi");
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");
  });

  it("says back what was typed when the class closes meanwhile", async () => {
    const id = await openClass(given.database);
    const person = await someone();
    await tells(person, ...upToWhoComes());
    await closeEvent(desk(), by, id);
    await person.says("chỉ mình tôi");
    expect(person.heard).toContain(`Lớp “${CLASS_12}” không còn nhận đăng ký nên tôi chưa gửi gì đi.`);
    expect(person.heard).toContain("Tên đơn vị: Mắm Cô Ba");
    expect(person.heard).toContain("Số điện thoại: 0905123456");
    expect(await standing(given.database)).toEqual([]);
    await person.says("DK 12");
    expect(person.heard).toContain("không còn nhận đăng ký");
    await person.says("lớp");
    expect(person.choices.map(({ label }) => label)).toEqual(["Báo tôi khi có lớp mới", "Thôi"]);
  });

  it("says so when the time is over between the summary and the sending", async () => {
    await openClass(given.database);
    const person = await someone();
    await tells(person, ...registersAlone().slice(0, -1));
    clock = new Date("2026-12-02T17:00:01+07:00");
    await person.says("gửi");
    expect(person.heard).toContain("không còn nhận đăng ký nên tôi chưa gửi gì đi");
    expect(person.heard).toContain("Người tham dự: Võ Thị Ba · 0905123456");
    expect(await standing(given.database)).toEqual([]);
  });

  it("offers the waiting list of a full class, one that has begun or is called off nothing", async () => {
    await openClass(given.database, { capacity: 1 });
    const called = await openClass(given.database, { keyword: "13", title: "5S tại xưởng" });
    await cancelEvent(desk(), by, called);
    const first = await someone();
    await tells(first, ...registersAlone());
    const second = await someone();
    await tells(second, ...upToWhoComes({ enterprise: "Bún Cô Tư", name: "Lê Tư", phone: "0905000004" }));
    await second.says("chỉ mình tôi");
    expect(second.heard).toContain("Lớp đã hết chỗ. Anh/chị có thể vào danh sách chờ");
    expect(second.choices.map(({ label }) => label)).toEqual(["Vào danh sách chờ", "Thôi"]);
    await second.picks("Thôi");
    expect(second.heard).toContain("tôi chưa gửi đăng ký nào");
    expect(await standing(given.database)).toEqual(["Võ Thị Ba: confirmed"]);

    await second.says("DK 13");
    expect(second.heard).toContain("không còn nhận đăng ký");
    await second.says("DK 99");
    expect(second.heard).toContain("Tôi không tìm thấy lớp “99”.");
    clock = new Date("2026-12-04T08:00:00+07:00");
    await second.says("DK 12");
    expect(lastReply(second)).toContain("đã bắt đầu");
    await first.says("đăng ký của tôi");
    expect(first.heard).toContain("Lớp đã bắt đầu nên không đổi được nữa.");
    expect(first.choices.map(({ label }) => label)).toEqual(["Xong"]);
  });
});
