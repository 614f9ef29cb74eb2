import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setNotice } from "../../../src/adapters/prisma/staff/settings.ts";
import { runApp, TEST_DAY } from "../../support/app.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { eachDatabase } from "../../support/database.ts";
import { calendar } from "../../support/registry.ts";

const HOW_MANY = "moi nam tinh ho tro bao nhieu doanh nghiep";
const LONG = 60_000;

describe.skipIf(withoutBrowser())("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, LONG);
  afterAll(() => browser.close());

  eachDatabase("the chat of the whole service", (given) => {
    let stops: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const stop of stops.toReversed()) await stop();
      stops = [];
    });

    async function open(width: number): Promise<Page> {
      const app = await runApp(given.database);
      stops.push(() => app.stop());
      const answer = getRequestListener(app.web.fetch);
      const server = createServer((request, response) => void answer(request, response));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      stops.push(
        () =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      );
      const context = await browser.newContext({ locale: "vi-VN", viewport: { width, height: 780 } });
      stops.push(() => context.close());
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return page;
    }

    async function ask(page: Page, words: string): Promise<void> {
      const lines = page.locator(".line.bot");
      const before = await lines.count();
      await page.locator("#tin-nhan").fill(words);
      await page.locator("#tin-nhan").press("Enter");
      await lines.nth(before).waitFor({ timeout: 20_000 });
    }

    it(
      "given an answer, when its buttons are pressed by keyboard, then it is rated without a message; a wrong one is passed on",
      async () => {
        const page = await open(360);
        await ask(page, HOW_MANY);
        const good = page.getByRole("button", { name: "Hữu ích" });
        const bad = page.getByRole("button", { name: "Chưa đúng" });
        await good.focus();
        await page.keyboard.press("Enter");
        await page.getByText("Đã ghi nhận, cảm ơn anh/chị.").waitFor();
        expect(await good.getAttribute("aria-pressed")).toBe("true");
        expect(await page.locator(".line").count()).toBe(2);

        await page.keyboard.press("Tab");
        await page.keyboard.press("Space");
        await page.getByRole("button", { name: "Chuyển câu hỏi cho cán bộ" }).click({ timeout: 20_000 });
        await page.getByText("Đã chuyển câu hỏi cho cán bộ").waitFor({ timeout: 20_000 });
        expect([await good.getAttribute("aria-pressed"), await bad.getAttribute("aria-pressed")]).toEqual([
          "false",
          "true",
        ]);
        await page.reload();
        await bad.waitFor();
        expect(await bad.getAttribute("aria-pressed")).toBe("true");
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      },
      LONG,
    );

    it(
      "given an emergency notice, then it stands on the page and before the first answer, and axe finds nothing serious",
      async () => {
        const [from, until] = [TEST_DAY, new Date(TEST_DAY.getTime() + 3_600_000)];
        const desk = { database: given.database, calendar };
        await setNotice(desk, { actor: "lan", now: TEST_DAY }, { text: "Sở nghỉ vì bão.", from, until }, 0);
        const page = await open(1200);
        await page.getByText("Sở nghỉ vì bão.").waitFor();
        await ask(page, HOW_MANY);
        expect(await page.locator(".line.bot").first().innerText()).toContain("Thông báo: Sở nghỉ vì bão.");
        await page.locator(".rating").waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
          [],
        );
      },
      LONG,
    );
  });
});
