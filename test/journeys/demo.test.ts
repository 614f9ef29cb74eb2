import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startDemo, type Demo } from "../demo/demo.ts";
import { launchBrowser, watchPage, withoutBrowser } from "../support/browser.ts";

const PATIENCE = { timeout: 60_000 };

describe.skipIf(withoutBrowser())("the demo of all channels", { timeout: 180_000 }, () => {
  let browser: Browser;
  let demo: Demo;
  let problems: string[] = [];
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launchBrowser(), startDemo({ port: 0, stepMs: 0 })]);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = problems;
    problems = [];
    // Anything the content policy blocks or a script trips over shows here.
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  async function given(viewport = { width: 1600, height: 950 }): Promise<Page> {
    const page = await (await browser.newContext({ locale: "vi-VN", viewport })).newPage();
    watchPage(page, problems);
    await page.goto(demo.url);
    return page;
  }

  const screen = (page: Page, name: string) =>
    page.getByRole("log", { name: `Cuộc trò chuyện trên ${name}`, exact: true });
  const say = async (page: Page, name: string, words: string) => {
    const box = page.getByLabel(`Tin nhắn gửi qua ${name}`, { exact: true });
    await box.fill(words);
    await box.press("Enter");
  };

  it("given one column, when somebody types there, then it answers as that channel does, and no other", async () => {
    const page = await given();
    await say(page, "Zalo Bot", "menu");
    await screen(page, "Zalo Bot").getByText("2. Lớp tập huấn").waitFor(PATIENCE);
    await say(page, "Zalo Bot", "2");
    await screen(page, "Zalo Bot").getByText("12. Áp dụng mã số").waitFor(PATIENCE);
    expect(await screen(page, "Zalo Bot").getByRole("button").count()).toBe(0);
    expect(await screen(page, "Telegram").innerText()).toBe("");
  });

  it("given a channel with buttons, when one is pressed, then it is answered", async () => {
    const page = await given();
    for (const name of ["Telegram", "Zalo OA"]) {
      await say(page, name, "DK 12");
      await screen(page, name).getByRole("button", { name: "Đồng ý", exact: true }).click(PATIENCE);
    }
    await screen(page, "Telegram").getByRole("button", { name: "Hợp tác xã", exact: true }).waitFor(PATIENCE);
    // More choices than an Official Account has buttons.
    await screen(page, "Zalo OA").getByText("2. Hợp tác xã").waitFor(PATIENCE);
  });

  it("given the button of the script, when it is pressed, then all five columns go through it", async () => {
    const page = await given();
    await page.getByRole("button", { name: "Chạy kịch bản" }).click();
    await page.getByText("Xong: cả năm kênh").waitFor({ timeout: 150_000 });
    for (const name of ["Telegram", "Zalo Bot", "Zalo OA", "Zalo cá nhân"]) {
      const said = await screen(page, name).innerText();
      for (const words of [
        "1.500.000",
        "Đã hủy: Trần Thị Bình",
        "Kết luận: Có thể nộp",
        "Đã gửi yêu cầu, mã YC-",
      ])
        expect(said, name).toContain(words);
    }
    const web = page.frameLocator("iframe").getByText("Đã gửi yêu cầu, mã YC-");
    await web.waitFor(PATIENCE);
    const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });

  it("given a telephone, then one column fills it and nothing is wider than the page", async () => {
    const page = await given({ width: 390, height: 844 });
    await say(page, "Telegram", "menu");
    await screen(page, "Telegram").getByRole("button", { name: "Lớp tập huấn" }).waitFor(PATIENCE);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(390);
  });
});
