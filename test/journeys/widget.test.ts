import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, watchPage, withoutBrowser } from "../support/browser.ts";
import type { RunningChat } from "../support/chat.ts";
import { startTalkingChat } from "../support/talking.ts";

interface Site {
  origin: string;
  stop(): Promise<void>;
}

/** The Department's site: another origin, with a policy as strict as one can be that lets the widget in. */
async function startSite(chatUrl: () => string, body: (chatUrl: string) => string): Promise<Site> {
  const server: Server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; script-src ${chatUrl()}; frame-src ${chatUrl()}; base-uri 'none'; form-action 'none'`,
    );
    response.end(
      `<!doctype html><html lang="vi"><head><title>Sở</title></head><body><main><h1>Trang của Sở</h1></main>${body(chatUrl())}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const WIDGET = (url: string) => `<script src="${url}/nhung.js" defer></script>`;
const BARE_FRAME = (url: string) => `<iframe src="${url}/nhung" title="chat"></iframe>`;

describe.skipIf(withoutBrowser())("the widget on another site", { timeout: 30_000 }, () => {
  let browser: Browser;
  let chat: RunningChat;
  let named: Site;
  let stranger: Site;
  let framing: Site;
  let problems: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    const url = () => chat.url;
    named = await startSite(url, WIDGET);
    stranger = await startSite(url, WIDGET);
    framing = await startSite(url, BARE_FRAME);
    chat = await startTalkingChat({ config: { widgetOrigins: [named.origin] } });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    problems = [];
  });
  afterAll(async () => {
    await browser.close();
    for (const one of [chat, named, stranger, framing]) await one.stop();
  });

  async function given(site: Site, viewport = { width: 1000, height: 800 }): Promise<Page> {
    const context = await browser.newContext({ locale: "vi-VN", viewport });
    const page = await context.newPage();
    watchPage(page, problems, ["error", "warning"]);
    await page.goto(site.origin);
    return page;
  }

  const button = (page: Page) => page.getByRole("button", { name: "Hỏi đáp năng suất, chất lượng" });
  const frame = (page: Page) => page.frameLocator("iframe");

  it("given one script tag under a strict policy, when the button is pressed, then the chat answers in a frame", async () => {
    const page = await given(named);
    await button(page).click();
    const box = frame(page).getByLabel("Tin nhắn của anh/chị");
    await box.fill("moi nam tinh ho tro bao nhieu doanh nghiep");
    await box.press("Enter");
    await frame(page).locator(".line.bot").waitFor();
    expect(await frame(page).locator(".line.bot").innerText()).toContain("11/KH-UBND");
    expect(problems).toEqual([]);
  });

  it("given an open frame, when it is closed by Esc or by its own button, then the button has the focus again and the talk is kept", async () => {
    const page = await given(named);
    await button(page).click();
    await frame(page).getByLabel("Tin nhắn của anh/chị").fill("lớp");
    await frame(page).getByLabel("Tin nhắn của anh/chị").press("Enter");
    await frame(page).locator(".line.bot").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("iframe").waitFor({ state: "hidden" });
    expect(await button(page).getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await frame(page).locator(".line.bot").waitFor();
    await frame(page).getByRole("button", { name: "Đóng khung chat" }).click();
    await page.locator("iframe").waitFor({ state: "hidden" });
    await page.reload();
    await button(page).click();
    await frame(page).locator(".line.bot").waitFor();
    expect(problems).toEqual([]);
  });

  it("given a phone, then the frame fills it and can be closed", async () => {
    const page = await given(named, { width: 360, height: 740 });
    await button(page).click();
    await frame(page).getByLabel("Tin nhắn của anh/chị").waitFor();
    const size = await page.locator("iframe").boundingBox();
    expect(size).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    await frame(page).getByRole("button", { name: "Đóng khung chat" }).click();
    await page.locator("iframe").waitFor({ state: "hidden" });
  });

  it("given the frame, then axe finds nothing serious around it", async () => {
    const page = await given(named);
    await button(page).click();
    await frame(page).getByLabel("Tin nhắn của anh/chị").waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id),
    ).toEqual([]);
  });

  it("given a site that is not named, then there is no button, and the console says why", async () => {
    const page = await given(stranger);
    await expect.poll(() => problems.join("\n")).toContain("WIDGET_ORIGINS");
    expect(await page.getByRole("button").count()).toBe(0);
  });

  it("given a site that is not named and frames the chat itself, then the browser refuses", async () => {
    const page = await given(framing);
    await expect.poll(() => problems.join("\n")).toMatch(/frame-ancestors/);
    expect(await frame(page).getByLabel("Tin nhắn của anh/chị").count()).toBe(0);
  });
});
