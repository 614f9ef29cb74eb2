import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Parts } from "../../src/app.ts";
import type { Role } from "../../src/console/permissions.ts";
import { launchBrowser } from "./browser.ts";
import { startConsole, type TestBrowser, type TestConsole } from "./console.ts";
import { lookAt, openAs, WIDTHS } from "./console-pages.ts";
import { oneDatabase } from "./database.ts";
import { serve, type Served } from "./served.ts";

const PATIENCE_MS = 60_000;

export interface Journey {
  readonly desk: TestConsole;
  readonly url: string;
  /** a window of its own; nobody is signed in without `who` */
  window(who?: TestBrowser | null, width?: number): Promise<Page>;
  /** somebody new with this role, on the first page of the console */
  staff(role: Role, details?: { name?: string; width?: number }): Promise<Page>;
  /** somebody on the page of the chat */
  citizen(): Promise<Page>;
  /** looks for what is wrong with the page at every width, and takes pictures */
  look(page: Page, name: string): Promise<void>;
}

/** The chat and the console of one service in real windows; whatever was wrong with a page fails the file. */
export function consoleJourney(parts: Partial<Parts> = {}): Journey {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  const problems: string[] = [];

  beforeAll(async () => {
    desk = await startConsole(given.database, parts);
    served = await serve(desk.app.web);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
    expect(problems).toEqual([]);
  });

  const window = async (who: TestBrowser | null = null, width = 1280): Promise<Page> => {
    const context = await openAs(browser, served.url, who, { viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => problems.push(error.message));
    return page;
  };
  return {
    get desk() {
      return desk;
    },
    get url() {
      return served.url;
    },
    window,
    async staff(role, { name, width } = {}) {
      const member = await desk.member(role, name === undefined ? {} : { name });
      const page = await window(await desk.signedIn(member), width);
      await page.goto(`${served.url}/can-bo`);
      return page;
    },
    async citizen() {
      const page = await window();
      await page.goto(served.url);
      return page;
    },
    async look(page, name) {
      const usual = page.viewportSize();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        problems.push(...(await lookAt(page, name)));
      }
      if (usual !== null) await page.setViewportSize(usual);
    },
  };
}

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
export const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name, exact: true }).first().click();

/** Says these words in the chat, one after the other; gives what is answered last. */
export async function tellsChat(page: Page, ...words: readonly string[]): Promise<string> {
  const lines = page.locator(".line.bot");
  let answer = "";
  for (const one of words) {
    const before = await lines.count();
    const button = page.getByRole("button", { name: one, exact: true });
    if ((await button.count()) > 0) await button.last().click();
    else {
      await page.locator("#tin-nhan").fill(one);
      await page.locator("#tin-nhan").press("Enter");
    }
    await lines.nth(before).waitFor();
    answer = await lines.last().innerText();
  }
  return answer;
}
