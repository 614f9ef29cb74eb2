import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { may, ROLES, type Role } from "../../../src/console/permissions.ts";
import type { RouteFacts } from "../../../src/console/routes.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { fits, nameOfPage, openAs, serious, WIDTHS } from "../../support/console-pages.ts";
import { consoleSamples, type Samples } from "../../support/console-samples/index.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

/** Who looks at a page: the first of these who may. */
const LOOKING: readonly Role[] = ["admin", ...ROLES];
/** Elements by their names and classes. */
const PARTS =
  "[...document.querySelectorAll('body *')].map(({ localName, classList }) => [localName, ...classList].join('.'))";
/** Windows that are open at the same time. */
const WINDOWS = 4;

describe.skipIf(withoutBrowser())("every page of the console", { timeout: 600_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  let pages: readonly RouteFacts[];
  let samples: Samples;
  const parts = new Set<string>();
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

  it("is usable on a phone and on a desk, in the light and in the dark", async () => {
    const problems: string[] = [];
    const left = [...pages];
    await Promise.all(Array.from({ length: WINDOWS }, () => new Round(problems).through(left)));
    expect(problems).toEqual([]);
  });

  /** Looks at one page after the other, in a window for each visitor. */
  class Round {
    readonly #problems: string[];
    readonly #open = new Map<TestBrowser | null, Page>();

    constructor(problems: string[]) {
      this.#problems = problems;
    }

    async through(left: RouteFacts[]): Promise<void> {
      for (let facts = left.shift(); facts !== undefined; facts = left.shift()) await this.#lookAt(facts);
      const contexts = [...this.#open.values()].map((page): BrowserContext => page.context());
      await Promise.all(contexts.map((context) => context.close()));
    }

    /** Every way of showing it changes the look alone, so it is loaded once. */
    async #lookAt({ path, needs }: RouteFacts): Promise<void> {
      const page = await this.#windowOf(needs);
      const response = await page.goto(served.url + (samples[path] ?? path));
      if (response?.status() !== 200) this.#problems.push(`${path}: ${String(response?.status())}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        this.#problems.push(...(await fits(page, nameOfPage(path))));
      }
      this.#problems.push(...(await serious(page, nameOfPage(path))));
      // What the dark changes is colours, which parts of pages bring along.
      if (!(await showsSomethingNew(page))) return;
      await page.emulateMedia({ colorScheme: "dark" });
      this.#problems.push(...(await serious(page, `${nameOfPage(path)}-toi`, ["color-contrast"])));
      await page.emulateMedia({ colorScheme: "light" });
    }

    async #windowOf(needs: RouteFacts["needs"]): Promise<Page> {
      const visitor = await visitorOf(needs);
      const known = this.#open.get(visitor);
      if (known !== undefined) return known;
      const context = await openAs(browser, served.url, visitor, {
        colorScheme: "light",
        // Colours that are on their way to the other scheme have no contrast yet.
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      this.#open.set(visitor, page);
      watch(page, this.#problems);
      return page;
    }
  }

  /** Whether a part is on the page that no page before it had. */
  async function showsSomethingNew(page: Page): Promise<boolean> {
    const before = parts.size;
    for (const one of await page.evaluate<string[]>(PARTS)) parts.add(one);
    return parts.size > before;
  }

  /** Anything the content policy blocks or a script trips over. */
  function watch(page: Page, problems: string[]): void {
    page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
    });
  }

  async function visitorOf(needs: RouteFacts["needs"]): Promise<TestBrowser | null> {
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
