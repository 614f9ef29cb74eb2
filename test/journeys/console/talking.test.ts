import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { startConsole, type TestConsole } from "../../support/console.ts";
import { lookAt, openAs } from "../../support/console-pages.ts";
import { oneDatabase } from "../../support/database.ts";
import { serve, type Served } from "../../support/served.ts";

/** A working day at nine. */
const AT_WORK = new Date("2026-11-25T09:00:00+07:00");
const UNANSWERED = "lệ phí công nhận sáng kiến cấp tỉnh là bao nhiêu?";

describe.skipIf(withoutBrowser())("officers and a citizen at the same time", { timeout: 240_000 }, () => {
  const given = oneDatabase();
  let desk: TestConsole;
  let served: Served;
  let browser: Browser;
  let citizen: Page;
  let lan: Page;
  let minh: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    desk = await startConsole(given.database, { now: () => AT_WORK });
    served = await serve(desk.app.web);
    browser = await launchBrowser();
    citizen = watched(await (await browser.newContext({ locale: "vi-VN" })).newPage());
    lan = await officer("Trần Thị Lan", 1280);
    minh = await officer("Lê Minh", 390);
    await citizen.goto(served.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await desk.stop();
    expect(problems).toEqual([]);
  });

  async function officer(name: string, width: number): Promise<Page> {
    const signedIn = await desk.signedIn(await desk.member("officer", { name }));
    const context = await openAs(browser, served.url, signedIn, { viewport: { width, height: 900 } });
    const page = watched(await context.newPage());
    await page.goto(`${served.url}/can-bo`);
    return page;
  }
  function watched(page: Page): Page {
    page.on("pageerror", (error) => problems.push(error.message));
    page.setDefaultTimeout(40_000);
    return page;
  }
  const look = async (page: Page, name: string) => {
    problems.push(...(await lookAt(page, name)));
  };
  const says = async (words: string) => {
    await citizen.getByLabel("Tin nhắn của anh/chị").fill(words);
    await citizen.getByLabel("Tin nhắn của anh/chị").press("Enter");
  };
  const citizenReads = (words: string) => citizen.getByText(words).first().waitFor();
  const composer = (page: Page) => page.getByLabel("Nội dung gửi đến người này");
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

  it("given a citizen who asks for a person, then officers see it, talk, take over and give back", async () => {
    await says(UNANSWERED);
    await citizen.getByRole("button", { name: "Chuyển câu hỏi cho cán bộ" }).click();
    await citizenReads("Cán bộ trả lời ngay trong cuộc trò chuyện này");
    await says("gặp cán bộ");
    await citizenReads("tôi xin im lặng");

    await lan.reload();
    await lan.getByRole("link", { name: "1 người đang chờ cán bộ" }).click();
    await look(lan, "chuyen-1-danh-sach");
    await lan.locator(".talk.waiting").click();
    await press(lan, "Nhận trò chuyện");
    await composer(lan).fill("Chào chị, em là Lan ở Sở ạ.");
    await press(lan, "Gửi");
    await citizenReads("Chào chị, em là Lan ở Sở ạ.");

    await lan.locator(".line.staff", { hasText: "em là Lan" }).waitFor();
    await composer(lan).fill("Em xem hồ sơ rồi");
    await says("vâng, tôi đợi");
    await lan.locator(".line.person", { hasText: "vâng, tôi đợi" }).waitFor();
    expect(await composer(lan).inputValue(), "what is being typed stays").toBe("Em xem hồ sơ rồi");
    await look(lan, "chuyen-2-dang-tra-loi");

    await minh.goto(lan.url());
    await minh.getByText("Trần Thị Lan đang trả lời").waitFor();
    await look(minh, "chuyen-3-nguoi-khac-giu");
    await minh.getByRole("link", { name: "Tiếp quản" }).click();
    await press(minh, "Tiếp quản");
    await composer(minh).fill("Chào chị, em Minh tiếp chị Lan ạ.");
    await press(minh, "Gửi");
    await citizenReads("em Minh tiếp chị Lan");

    // Lan did not notice, and sends what she typed.
    await lan.getByText("Lê Minh đang trả lời").waitFor();
    await press(lan, "Gửi");
    await lan.getByText("Chưa gửi: Lê Minh đang giữ").waitFor();
    expect(await composer(lan).inputValue()).toBe("Em xem hồ sơ rồi");
    await look(lan, "chuyen-4-bi-giu");
    expect(await citizen.getByText("Em xem hồ sơ rồi").count()).toBe(0);
    await press(lan, "Tiếp quản và gửi");
    await citizenReads("Em xem hồ sơ rồi");

    await press(lan, "Trả lại cho trợ lý");
    await lan.getByText("Đã trả lại cho trợ lý.").waitFor();
    await citizenReads("Cuộc trò chuyện với cán bộ đã kết thúc");
    await says("nhãn hàng hóa phải ghi những gì?");
    await citizenReads("tiếng Việt");
  });

  it("given a request in the inbox, then its answer arrives in the chat, and a second officer is told", async () => {
    await lan
      .getByRole("navigation", { name: "Điều hướng" })
      .getByRole("link", { name: "Yêu cầu, vướng mắc" })
      .click();
    const { code, id } = await given.database.client.supportRequest.findFirstOrThrow({
      where: { kind: "cau_hoi" },
    });
    await lan.getByRole("link", { name: code }).click();
    await lan.getByText(UNANSWERED).first().waitFor();
    await look(lan, "yeu-cau-1");
    await minh.goto(`${served.url}/can-bo/yeu-cau/${id}`);
    await look(minh, "yeu-cau-2-dien-thoai");

    await lan.getByLabel("Nội dung trả lời").fill("Sở không thu lệ phí này.");
    await press(lan, "Gửi trả lời");
    await lan.getByText("đã gửi vào khung chat").waitFor();
    await citizenReads("Sở không thu lệ phí này.");

    await minh.getByLabel("Nội dung trả lời").fill("Mời chị gọi lại cho Minh.");
    await press(minh, "Gửi trả lời");
    await minh.getByText("Người khác vừa sửa").first().waitFor();
    await minh.getByText("Sở không thu lệ phí này.").waitFor();
    await minh.getByText("Mời chị gọi lại cho Minh.").waitFor();
    await look(minh, "yeu-cau-3-nguoi-khac-vua-sua");
    expect(await citizen.getByText("Mời chị gọi lại cho Minh.").count()).toBe(0);
  });
});
