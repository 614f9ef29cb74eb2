import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { may, ROLES, type Role } from "../../../src/console/permissions.ts";
import type { RouteFacts } from "../../../src/console/routes.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { lookAt, nameOfPage, openAs, WIDTHS } from "../../support/console-pages.ts";
import { consoleSamples, type Samples } from "../../support/console-samples/index.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

/** Who looks at a page: the first of these who may. */
const LOOKING: readonly Role[] = ["admin", ...ROLES];

describe.skipIf(withoutBrowser())("every page of the console", { timeout: 900_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  let pages: readonly RouteFacts[];
  let samples: Samples;
  const signedIn = new Map<Role, Promise<TestBrowser>>();

  beforeAll(async () => {
    desk = await startConsole(given.database);
    const { routes } = await desk.app.staffConsole();
    pages = routes.filter(({ kind }) => kind === "page");
    samples = await consoleSamples(desk);
    served = await serve(desk.app.web);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
  });

  it("has a sample address, when its path has names in it", () => {
    const missing = pages.map(({ path }) => path).filter((path) => path.includes(":") && !samples[path]);
    expect(missing).toEqual([]);
  });

  it.each([
    ...WIDTHS.map((width) => ({ width, colorScheme: "light" as const })),
    { width: 1280, colorScheme: "dark" as const },
  ])("is usable at $width pixels in $colorScheme", async ({ width, colorScheme }) => {
    const problems: string[] = [];
    const open = new Map<TestBrowser | null, Page>();
    for (const facts of pages) {
      const visitor = await visitorOf(facts);
      const page = open.get(visitor) ?? (await pageOf(visitor));
      open.set(visitor, page);
      const response = await page.goto(served.url + (samples[facts.path] ?? facts.path));
      if (response?.status() !== 200) problems.push(`${facts.path}: ${String(response?.status())}`);
      const name = nameOfPage(facts.path) + (colorScheme === "dark" ? "-toi" : "");
      problems.push(...(await lookAt(page, name)));
    }
    await Promise.all([...open.values()].map((page) => page.context().close()));
    expect(problems).toEqual([]);

    async function pageOf(visitor: TestBrowser | null): Promise<Page> {
      const context = await openAs(browser, served.url, visitor, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      const page = await context.newPage();
      watch(page, problems);
      return page;
    }
  });

  /** Anything the content policy blocks or a script trips over. */
  function watch(page: Page, problems: string[]): void {
    page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
    });
  }

  async function visitorOf({ needs }: RouteFacts): Promise<TestBrowser | null> {
    if (needs === "public") return null;
    const role = LOOKING.find((one) => may(one, needs)) ?? "admin";
    const known = signedIn.get(role) ?? arrived(role);
    signedIn.set(role, known);
    return known;
  }

  /** Signed in, with what is said once already read. */
  async function arrived(role: Role): Promise<TestBrowser> {
    const one = await desk.signedIn(await desk.member(role));
    await one.page("/can-bo");
    return one;
  }
});
