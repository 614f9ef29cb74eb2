import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { TestBrowser } from "./console.ts";

export const WIDTHS = [390, 1280] as const;

/** CONSOLE_SHOTS=folder keeps the pictures where somebody wants to look at them. */
const folder = process.env["CONSOLE_SHOTS"] ?? mkdtempSync(join(tmpdir(), "nscl-console-"));

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

/**
 * What is wrong with a page at this width: serious findings of axe, anything wider than the window, anything the
 * content policy blocked. Takes a picture of it.
 */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${name} at ${width}: ${id} ${nodes.map(({ html }) => html).join(" | ")}`);
  const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  return [...serious, ...(wide > width ? [`${name} is ${wide} wide in a window of ${width}`] : [])];
}

/** "/can-bo/nhan-su/:id" → "nhan-su-id" */
export function nameOfPage(path: string): string {
  return path.replace(/^\/can-bo\/?/, "").replaceAll(/[^\w-]+/g, "-") || "trang-chinh";
}
