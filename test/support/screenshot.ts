/** Makes docs/images/ask-page.png anew: `npx tsx test/support/screenshot.ts`. */
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { launchBrowser } from "./browser.ts";
import { repository } from "./knowledge.ts";
import { startTalkingChat } from "./talking.ts";

const QUESTION = "moi nam tinh ho tro bao nhieu doanh nghiep";

async function main(path: string): Promise<void> {
  const chat = await startTalkingChat();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 900 },
      colorScheme: "light",
      locale: "vi-VN",
    });
    await page.goto(chat.url);
    await page.locator("#tin-nhan").fill(QUESTION);
    await page.locator("#tin-nhan").press("Enter");
    await page.locator(".place summary").first().click();
    // The picture shows the page at rest, not under the pointer that unfolded it.
    await page.mouse.move(0, 0);
    await page.evaluate("document.activeElement.blur()");
    await page.waitForTimeout(300);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path });
  } finally {
    await browser.close();
    await chat.stop();
  }
  console.warn(`${path}: ${Math.ceil((await stat(path)).size / 1024)} kB`);
}

await main(join(repository, "docs", "images", "ask-page.png"));
