import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { TestBrowser } from "./console.ts";

export const WIDTHS = [390, 1280] as const;

/** CONSOLE_SHOTS=folder: where pictures go, for somebody who wants to look at them. Without it none are taken. */
const folder = process.env["CONSOLE_SHOTS"] ?? null;

/** A real browser that is signed in as `who` is. */
export async function openAs(
  browser: Browser,
  url: string,
  who: TestBrowser | null,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "vi-VN", ...options });
  const cookies = [...(who?.cookies ?? [])].map(([name, value]) => ({ name, value, url: `${url}/can-bo` }));
  await context.addCookies(cookies);
  return context;
}

/** What is wrong with a page at this width: serious findings of axe, anything wider than the window. Takes a picture where one is wanted. */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  return [...(await serious(page, name)), ...(await fits(page, name))];
}

/** Serious findings of axe, of all its rules or of these. */
export async function serious(
  page: Page,
  name: string,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) => `${name} at ${widthOf(page)}: ${id} ${nodes.map(({ html }) => html).join(" | ")}`,
    );
}

/** Whether anything is wider than the window. Takes a picture where one is wanted. */
export async function fits(page: Page, name: string): Promise<readonly string[]> {
  const width = widthOf(page);
  const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  return wide > width ? [`${name} is ${wide} wide in a window of ${width}`] : [];
}

function widthOf(page: Page): number {
  return page.viewportSize()?.width ?? 0;
}

/** "/can-bo/nhan-su/:id" → "nhan-su-id" */
export function nameOfPage(path: string): string {
  return path.replace(/^\/can-bo\/?/, "").replaceAll(/[^\w-]+/g, "-") || "trang-chinh";
}
