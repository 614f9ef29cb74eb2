import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { launchBrowser, watchPage, withoutBrowser } from "../../support/browser.ts";
import { oneDatabase } from "../../support/database.ts";
import { modelAt } from "../../support/model/talk.ts";
import { serve } from "../../support/served.ts";

/** Notes every text that the answer in the making had on the page. */
const WATCH = `
  window.drafts = [];
  new MutationObserver(() => {
    const draft = document.querySelector(".line.bot.draft .bubble");
    if (draft && draft.innerText !== window.drafts.at(-1)) window.drafts.push(draft.innerText);
  }).observe(document.getElementById("hoi-thoai"), { childList: true, subtree: true });
`;

describe.skipIf(withoutBrowser())("an answer in the making, in a browser", { timeout: 60_000 }, () => {
  const given = oneDatabase();
  let server: ModelServer;
  let app: RunningApp;
  let served: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  beforeAll(async () => {
    server = await startModelServer();
    app = await runApp(given.database, {}, modelAt(server));
    served = await serve(app.web);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await served.close();
    await server.stop();
  });

  it("grows sentence by sentence, and ends as the answer that is stored", async () => {
    const problems: string[] = [];
    const page = await browser.newPage({ locale: "vi-VN" });
    watchPage(page, problems);
    await page.goto(`${served.url}/`);
    const box = page.getByLabel("Tin nhắn của anh/chị");
    const answers = page.locator(".line.bot:not(.draft)");
    await box.fill("chào");
    await box.press("Enter");
    await answers.first().waitFor();

    await page.evaluate(WATCH);
    server.pace(12);
    await box.fill("Mã vạch mất bao nhiêu tiền?");
    await box.press("Enter");
    await answers.nth(1).waitFor({ timeout: 30_000 });

    const drafts = await page.evaluate<string[]>("window.drafts");
    const final = await answers.nth(1).locator(".bubble").innerText();
    expect(drafts.length).toBeGreaterThan(1);
    for (const [at, draft] of drafts.entries()) {
      expect(final.startsWith(draft)).toBe(true);
      expect(draft.length).toBeGreaterThan((drafts[at - 1] ?? "").length);
    }
    expect(await page.locator(".draft").count()).toBe(0);

    const stored = await given.database.client.outgoingMessage.findFirstOrThrow({ orderBy: { seq: "desc" } });
    const { text } = JSON.parse(stored.body) as { text: string };
    const [opening = ""] = text.split("\n");
    expect(final).toContain(opening);
    expect(problems).toEqual([]);
  });
});
