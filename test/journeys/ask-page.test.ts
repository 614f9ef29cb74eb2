import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";

const HOW_MANY = "moi nam tinh ho tro bao nhieu doanh nghiep";

describe.skipIf(withoutBrowser())("the web pages in a browser", { timeout: 30_000 }, () => {
  let app: RunningApp;
  let browser: Browser;
  let problems: string[] = [];

  const started: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    started.push(() => browser.close());
    app = await startApp();
    started.push(() => app.stop());
  }, 60_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = problems;
    problems = [];
    // Anything the content policy blocks or a script trips over shows here.
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    for (const stop of started) await stop();
  });

  async function given(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "vi-VN", ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    await page.goto(app.url + path);
    return page;
  }

  const box = (page: Page) => page.locator("#cau-hoi");
  const answer = (page: Page) => page.locator("section.answer");
  const asked = (question: string) => `/?${new URLSearchParams({ q: question }).toString()}`;

  async function ask(page: Page, question: string): Promise<void> {
    await box(page).fill(question);
    await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
    await page.locator("h1.question", { hasText: question }).waitFor();
  }

  describe("asking", () => {
    it("given the first page, when someone types without diacritics and presses Enter, then the figure comes with its basis", async () => {
      const page = await given("/");
      await box(page).fill(HOW_MANY);
      await box(page).press("Enter");
      await answer(page).waitFor();
      expect(await page.locator(".conclusion").innerText()).toContain("30");
      const basis = await page.locator(".basis").innerText();
      expect(basis).toContain("11/KH-UBND");
      expect(basis).toContain("I.3.b");
      expect(basis).toContain("31/12/2025");
      expect(basis).toContain("Đã hết giai đoạn");
      expect(basis).toContain("tóm tắt");
    });

    it("given an answer, when it came in place, then it has an address, is announced, and the back button leaves it", async () => {
      const page = await given("/");
      await ask(page, HOW_MANY);
      expect(new URL(page.url()).searchParams.get("q")).toBe(HOW_MANY);
      expect(await page.getByRole("status").innerText()).toBe("Đã có câu trả lời.");
      expect(await page.evaluate("document.activeElement.id")).toBe("tra-loi");
      await page.goBack();
      await page.getByRole("heading", { name: "Anh/chị cần hỏi điều gì?" }).waitFor();
    });

    it("given a citation, when the keyboard reaches it and presses Enter, then the cited words unfold", async () => {
      const page = await given(asked(HOW_MANY));
      const words = page.locator(".place blockquote").first();
      expect(await words.isVisible()).toBe(false);
      for (let presses = 0; presses < 20; presses++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement.tagName")) === "SUMMARY") break;
      }
      await page.keyboard.press("Enter");
      expect(await words.isVisible()).toBe(true);
      expect(await words.innerText()).toContain("ít nhất 30 doanh nghiệp");
    });

    it("given the citation, when its document is opened, then the section cited is there", async () => {
      const page = await given(asked(HOW_MANY));
      await page.locator(".place summary").first().click();
      await page.getByRole("link", { name: "Xem trong văn bản" }).first().click();
      await page.waitForURL("**/van-ban/kh-11-2021#muc-i-3-b");
      expect(await page.locator("#muc-i-3-b").innerText()).toContain("30 doanh nghiệp");
    });

    it("given the suggestions, when one is clicked, then it is answered", async () => {
      const page = await given("/");
      await page.getByRole("link", { name: "Mã vạch mất bao nhiêu tiền?" }).click();
      expect(await answer(page).innerText()).toContain("1.500.000");
    });

    it("given an answer on barcodes, when 'thế còn phí?' follows, then it is about barcodes", async () => {
      const page = await given(asked("đăng ký mã vạch ở đâu"));
      await ask(page, "thế còn phí?");
      expect(await answer(page).innerText()).toContain("232/2016/TT-BTC");
      expect(await page.getByRole("navigation", { name: "Đã hỏi" }).innerText()).toContain(
        "đăng ký mã vạch ở đâu",
      );
    });

    it("given a question without a basis, then no figure is made up and there is a way on", async () => {
      const page = await given(asked("thủ đô nước Pháp là gì"));
      expect(await answer(page).innerText()).toMatch(/không đoán|ngoài phần việc/);
      expect(await page.locator(".place").count()).toBe(0);
      expect(await answer(page).getByRole("link").count()).toBeGreaterThan(0);
    });

    it("given an answer that offers questions, then each can be asked by a click", async () => {
      const page = await given(asked("xin chào"));
      const offered = answer(page).getByRole("link").first();
      const words = await offered.innerText();
      await offered.click();
      expect(await page.locator("h1.question").innerText()).toContain(words);
    });
  });

  describe("what is not a question", () => {
    it("given an empty box, when it is sent, then the page asks for words", async () => {
      const page = await given("/");
      await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
      expect(await page.getByRole("alert").innerText()).toContain("chưa nhập câu hỏi");
    });

    it("given 10,000 characters, when they are sent, then the limit is told and the words are kept", async () => {
      const page = await given("/");
      await box(page).fill("ả".repeat(10_000));
      await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
      expect(await page.getByRole("alert").innerText()).toContain("10.000 ký tự");
      expect((await box(page).inputValue()).length).toBe(10_000);
    });

    it.each(["😀😀", "<script>document.title='x'</script>", "ả".repeat(500)])(
      "given %s, then it is shown as typed",
      async (words) => {
        const page = await given("/");
        await ask(page, words);
        expect(await page.locator("h1.question").innerText()).toContain(words);
        expect(await page.title()).not.toBe("x");
        expect(await answer(page).innerText()).not.toBe("");
      },
    );
  });

  describe("documents", () => {
    it("given the list, then each document has its status as of today", async () => {
      const page = await given("/van-ban");
      const entry = (number: string) =>
        page.locator("li.document", { has: page.getByText(number, { exact: true }) });
      expect(await entry("11/KH-UBND").innerText()).toContain("Đã hết giai đoạn");
      expect(await entry("37/2026/NĐ-CP").innerText()).toContain("Còn hiệu lực");
      expect(await entry("43/2017/NĐ-CP").innerText()).toMatch(/Đã bị thay thế|Đã hết hiệu lực/);
      expect(await page.locator("li.document .badge").count()).toBe(
        await page.locator("li.document").count(),
      );
    });

    it("given the list, when it is filtered, then only what fits stays and leads to its page", async () => {
      const page = await given("/van-ban");
      await page.getByLabel("Lọc theo chữ").fill("ke hoach 11");
      await page.getByRole("button", { name: "Lọc" }).click();
      await page.getByRole("link", { name: /^Kế hoạch triển khai/ }).click();
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Kế hoạch triển khai");
    });
  });

  describe("everyone", () => {
    it("given no JavaScript, then asking, following up and unfolding work the same", async () => {
      const page = await given("/", { javaScriptEnabled: false });
      await ask(page, "đăng ký mã vạch ở đâu");
      expect(page.url()).toContain("?q=");
      await ask(page, "thế còn phí?");
      expect(await answer(page).innerText()).toContain("232/2016/TT-BTC");
      await page.locator(".place summary").first().click();
      expect(await page.locator(".place blockquote").first().isVisible()).toBe(true);
    });

    const long = `/?${new URLSearchParams({ q: `${"w".repeat(300)} mã vạch` }).toString()}`;
    it.each(["/", asked(HOW_MANY), long, "/van-ban", "/van-ban/kh-11-2021", "/khong-co"])(
      "given a phone 360 or 320 pixels wide, then %s fits",
      async (path) => {
        for (const width of [360, 320]) {
          const page = await given(path, { viewport: { width, height: 740 } });
          for (const details of await page.locator("details > summary").all()) await details.click();
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        }
        problems = problems.filter((problem) => !problem.includes("404"));
      },
    );

    describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
      it.each(["/", asked(HOW_MANY), asked("phí"), "/?q=", "/van-ban", "/van-ban/kh-11-2021"])(
        "given %s, then axe finds nothing serious",
        async (path) => {
          const page = await given(path, { colorScheme });
          for (const details of await page.locator("details > summary").all()) await details.click();
          const { violations } = await new AxeBuilder({ page }).analyze();
          const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
          expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
            [],
          );
        },
      );
    });
  });
});
