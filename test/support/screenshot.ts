/** Makes the pictures of the README anew: `npm run screenshot`. */
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { readCommunes } from "../../src/adapters/files/communes-file.ts";
import { openDatabase } from "../../src/adapters/prisma/client.ts";
import { fillDemo } from "../../src/adapters/prisma/demo/fill.ts";
import { startDemo } from "../demo/demo.ts";
import { TEST_DAY } from "./app.ts";
import { launchBrowser } from "./browser.ts";
import { openAs } from "./console-pages.ts";
import { startConsole } from "./console.ts";
import { repository } from "./knowledge.ts";
import { deskOver } from "./registry.ts";
import { serve } from "./served.ts";
import { startTalkingChat } from "./talking.ts";

const QUESTION = "moi nam tinh ho tro bao nhieu doanh nghiep";

async function askPage(browser: Browser): Promise<void> {
  const chat = await startTalkingChat();
  const page = await opened(browser, chat.url, { width: 1200, height: 900 });
  await page.locator("#tin-nhan").fill(QUESTION);
  await page.locator("#tin-nhan").press("Enter");
  await page.locator(".place summary").first().click();
  // The picture shows the page at rest, not under the pointer that unfolded it.
  await page.mouse.move(0, 0);
  await page.evaluate("document.activeElement.blur()");
  await keep(page, "ask-page.png");
  await chat.stop();
}

async function demoPage(browser: Browser): Promise<void> {
  const demo = await startDemo({ port: 0, stepMs: 0 });
  const page = await opened(browser, demo.url, { width: 1440, height: 760 });
  await page.locator("#kich-ban").click();
  await page.getByText("Xong: cả năm kênh").waitFor({ timeout: 120_000 });
  await page.mouse.move(0, 0);
  await keep(page, "channels-demo.png");
  await demo.stop();
}

/** The first page of an admin and the yearly figures, over invented data. */
async function consolePages(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nscl-pictures-"));
  const database = await openDatabase({ dataFolder: folder });
  const communes = await readCommunes(join(repository, "knowledge"));
  await fillDemo(deskOver(database).desk, communes, TEST_DAY);
  const desk = await startConsole(database);
  const served = await serve(desk.app.web);
  const officer = await desk.signedIn(await desk.member("approver"));
  await officer.page("/can-bo");
  const viewport = { width: 1280, height: 860 };
  const page = await (await openAs(browser, served.url, officer, { viewport })).newPage();
  await page.goto(`${served.url}/can-bo`);
  await keep(page, "console-home.png");
  await page.goto(`${served.url}/can-bo/so-lieu`);
  await keep(page, "console-figures.png");
  await served.close();
  await desk.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

async function opened(browser: Browser, url: string, viewport: { width: number; height: number }) {
  const page = await browser.newPage({ viewport, colorScheme: "light", locale: "vi-VN" });
  await page.goto(url);
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  const path = join(repository, "docs", "images", name);
  await page.waitForTimeout(1_000);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
  console.warn(`${path}: ${Math.ceil((await stat(path)).size / 1024)} kB`);
}

const browser = await launchBrowser();
await askPage(browser);
await demoPage(browser);
await consolePages(browser);
await browser.close();
// The library of personal accounts leaves timers behind.
process.exit(0);
