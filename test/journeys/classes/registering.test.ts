import { expect, it } from "vitest";
import { runApp } from "../../support/app.ts";
import { CLASS_12, codeOf, openClass, registersAlone, standing, upToWhoComes } from "../../support/events.ts";
import { eachWay, lastReply, tells } from "../requests/ways.ts";

const FIVE = [
  "1. Nguyễn Văn An, 0905123457, trưởng phòng",
  "2) Trần Thị Bình 0912 345 678",
  "Lê Văn Cường; 090512",
  "Phạm Thị Dung\t0935 111 222\tkế toán",
  "Võ Em",
].join("\n");

eachWay("registering for a class", (given) => {
  it("looks at the classes, then at one, and registers from there", async () => {
    await openClass(given.database, { capPerEnterprise: 3 });
    await openClass(given.database, {
      keyword: "13",
      title: "5S tại xưởng",
      opensAt: new Date("2026-11-30T08:00:00+07:00"),
    });
    const person = await given.someone();
    await person.says("lớp");
    expect(person.heard).toContain("Đang có 1 lớp, hội thảo nhận đăng ký");
    expect(person.heard).toContain(`12. ${CLASS_12}\n7:30–11:30 thứ Sáu 4/12/2026, Hội trường Sở`);
    expect(person.heard).toContain("Còn 30/30 chỗ · Hạn đăng ký: 17:00 thứ Tư 2/12/2026");
    expect(person.heard).toContain("13. 5S tại xưởng");
    expect(person.heard).toContain("Mở đăng ký từ 8:00 thứ Hai 30/11/2026.");

    await person.says("13");
    expect(person.heard).toContain("Mở đăng ký từ 8:00 thứ Hai 30/11/2026.");
    expect(person.choices.map(({ label }) => label)).toEqual(["Danh sách lớp"]);

    await person.says("12");
    for (const detail of ["13:30–16:30", "thực hành", "miễn phí", "1450/GM-SKHCN", "tối đa 3 người"])
      expect(person.heard).toContain(detail);
    await person.picks("Đăng ký");
    expect(person.heard).toContain(`Đăng ký: ${CLASS_12}`);
    await tells(person, ...registersAlone().slice(1));
    expect(person.heard).toMatch(/^Đã ghi đăng ký, mã ĐK-[A-Z0-9]{7}\./u);
    expect(await standing(given.database)).toEqual(["Võ Thị Ba: confirmed"]);
  });

  it("registers oneself with “DK 12” and fetches the calendar over HTTP", async () => {
    await openClass(given.database);
    const person = await given.someone();
    await person.says("đk12 nhé");
    // What the notice says stands before the first personal datum is asked for.
    expect(person.heard).toContain("Chi phí: miễn phí.");
    expect(person.heard).toMatch(/xin phép dùng tên, số điện thoại[\s\S]*Anh\/chị có đồng ý không\?/u);
    expect(person.heard).toContain("Trợ lý tự động");
    await tells(person, ...upToWhoComes().slice(1), "mình tôi ạ", "không cần");
    expect(person.heard).toContain("Xã, phường: phường Sa Huỳnh");
    expect(person.heard).toContain("Người tham dự: Võ Thị Ba · 0905123456");
    expect(person.heard).toContain("Nhận thông báo: không");

    await person.picks("Gửi đăng ký");
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");
    const [file] = person.replies.flatMap(({ files }) => files);
    expect(file?.name).toBe("lop-12.ics");
    const elsewhere = await runApp(given.database);
    const response = await elsewhere.web.request(file?.url ?? "");
    await elsewhere.stop();
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("text/calendar");
    const calendar = await response.text();
    expect(calendar).toContain("DTSTART:20261204T003000Z");
    expect(calendar.match(/BEGIN:VEVENT/gu)).toHaveLength(2);

    const consents = await given.database.client.consent.findMany();
    expect(consents.map(({ purpose }) => purpose)).toEqual(["registration"]);
    expect(consents[0]?.wording).toContain("xin phép dùng tên, số điện thoại");
  });

  it("registers five people pasted at once, after one bad line is mended", async () => {
    await openClass(given.database, { capacity: 3 });
    const person = await given.someone();
    await tells(person, ...upToWhoComes(), FIVE);
    expect(person.heard).toContain("Tôi ghi được 5 người");
    expect(person.heard).toContain(
      "3. Lê Văn Cường · 090512\n   ⚠ Số điện thoại thiếu 4 số. Anh/chị xem lại giúp nhé.\n4. Phạm Thị Dung",
    );
    expect(person.heard).toContain("2. Trần Thị Bình · 0912345678\n");
    expect(person.heard).toContain("5. Võ Em · chưa có số điện thoại");
    expect(person.choices.map(({ label }) => label)).not.toContain("Đúng hết");

    await person.says("sửa 3: 0905 123 999");
    expect(person.heard).toContain("3. Lê Văn Cường · 0905123999\n");
    await person.picks("Đúng hết");
    await person.picks("Chưa hỏi");
    expect(person.heard).toContain("Phần đã nhập tôi giữ nguyên");
    await person.picks("Đã đồng ý");
    expect(person.choices.map(({ label }) => label)).toEqual([
      "3 người có chỗ, 2 chờ",
      "Cả 5 cùng chờ",
      "Thôi",
    ]);
    await person.picks("3 người có chỗ, 2 chờ");
    await person.picks("Đồng ý nhận");
    await person.says("gửi đăng ký");
    expect(person.heard).toContain("Có chỗ: Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường.");
    expect(person.heard).toContain(
      "Đang chờ: Phạm Thị Dung (thứ 1), Võ Em (thứ 2). Có chỗ trống tôi nhắn ngay.",
    );
    expect(await standing(given.database)).toEqual([
      "Nguyễn Văn An: confirmed",
      "Trần Thị Bình: confirmed",
      "Lê Văn Cường: confirmed",
      "Phạm Thị Dung: waiting",
      "Võ Em: waiting",
    ]);
    const consents = await given.database.client.consent.findMany({ orderBy: { purpose: "asc" } });
    expect(consents.map(({ purpose }) => purpose)).toEqual(["announcement", "registration"]);
  });

  it("lets a group wait together where seats are too few, and tells the next one so", async () => {
    await openClass(given.database, { capacity: 3 });
    const person = await given.someone();
    await tells(
      person,
      ...upToWhoComes(),
      FIVE.replace("; 090512\n", "; 0905123999\n"),
      "đúng hết",
      "đồng ý",
    );
    await person.picks("Cả 5 cùng chờ");
    await tells(person, "không cần", "gửi");
    expect(person.heard).not.toContain("Có chỗ:");
    expect(person.heard).toContain("Đang chờ: Nguyễn Văn An (thứ 1)");
    expect(new Set((await standing(given.database)).map((line) => line.split(": ")[1]))).toEqual(
      new Set(["waiting"]),
    );

    const other = await given.someone();
    await other.says("DK 12");
    expect(other.heard).toContain("hết chỗ, 5 người đang chờ");
  });

  it("asks somebody who is known for nothing twice, and keeps two enterprises apart", async () => {
    await openClass(given.database);
    await openClass(given.database, { keyword: "13", title: "5S tại xưởng" });
    const person = await given.someone();
    await tells(person, ...registersAlone());
    const code = codeOf(person.heard);

    await person.says("DK 13");
    expect(person.heard).not.toContain("xin phép dùng");
    expect(person.heard).toContain("Hộ kinh doanh Mắm Cô Ba, phường Sa Huỳnh\nVõ Thị Ba, 0905123456");
    await person.picks("Dùng lại");
    await tells(person, "chỉ mình tôi", "không cần", "gửi");
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");

    await person.says("DK 12");
    expect(lastReply(person)).toContain(`Anh/chị đã có đăng ký ${code} cho lớp này (1 người).`);
    await person.picks("Đăng ký đơn vị khác");
    await tells(person, "htx", "HTX Rau Sạch", "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456");
    await tells(person, "chỉ mình tôi", "không cần", "gửi");
    expect(codeOf(person.heard)).not.toBe(code);
    expect(await given.database.client.registration.count()).toBe(3);
    expect(await given.database.client.enterprise.count()).toBe(2);
    expect(await given.database.client.contact.count()).toBe(1);
  });
});
