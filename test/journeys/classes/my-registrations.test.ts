import { expect, it } from "vitest";
import { codeOf, openClass, registersAlone, runJob, standing, upToWhoComes } from "../../support/events.ts";
import type { Person } from "../../support/person.ts";
import { eachWay, tells } from "../requests/ways.ts";

const CAN_BA = { enterprise: "Mắm Cô Ba", name: "Võ Thị Ba", phone: "0905123456" };
const BUN_TU = { enterprise: "Bún Cô Tư", name: "Lê Thị Tư", phone: "0905000004" };
const GAO_NAM = { enterprise: "Gạo Chú Năm", name: "Trần Văn Năm", phone: "0905000005" };

/** A day of work, nine o'clock. */
const WEDNESDAY = new Date("2026-11-25T09:00:00+07:00");
const THURSDAY = new Date("2026-11-26T09:00:01+07:00");

eachWay("one's own registrations", (given) => {
  let clock = WEDNESDAY;

  /** The first has the only seat, the others wait in this order. */
  async function threeForOneSeat(): Promise<[Person, Person, Person]> {
    clock = WEDNESDAY;
    await openClass(given.database, { capacity: 1 });
    const people: Person[] = [];
    for (const who of [CAN_BA, BUN_TU, GAO_NAM]) {
      const person = await given.someone({ now: () => clock });
      await tells(person, ...upToWhoComes(who), "chỉ mình tôi");
      if (people.length > 0) await person.picks("Vào danh sách chờ");
      await tells(person, "không cần", "gửi");
      people.push(person);
    }
    return people as [Person, Person, Person];
  }

  async function cancels(person: Person): Promise<void> {
    await person.says("đăng ký của tôi");
    await person.picks("Hủy chỗ");
    await person.picks("Xác nhận hủy");
  }

  async function lastLine(person: Person) {
    const line = (await person.lines()).at(-1);
    if (!line) throw new Error("nothing was said");
    return line;
  }

  function offered(line: { choices: readonly { label: string; value: string }[] }, label: string): string {
    return line.choices.find((one) => one.label === label)?.value ?? `no ${label}`;
  }

  it("swaps a person and keeps the seat, adds one, fetches the calendar again", async () => {
    await openClass(given.database, { capacity: 2 });
    const person = await given.someone();
    await tells(person, ...registersAlone());
    const code = codeOf(person.heard);

    await person.says("đổi người");
    expect(person.heard).toContain(`Đăng ký ${code}`);
    expect(person.heard).toContain("1. Võ Thị Ba: có chỗ");
    await person.picks("Đổi người");
    await person.says("Trần Thị Lan 09123");
    expect(person.heard).toContain("“Trần Thị Lan 09123”: Số điện thoại thiếu 5 số.");
    await person.says("Trần Thị Lan, 0912 333 444, kế toán");
    expect(person.heard).toContain("Đổi Võ Thị Ba sang: Trần Thị Lan · 0912333444 · kế toán");
    await person.picks("Đã đồng ý, đổi");
    expect(person.heard).toContain(`Đã đổi sang Trần Thị Lan (đăng ký ${code}). Chỗ được giữ nguyên.`);
    expect(await standing(given.database)).toEqual(["Trần Thị Lan: confirmed"]);

    await person.picks("Đăng ký của tôi");
    await person.picks("Thêm người");
    await tells(person, "Võ Thị Ba, 0905123456\nLê Em", "đúng hết");
    expect(person.heard).toContain("Lớp chỉ còn 1 chỗ");
    await person.picks("Đã đồng ý, gửi");
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.\nĐang chờ: Lê Em (thứ 1).");

    await person.says("đăng ký của tôi");
    await person.picks("Lấy lịch");
    expect(person.replies.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(["lop-12.ics"]);
  });

  it("frees a seat, which the first who waits is offered where they wrote and takes", async () => {
    const [ba, tu, nam] = await threeForOneSeat();
    expect(nam.heard).toContain("Đang chờ: Trần Văn Năm (thứ 2).");
    await cancels(ba);
    expect(ba.heard).toContain("Đã hủy: Võ Thị Ba");
    expect(await standing(given.database)).toEqual([
      "Võ Thị Ba: cancelled",
      "Lê Thị Tư: offered",
      "Trần Văn Năm: waiting",
    ]);

    const offer = await lastLine(tu);
    expect(offer.text).toContain("Có chỗ trống cho Lê Thị Tư ở lớp “Áp dụng mã số mã vạch");
    expect(offer.text).toContain("Chỗ được giữ đến 9:00 thứ Năm 26/11/2026; quá giờ sẽ chuyển");
    expect((await lastLine(nam)).text).not.toContain("Có chỗ trống cho");
    await nam.says("đăng ký của tôi");
    expect(nam.heard).toContain("đang chờ, thứ 1");
    // Somebody else's button is no key to the seat.
    await nam.presses(offered(offer, "Nhận chỗ"));
    expect(nam.heard).toContain("Tôi chỉ sửa được đăng ký tạo từ chính khung chat này.");

    await tu.presses(offered(offer, "Nhận chỗ"));
    expect(tu.heard).toContain("Đã giữ chỗ cho Lê Thị Tư, mã ĐK-");
    expect(tu.replies.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(["lop-12.ics"]);
    await tu.presses(offered(offer, "Nhận chỗ"));
    expect(tu.heard).toContain("Việc này đã được xử lý trước đó");
    expect(await standing(given.database)).toEqual([
      "Võ Thị Ba: cancelled",
      "Lê Thị Tư: confirmed",
      "Trần Văn Năm: waiting",
    ]);
  });

  it("passes an offered seat on when it is declined, and when nobody answers in time", async () => {
    const [ba, tu, nam] = await threeForOneSeat();
    await cancels(ba);
    const offer = await lastLine(tu);
    await tu.presses(offered(offer, "Nhường chỗ"));
    expect(tu.heard).toContain("Nhường chỗ của Lê Thị Tư cho người chờ kế tiếp?");
    await tu.picks("Thôi, quay lại");
    await tu.says("đăng ký của tôi");
    expect(tu.heard).toContain("được mời nhận chỗ, trả lời trước 9:00 thứ Năm 26/11/2026");
    await tu.picks("Nhường chỗ: Lê Thị Tư");
    await tu.picks("Xác nhận nhường");
    expect(tu.heard).toContain("Đã nhường chỗ của Lê Thị Tư cho người chờ kế tiếp.");

    const next = await lastLine(nam);
    expect(next.text).toContain("Có chỗ trống cho Trần Văn Năm");
    clock = THURSDAY;
    await runJob(given.database, "lapse offers", clock);
    expect((await lastLine(nam)).text).toContain("Đã quá hạn giữ chỗ của Trần Văn Năm");
    await nam.presses(offered(next, "Nhận chỗ"));
    expect(nam.heard).toContain("chỗ này đã quá hạn giữ");
    expect(await standing(given.database)).toEqual([
      "Võ Thị Ba: cancelled",
      "Lê Thị Tư: cancelled",
      "Trần Văn Năm: lapsed",
    ]);
    const { seatsTaken } = await given.database.client.event.findFirstOrThrow();
    expect(seatsTaken).toBe(0);
  });
});
