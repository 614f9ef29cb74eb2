import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postponeEvent } from "../../src/adapters/prisma/staff/events.ts";
import { answered } from "../phones/answered.ts";
import { zaloBotLine } from "../phones/lines.ts";
import { phoneOn, type Phone } from "../phones/phone.ts";
import { startPlatforms, type Platforms } from "../phones/platforms.ts";
import { pick, textOf } from "../phones/play.ts";
import { startService, type Service } from "../phones/service.ts";
import { TEST_DAY } from "../support/app.ts";
import { eachDatabase } from "../support/database.ts";
import {
  openClass,
  registersAlone,
  runJob,
  standing,
  upToWhoComes,
  type Registrant,
} from "../support/events.ts";
import { DAY, deskOver } from "../support/registry.ts";

eachDatabase("what is said unasked on a channel without buttons", (given) => {
  let platforms: Platforms;
  let service: Service;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  beforeEach(async () => {
    ahead = TEST_DAY.getTime() - Date.now();
    platforms = await startPlatforms();
    service = await startService(given.database, platforms, { now });
  });
  afterEach(async () => {
    await service.stop();
    await platforms.stop();
  });

  const someone = () => phoneOn(zaloBotLine(platforms));

  async function tells(phone: Phone, ...lines: readonly string[]): Promise<string> {
    for (const line of lines) {
      await phone.says(line);
      await answered(given.database, phone);
    }
    return textOf(await phone.news());
  }

  async function picks(phone: Phone, label: string): Promise<string> {
    await pick(phone, label);
    await answered(given.database, phone);
    return textOf(await phone.news());
  }

  async function hears(phone: Phone, words: string): Promise<void> {
    await expect.poll(async () => textOf(await phone.news()), { timeout: 20_000 }).toContain(words);
  }

  describe("given two who wait for a seat that became free", () => {
    let first: Phone;
    let second: Phone;
    const waits = (phone: Phone, who: Registrant) =>
      tells(phone, ...upToWhoComes(who), "chỉ mình tôi", "vào danh sách chờ", "không cần", "gửi");
    beforeEach(async () => {
      await openClass(given.database, { capacity: 1 });
      const seated = someone();
      first = someone();
      second = someone();
      await tells(seated, ...registersAlone());
      await waits(first, { enterprise: "Mắm Bà Tư", name: "Lê Thị Tư", phone: "0905123457" });
      await waits(second, { enterprise: "Mắm Ông Năm", name: "Trần Văn Năm", phone: "0905123458" });
      await tells(seated, "đăng ký của tôi");
      await picks(seated, "Hủy chỗ");
      await picks(seated, "Xác nhận hủy");
      await hears(first, "Có chỗ trống cho Lê Thị Tư");
    });

    it("when the offer to the first lapses, then the second is offered the seat and takes it by typing", async () => {
      ahead += 3 * DAY;
      await runJob(given.database, "lapse offers", now());
      await hears(second, "Có chỗ trống cho Trần Văn Năm");
      await hears(second, "Nhận chỗ: gõ “nhận 12”");
      expect(await picks(second, "Nhận chỗ")).toContain("Đã giữ chỗ cho Trần Văn Năm, mã ĐK-");
      expect(await tells(first, "nhan cho")).toContain("quá hạn");
      expect(await standing(given.database)).toEqual([
        "Võ Thị Ba: cancelled",
        "Lê Thị Tư: lapsed",
        "Trần Văn Năm: confirmed",
      ]);
    });

    it("when a form is open, then a number is for the form, the words take the seat, and the form goes on", async () => {
      expect(await tells(first, "yêu cầu hỗ trợ", "2")).toContain("kể cụ thể");
      expect(await standing(given.database)).toContain("Lê Thị Tư: offered");
      expect(await tells(first, "nhận chỗ 12 ạ")).toContain("Đã giữ chỗ cho Lê Thị Tư");
      expect(await picks(first, "Làm tiếp việc dở")).toContain("kể cụ thể");
    });

    it("when they pass it on, then that is asked once more, by number", async () => {
      expect(await picks(first, "Nhường chỗ")).toContain("Nhường chỗ của Lê Thị Tư");
      await picks(first, "Xác nhận nhường");
      await hears(second, "Có chỗ trống cho Trần Văn Năm");
      expect(await tells(first, "nhận 12")).toContain("Hiện không có chỗ nào đang chờ");
    });
  });

  describe("given a class that is put off", () => {
    const postpone = async (id: string) => {
      const by = { actor: "lan", now: now() };
      await postponeEvent(deskOver(given.database).desk, by, id, []);
    };

    it("when one person is on it, then they say that they come, or that they do not", async () => {
      const id = await openClass(given.database);
      const phone = someone();
      await tells(phone, ...registersAlone());
      await postpone(id);
      await hears(phone, "Võ Thị Ba không dự: gõ “không dự 12”");
      expect(await picks(phone, "vẫn dự")).toContain("Đã giữ chỗ cho Võ Thị Ba");
      expect(await tells(phone, "khong du 12")).toContain("Nhường chỗ của Võ Thị Ba");
      await picks(phone, "Xác nhận nhường");
      expect(await standing(given.database)).toEqual(["Võ Thị Ba: cancelled"]);
    });

    it("when several are on it, then they are answered for one by one", async () => {
      const id = await openClass(given.database);
      const phone = someone();
      await tells(phone, ...upToWhoComes(), "Lê Thị Tư, 0905123457\nTrần Văn Năm, 0905123458");
      await tells(phone, "đúng hết", "đã đồng ý", "không cần", "gửi");
      await postpone(id);
      await hears(phone, "Xem đăng ký: gõ “đăng ký của tôi”");
      expect(await picks(phone, "Xem đăng ký")).toContain("Vẫn dự: Lê Thị Tư");
      await picks(phone, "Không dự: Trần Văn Năm");
      await picks(phone, "Xác nhận nhường");
      expect(await standing(given.database)).toEqual(["Lê Thị Tư: confirmed", "Trần Văn Năm: cancelled"]);
    });
  });
});
