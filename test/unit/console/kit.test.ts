import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAddress } from "../../../src/console/kit/list-query.ts";
import {
  dayInWords,
  isoDay,
  isoMinute,
  momentInWords,
  readDay,
  readMinute,
  spanOfDay,
} from "../../../src/console/kit/when.ts";
import type { TestBrowser } from "../../support/console.ts";
import { oneDatabase } from "../../support/database.ts";
import { kitConsole } from "../../support/kit-console.ts";
import { KIT } from "../../support/kit-feature.tsx";

describe("days and moments in Quảng Ngãi", () => {
  const lateInTheDay = new Date("2026-11-30T17:05:00Z");

  it("are told and read there, whatever the zone of the machine", () => {
    expect(dayInWords(lateInTheDay)).toBe("01/12/2026");
    expect(momentInWords(lateInTheDay)).toBe("01/12/2026 00:05");
    expect(isoDay(lateInTheDay)).toBe("2026-12-01");
    expect(isoMinute(lateInTheDay)).toBe("2026-12-01T00:05");
    expect(readDay("2026-12-01")).toEqual(new Date("2026-11-30T17:00:00Z"));
    expect(readMinute("2026-12-01T00:05")).toEqual(lateInTheDay);
    expect(spanOfDay("2026-12-01")).toEqual({
      from: new Date("2026-11-30T17:00:00Z"),
      until: new Date("2026-12-01T17:00:00Z"),
    });
  });

  it.each(["", "hôm nay", "2026-02-30", "2026-13-01", "01/12/2026", "2026-12-01T25:00"])(
    "are not read from %j",
    (text) => {
      expect(readDay(text)).toBeNull();
      expect(readMinute(text)).toBeNull();
      expect(spanOfDay(text)).toBeNull();
    },
  );
});

it("addresses a list with what it was narrowed by, and leaves out what says nothing", () => {
  const query = { page: 3, perPage: 50, sort: "ten", descending: true, words: "rau sạch" };
  expect(listAddress("/can-bo/a", query, { loai: "htx", ngay: "" })).toBe(
    "/can-bo/a?loai=htx&tu=rau+s%E1%BA%A1ch&sap=-ten&trang=3",
  );
  expect(listAddress("/can-bo/a", query, {}, { page: 1, sort: "so", descending: false })).toBe(
    "/can-bo/a?tu=rau+s%E1%BA%A1ch&sap=so",
  );
});

describe("the parts of a page", () => {
  const given = oneDatabase();
  let desk: ReturnType<typeof kitConsole>;
  let browser: TestBrowser;
  beforeAll(async () => {
    desk = kitConsole(given.database);
    browser = await desk.signedIn(await desk.member("officer"));
  }, 60_000);
  afterAll(() => {
    expect(desk.errors).toEqual([]);
  });

  it("say once how something went, also with words that look like markup", async () => {
    const saved = await browser.post(`${KIT}/form`, { ghi_chu: "mới", revision: 0, ngay: "2026-12-01" });
    expect(saved.headers.get("Location")).toBe(KIT);
    expect(await browser.page(KIT)).toContain("Đã lưu không tệp 2026-12-01");
    expect(await browser.page(KIT)).not.toContain("Đã lưu");
    browser.cookies.set("can-bo-tin", "abc");
    expect(await browser.page(KIT)).not.toContain('class="said');
  });

  it("show what somebody else saved beside what was typed", async () => {
    const current = desk.feature.note.revision;
    const refused = await browser.post(`${KIT}/form`, { ghi_chu: "của tôi <i>", revision: current - 1 });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain(`name="revision" value="${current}"`);
    expect(page).toContain('name="ghi_chu" value="của tôi &lt;i&gt;"');
    const kept = await browser.post(`${KIT}/form`, { ghi_chu: "của tôi", revision: current });
    expect(kept.status).toBe(303);
    expect(desk.feature.note.text).toBe("của tôi");
  });

  it("take files, and forms that make no sense", async () => {
    const file = new File(["x"], "danh sách.xlsx");
    await browser.post(`${KIT}/form`, { tep: file, revision: desk.feature.note.revision });
    expect(await browser.page(KIT)).toContain("Đã lưu danh sách.xlsx");
    expect((await browser.post(`${KIT}/form`, { revision: "một" })).status).toBe(409);
    expect((await browser.post(`${KIT}/form`, {})).status).toBe(409);
  });

  it("show in the navigation and on the first page only what one may see", async () => {
    const officer = await browser.page("/can-bo");
    expect(officer).toContain("1.200");
    expect(officer).not.toContain("Nhật ký");
    const admin = await desk.signedIn(await desk.member("admin"));
    expect(await admin.page("/can-bo")).toContain("Nhật ký");
  });

  it("answer for what is not there, and for what failed, in the frame of the console", async () => {
    const response = await browser.get("/can-bo/khong-co-dau");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Không có trang này");
  });

  it("send htmx to the sign-in page instead of putting it into another page", async () => {
    const response = await desk.browser().get(`${KIT}/tien-do`, { "HX-Request": "true" });
    expect(response.status).toBe(401);
    expect(response.headers.get("HX-Redirect")).toBe("/can-bo/dang-nhap");
  });
});
