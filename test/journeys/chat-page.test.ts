import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, watchPage, withoutBrowser } from "../support/browser.ts";
import { USUAL_LIMITS, type RunningChat } from "../support/chat.ts";
import { startTalkingChat } from "../support/talking.ts";

const HOW_MANY = "moi nam tinh ho tro bao nhieu doanh nghiep";
const MANY = { ...USUAL_LIMITS, addressPerMinute: 10_000 };

describe.skipIf(withoutBrowser())("the chat in a browser", { timeout: 30_000 }, () => {
  let chat: RunningChat;
  let browser: Browser;
  let problems: string[] = [];

  const started: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    started.push(() => browser.close());
    chat = await startTalkingChat({ config: { limits: MANY } });
    started.push(() => chat.stop());
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

  async function given(path = "/", options: BrowserContextOptions = {}): Promise<Page> {
    return tab(await browser.newContext({ locale: "vi-VN", ...options }), path);
  }

  async function tab(context: BrowserContext, path = "/"): Promise<Page> {
    const page = await context.newPage();
    watchPage(page, problems);
    await page.goto(chat.url + path);
    return page;
  }

  const box = (page: Page) => page.getByLabel("Tin nhắn của anh/chị");
  const send = (page: Page) => page.getByRole("button", { name: "Gửi", exact: true });
  const userLines = (page: Page) => page.locator(".line.user");
  const replies = (page: Page) => page.locator(".line.bot");

  async function say(page: Page, words: string): Promise<void> {
    await box(page).fill(words);
    await box(page).press("Enter");
  }

  /** Says it and waits for the reply. */
  async function ask(page: Page, words: string): Promise<string> {
    const before = await replies(page).count();
    await say(page, words);
    await replies(page).nth(before).waitFor();
    return replies(page).nth(before).innerText();
  }

  describe("asking", () => {
    it("given the first page, when someone types without diacritics and presses Enter, then the figure comes with its basis and standing", async () => {
      const page = await given();
      const reply = await ask(page, HOW_MANY);
      expect(reply).toContain("30 doanh nghiệp");
      expect(reply).toContain("11/KH-UBND");
      expect(reply).toContain("I.3.b");
      expect(reply).toContain("31/12/2025");
      expect(reply).toContain("Đã hết giai đoạn");
      expect(await userLines(page).innerText()).toContain(HOW_MANY);
      expect(await page.locator(".pending").count()).toBe(0);
      expect(await page.evaluate("document.activeElement.id")).toBe("tin-nhan");
      expect(await page.locator("#dang-tra-loi").isVisible()).toBe(false);
    });

    it("given an answer, when the keyboard reaches the citation and presses Enter, then the cited words unfold", async () => {
      const page = await given();
      await ask(page, HOW_MANY);
      const words = page.locator(".place blockquote").first();
      expect(await words.isVisible()).toBe(false);
      for (let presses = 0; presses < 20; presses++) {
        await page.keyboard.press("Shift+Tab");
        if ((await page.evaluate("document.activeElement.tagName")) === "SUMMARY") break;
      }
      await page.keyboard.press("Enter");
      expect(await words.isVisible()).toBe(true);
      expect(await words.innerText()).toContain("ít nhất 30 doanh nghiệp");
    });

    it("given a citation, when its document is opened, then the section is there and the chat stays", async () => {
      const page = await given();
      await ask(page, HOW_MANY);
      await page.locator(".place summary").first().click();
      const [document] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", { name: "Xem trong văn bản" }).first().click(),
      ]);
      await document.waitForURL("**/van-ban/kh-11-2021#muc-i-3-b");
      expect(await document.locator("#muc-i-3-b").innerText()).toContain("30 doanh nghiệp");
      expect(await replies(page).count()).toBe(1);
    });

    it("given the suggestions, when one is pressed, then it is asked and answered", async () => {
      const page = await given();
      await page.getByRole("button", { name: "Mã vạch mất bao nhiêu tiền?" }).click();
      await replies(page).waitFor();
      expect(await replies(page).innerText()).toContain("1.500.000");
      expect(await page.getByRole("heading", { name: "Anh/chị cần hỏi điều gì?" }).isVisible()).toBe(false);
    });

    it.each(["😀😀", "<script>document.title='x'</script>", "ả".repeat(500), "dòng một\ndòng hai"])(
      "given %s, then it is shown as typed",
      async (words) => {
        const page = await given();
        await ask(page, words);
        expect(await userLines(page).locator(".typed").innerText()).toBe(words);
        expect(await page.title()).not.toBe("x");
      },
    );

    it("given 2,001 characters, when they are sent, then the limit is told and the words are back in the box", async () => {
      const page = await given();
      await say(page, "ả".repeat(2001));
      await page.getByRole("alert").filter({ hasText: "2.001 ký tự" }).waitFor();
      expect((await box(page).inputValue()).length).toBe(2001);
      expect(await userLines(page).count()).toBe(0);
      // The refused request itself is what Chromium reports.
      problems = problems.filter((problem) => !problem.includes("400"));
    });

    it("given an empty box, when it is sent, then nothing happens", async () => {
      const page = await given();
      await say(page, "  ");
      expect(await userLines(page).count()).toBe(0);
    });
  });

  describe("choices and files", () => {
    it("given a menu, when a button is pressed, then its label is said, its value arrives, and the old menu is gone", async () => {
      const page = await given();
      await ask(page, "lớp");
      await page.getByRole("button", { name: "Đăng ký lớp" }).click();
      await replies(page).nth(1).waitFor();
      expect(await userLines(page).nth(1).innerText()).toContain("Đăng ký lớp");
      expect(await replies(page).nth(1).innerText()).toContain("Đã chọn lop:dang-ky.");
      expect(await page.getByRole("button", { name: "Xem lịch" }).isVisible()).toBe(false);
    });

    it("given a reply with a file, when it is fetched, then it is saved under its name", async () => {
      const page = await given();
      await ask(page, "lớp");
      await page.getByRole("button", { name: "Xem lịch" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Tải tệp Lớp mã vạch.ics" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("Lớp mã vạch.ics");
    });

    it("given files chosen, when one is taken out and the message sent, then the other arrives", async () => {
      const page = await given();
      const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("nội dung") });
      await page.getByLabel("Gửi kèm tệp").setInputFiles([file("một.txt"), file("hai.txt")]);
      await page.getByRole("button", { name: "Bỏ tệp một.txt" }).click();
      expect(await ask(page, "gửi tệp")).toContain("Đã nhận 1 tệp: hai.txt.");
      expect(await userLines(page).getByRole("link").innerText()).toBe("hai.txt");
    });

    it("given a file that is not taken, when it is sent, then the reason is said and the words are kept", async () => {
      const page = await given();
      await page
        .getByLabel("Gửi kèm tệp")
        .setInputFiles([{ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") }]);
      await say(page, "đơn của tôi");
      await page.getByRole("alert").filter({ hasText: "đúng với đuôi tệp" }).waitFor();
      expect(await box(page).inputValue()).toBe("đơn của tôi");
      problems = problems.filter((problem) => !problem.includes("400"));
    });
  });

  describe("coming back", () => {
    it("given a conversation, when the page is loaded again, then all of it is there and goes on", async () => {
      const page = await given();
      await ask(page, HOW_MANY);
      await ask(page, "lớp");
      await page.reload();
      await replies(page).nth(1).waitFor();
      expect(await page.locator(".line").count()).toBe(4);
      await page.getByRole("button", { name: "Đăng ký lớp" }).click();
      await replies(page).nth(2).waitFor();
    });

    it("given two tabs, when one asks, then both show it, once", async () => {
      const page = await given();
      await ask(page, "lớp");
      const other = await tab(page.context());
      await replies(other).waitFor();
      await ask(page, HOW_MANY);
      await replies(other).nth(1).waitFor();
      await ask(other, "xin chào");
      await replies(page).nth(2).waitFor();
      for (const one of [page, other]) expect(await one.locator(".line").count()).toBe(6);
    });

    it("given a conversation, when a new one is begun, then the old one is gone from this browser", async () => {
      const page = await given();
      await ask(page, "lớp");
      await page.getByText("Cuộc trò chuyện mới").click();
      await page.getByRole("button", { name: "Bắt đầu cuộc mới" }).click();
      await page.getByRole("heading", { name: "Anh/chị cần hỏi điều gì?" }).waitFor();
      expect(await page.locator(".line").count()).toBe(0);
      await page.reload();
      await page.getByRole("heading", { name: "Anh/chị cần hỏi điều gì?" }).waitFor();
    });

    it("given a conversation that was erased, when its page comes back, then it says so and begins anew", async () => {
      const page = await given();
      await ask(page, "lớp");
      const address = chat.memory.accepted.at(-1)?.from;
      if (address) chat.memory.erase(address);
      await page.reload();
      await page.getByRole("alert").filter({ hasText: "không còn lưu" }).waitFor();
      await ask(page, "lớp");
      problems = problems.filter((problem) => !problem.includes("404"));
    });

    it("given staff who write later, then their words come by themselves, with who speaks", async () => {
      const page = await given();
      await ask(page, "lớp");
      const address = chat.memory.accepted.at(-1)?.from;
      if (!address) throw new Error("nothing was accepted");
      const reply = { text: "Chào anh/chị, tôi là cán bộ." };
      await chat.channel.send(address, reply, chat.memory.say(address, reply, { from: "staff" }));
      await page.locator(".line.staff").waitFor();
      expect(await page.locator(".line.staff").innerText()).toContain("Cán bộ:");
    });
  });

  describe("a bad connection", () => {
    const isNetwork = (problem: string) => /net::ERR|Failed to load resource/.test(problem);

    it("given no connection, when messages are sent, then they wait, and go out once when it is back", async () => {
      const page = await given();
      await page.context().setOffline(true);
      await say(page, "lớp");
      await page.locator(".failed").waitFor();
      await say(page, "xin chào");
      await page.locator(".failed").nth(1).waitFor();
      expect(await page.getByText("Mất kết nối, đang thử lại.").isVisible()).toBe(true);
      await page.context().setOffline(false);
      await replies(page).nth(1).waitFor();
      const lines = await page.locator(".line .bubble").allInnerTexts();
      expect(lines).toHaveLength(4);
      expect(await page.locator(".pending").count()).toBe(0);
      problems = problems.filter((problem) => !isNetwork(problem));
    });

    it("given a reply that was lost on its way, when 'Gửi lại' is pressed, then nothing is doubled", async () => {
      const page = await given();
      const before = chat.memory.accepted.length;
      let lost = 0;
      await page.route("**/api/chat/messages", async (route) => {
        if (lost++ > 0) return route.continue();
        // It arrives there, but nobody hears of it.
        await route.fetch();
        return route.abort("connectionreset");
      });
      await say(page, "lớp");
      await page.getByRole("button", { name: "Gửi lại" }).click();
      await replies(page).waitFor();
      expect(lost).toBe(2);
      expect(chat.memory.accepted.length - before).toBe(1);
      expect(await page.locator(".line").count()).toBe(2);
      problems = problems.filter((problem) => !isNetwork(problem));
    });

    it("given a network that lets no stream through, then replies come all the same", async () => {
      const page = await given();
      await page.route("**/chat/stream?*", (route) => route.fulfill({ status: 503, body: "" }));
      await ask(page, "lớp");
      problems = problems.filter((problem) => !isNetwork(problem));
    });
  });

  describe("everyone", () => {
    it("given no JavaScript, then asking, choosing, files, history and unfolding work the same", async () => {
      const page = await given("/", { javaScriptEnabled: false });
      await box(page).fill(HOW_MANY);
      await send(page).click();
      expect(await replies(page).innerText()).toContain("30 doanh nghiệp");
      await page.locator(".place summary").first().click();
      expect(await page.locator(".place blockquote").first().isVisible()).toBe(true);
      await box(page).fill("lớp");
      await send(page).click();
      await page.getByRole("button", { name: "Xem lịch" }).click();
      expect(await userLines(page).nth(2).innerText()).toContain("Xem lịch");
      expect(await replies(page).nth(2).getByRole("link").innerText()).toContain("Lớp mã vạch.ics");
      await page
        .getByLabel("Gửi kèm tệp")
        .setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("chữ") }]);
      await send(page).click();
      expect(await replies(page).nth(3).innerText()).toContain("Đã nhận 1 tệp: a.txt");
      await page.getByText("Cuộc trò chuyện mới").click();
      await page.getByRole("button", { name: "Bắt đầu cuộc mới" }).click();
      expect(await page.locator(".line").count()).toBe(0);
    });

    it("given no JavaScript, when a message is too long, then it says so and keeps the words", async () => {
      const page = await given("/", { javaScriptEnabled: false });
      await box(page).fill("ả".repeat(3000));
      await send(page).click();
      expect(await page.getByRole("alert").innerText()).toContain("3.000 ký tự");
      expect((await box(page).inputValue()).length).toBe(3000);
    });

    it("given a conversation begun without JavaScript, when it is there again, then the conversation goes on", async () => {
      const plain = await given("/", { javaScriptEnabled: false });
      await box(plain).fill("lớp");
      await send(plain).click();
      const page = await given("/", { storageState: await plain.context().storageState() });
      await replies(page).waitFor();
      await ask(page, "xin chào");
      expect(await page.locator(".line").count()).toBe(4);
    });

    it.each(["/", "/nhung", "/quyen-rieng-tu", "/van-ban", "/van-ban/kh-11-2021", "/khong-co"])(
      "given a phone 360 or 320 pixels wide, then %s fits",
      async (path) => {
        for (const width of [360, 320]) {
          const page = await given(path, { viewport: { width, height: 740 } });
          if (path === "/" || path === "/nhung") {
            await ask(page, `${"w".repeat(300)} mã vạch`);
            await ask(page, "lớp");
            await ask(page, HOW_MANY);
          }
          for (const details of await page.locator("details > summary:visible").all()) await details.click();
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        }
        problems = problems.filter((problem) => !problem.includes("404"));
      },
    );

    describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
      async function serious(page: Page): Promise<string[]> {
        for (const details of await page.locator("details > summary:visible").all()) await details.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      }

      it.each(["/", "/nhung", "/quyen-rieng-tu", "/van-ban", "/van-ban/kh-11-2021"])(
        "given %s, then axe finds nothing serious",
        async (path) => {
          expect(await serious(await given(path, { colorScheme }))).toEqual([]);
        },
      );

      it("given a conversation with all there is in it, then axe finds nothing serious", async () => {
        const page = await given("/", { colorScheme });
        await ask(page, HOW_MANY);
        await ask(page, "lớp");
        await page.getByRole("button", { name: "Xem lịch" }).click();
        await replies(page).nth(2).waitFor();
        await ask(page, "lớp");
        await page
          .getByLabel("Gửi kèm tệp")
          .setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("chữ") }]);
        expect(await serious(page)).toEqual([]);
        await page.context().setOffline(true);
        await say(page, "im lặng");
        await page.locator(".failed").waitFor();
        expect(await serious(page)).toEqual([]);
        problems = [];
      });
    });
  });
});
