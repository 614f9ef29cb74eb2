import { expect, it, vi } from "vitest";
import { setNotice, setPaused } from "../../../src/adapters/prisma/staff/settings.ts";
import { answerRequest } from "../../../src/adapters/prisma/staff/requests.ts";
import { TEST_DAY } from "../../support/app.ts";
import { calendar } from "../../support/registry.ts";
import { codeIn, eachWay, type Given } from "../requests/ways.ts";

const BY = { actor: "lan", now: TEST_DAY };
const HOUR = 3_600_000;
const WITHIN = { timeout: 20_000, interval: 500 };

const deskOf = ({ database }: Given) => ({ database, calendar });

eachWay("the switched-off bot", (given) => {
  it("answers nothing, passes everything on in one request, and answers again when it is switched on", async () => {
    const { client } = given.database;
    const ba = await given.someone();
    await ba.says("mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp");
    const asked = await client.askedQuestion.count();
    await setPaused(deskOf(given), BY, true, 0);
    await vi.waitFor(async () => {
      await ba.says("mã vạch có bắt buộc không?");
      expect(ba.heard).toContain("đang tạm dừng");
    }, WITHIN);
    const code = codeIn(ba.heard);
    const before = await client.askedQuestion.count();
    await ba.says("yêu cầu hỗ trợ");
    expect(codeIn(ba.heard)).toBe(code);
    await ba.presses("go:menu");
    expect(codeIn(ba.heard)).toBe(code);
    await ba.sendsFile("nhãn.txt", "xin xem giúp");
    expect(codeIn(ba.heard)).toBe(code);
    // Nothing was answered, so nothing was asked either.
    expect(await client.askedQuestion.count()).toBe(before);
    expect(asked).toBe(1);

    const request = await client.supportRequest.findUniqueOrThrow({
      where: { code },
      include: { entries: { orderBy: { id: "asc" } } },
    });
    expect(request).toMatchObject({ kind: "cau_hoi", description: "mã vạch có bắt buộc không?" });
    expect(request.entries.map(({ text }) => text)).toEqual([
      "mã vạch có bắt buộc không?",
      "yêu cầu hỗ trợ",
      "[bấm một nút]",
      "",
    ]);
    expect(request.entries.at(-1)?.files).toContain("nhãn.txt");
    await answerRequest(deskOf(given), BY, { id: request.id, revision: null }, "Dạ không ạ.", "guided");
    await ba.says("còn phí thì sao?");
    expect(codeIn(ba.heard)).not.toBe(code);

    await setPaused(deskOf(given), BY, false, 1);
    await vi.waitFor(async () => {
      await ba.says("mã vạch có bắt buộc không?");
      expect(ba.replies[0]?.citations.length).toBeGreaterThan(0);
    }, WITHIN);
  }, 120_000);

  it("keeps a form that was open for when it is back", async () => {
    const ba = await given.someone();
    await ba.says("yêu cầu hỗ trợ");
    await setPaused(deskOf(given), BY, true, 0);
    await vi.waitFor(async () => {
      await ba.says("đợi chút");
      expect(ba.heard).toContain("đang tạm dừng");
    }, WITHIN);
    await setPaused(deskOf(given), BY, false, 1);
    await vi.waitFor(async () => {
      await ba.says("xong chưa");
      expect(ba.heard).toContain("Anh/chị cần hỗ trợ về việc gì?");
    }, WITHIN);
  }, 120_000);
});

eachWay("an emergency notice", (given) => {
  it("is told once a conversation before the answer, another one again, and none when its time is over", async () => {
    const { client } = given.database;
    const ba = await given.someone();
    const notice = (text: string, hours: number) => ({
      text,
      from: new Date(TEST_DAY.getTime() - HOUR),
      until: new Date(TEST_DAY.getTime() + hours * HOUR),
    });
    await setNotice(deskOf(given), BY, notice("Sở nghỉ vì bão.", 5), 0);
    await vi.waitFor(async () => {
      await ba.says("nhãn hàng hóa phải ghi những gì?");
      expect(ba.replies[0]?.text).toBe("Thông báo: Sở nghỉ vì bão.");
    }, WITHIN);
    expect(ba.replies[1]?.citations.length).toBeGreaterThan(0);
    await ba.says("mã vạch có bắt buộc không?");
    expect(ba.heard).not.toContain("bão");

    await setNotice(deskOf(given), BY, notice("Sở mở cửa lại.", 5), 1);
    await vi.waitFor(async () => {
      await ba.says("mã vạch có bắt buộc không?");
      expect(ba.heard).toContain("Thông báo: Sở mở cửa lại.");
    }, WITHIN);
    // Over by the clock of the service, though nobody took it back.
    const row = await client.setting.findUniqueOrThrow({ where: { key: "bot.notice" } });
    await client.setting.update({
      where: { key: "bot.notice" },
      data: { value: row.value.replace(/"until":"[^"]+"/, `"until":"${TEST_DAY.toISOString()}"`) },
    });
    const tu = await given.someone();
    await vi.waitFor(async () => {
      const late = await given.someone();
      await late.says("xin chào");
      expect(late.heard).not.toContain("Thông báo");
    }, WITHIN);
    await tu.says("xin chào");
    expect(tu.heard).not.toContain("Thông báo");
  }, 120_000);
});
