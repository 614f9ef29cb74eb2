import { afterEach, beforeEach, expect, it } from "vitest";
import { createChannelStates } from "../../../src/adapters/prisma/channel-states.ts";
import { settingsNow } from "../../../src/adapters/prisma/staff/settings.ts";
import { TEST_DAY } from "../../support/app.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";

const SETTINGS = "/can-bo/cai-dat";
const NOTICE = {
  noi_dung: "Sở nghỉ vì bão.",
  tu: "2026-11-24T09:00",
  den: "2026-11-25T17:00",
  revision: 0,
};

eachDatabase("the page of settings", (given) => {
  let desk: TestConsole;
  let admin: TestBrowser;

  beforeEach(async () => {
    desk = await startConsole(given.database);
    admin = await desk.signedIn(await desk.member("admin"));
  }, 120_000);
  afterEach(() => desk.stop());

  it("pauses after a question, says who did it, and tells a second admin instead of acting twice", async () => {
    expect(await admin.page(`${SETTINGS}/tam-dung`)).toContain('name="revision" value="0"');
    await admin.post(`${SETTINGS}/tam-dung`, { revision: 0 });
    expect((await settingsNow(given.database))["bot.paused"]).toEqual({ value: true, revision: 1 });
    expect(await admin.page(SETTINGS)).toContain("Thay đổi gần nhất: Phạm Văn Quản, 24/11/2026 09:00.");
    expect(await admin.page("/can-bo")).toContain("Trợ lý đang tạm dừng");

    await admin.post(`${SETTINGS}/tam-dung/thoi`, { revision: 0 });
    expect(await admin.page(SETTINGS)).toContain("Người khác vừa thay đổi cài đặt này.");
    expect((await settingsNow(given.database))["bot.paused"].value).toBe(true);
  }, 60_000);

  it("shows a notice before it is published, and says what is wrong with one", async () => {
    const notice = async () => (await settingsNow(given.database))["bot.notice"].value;
    const preview = await (await admin.post(`${SETTINGS}/thong-bao`, NOTICE)).text();
    expect(preview).toContain("Thông báo: Sở nghỉ vì bão.");
    expect(await notice()).toBeNull();

    const over = { ...NOTICE, den: "2026-11-24T08:00", tu: "2026-11-24T07:00" };
    for (const [wrong, words] of [
      [{ ...NOTICE, noi_dung: " " }, "Anh/chị viết nội dung."],
      [{ ...NOTICE, den: "" }, "Anh/chị chọn ngày và giờ."],
      [{ ...NOTICE, den: NOTICE.tu }, "Giờ kết thúc cần sau giờ bắt đầu."],
      [over, "Giờ kết thúc đã qua."],
    ] as const) {
      const response = await admin.post(`${SETTINGS}/thong-bao/dang`, wrong);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(words);
    }
    expect(await notice()).toBeNull();

    await admin.post(`${SETTINGS}/thong-bao/dang`, NOTICE);
    expect(await notice()).toMatchObject({ text: "Sở nghỉ vì bão.", from: TEST_DAY });
    await admin.post(`${SETTINGS}/thong-bao/go`, { revision: 1 });
    expect(await notice()).toBeNull();
  }, 60_000);

  it("and that of channels tell which one is stopped, since when and why", async () => {
    const since = new Date(TEST_DAY.getTime() - 3_600_000);
    const account = { account: "4477", since, isStandby: false, lastTrouble: null };
    await createChannelStates(given.database).keep(
      "may-1",
      [
        { ...account, channel: "telegram", state: "stopped", why: "Mã truy cập không còn dùng được." },
        { ...account, channel: "zalo-oa", state: "waiting", why: "Đang nối lại.", since: TEST_DAY },
      ],
      TEST_DAY,
    );
    for (const path of ["/can-bo/kenh", "/can-bo"]) {
      expect(await admin.page(path)).toContain("Mã truy cập không còn dùng được.");
    }
    // A short wait is nothing the whole office should know.
    expect(await admin.page("/can-bo")).not.toContain("Đang nối lại.");
  }, 60_000);
});
