import { afterEach, describe, expect, it } from "vitest";
import { loadChannels } from "../../src/channels.ts";
import { eachDatabase } from "../support/database.ts";
import { runApp, type RunningApp } from "../support/app.ts";
import { startZaloBot, textUpdate, type ZaloBotDouble } from "../doubles/zalo-bot.ts";
import { recordError } from "../support/log-scan/journal.ts";

eachDatabase("the service with a Zalo bot", (given) => {
  let double: ZaloBotDouble | null = null;
  let app: RunningApp | null = null;
  afterEach(async () => {
    await app?.stop();
    await double?.stop();
  });

  const start = async (token?: string) => {
    const platform = await startZaloBot();
    double = platform;
    const channels = await loadChannels({
      zaloBot: {
        bots: [{ token: token ?? platform.token }],
        inbound: { kind: "polling" },
        apiRoot: platform.url,
        pollSeconds: 1,
        timing: { firstBackoff: 50, wrongToken: 200 },
      },
      telegram: null,
      zaloOa: null,
      zaloPersonal: null,
    });
    const running = await runApp(given.database, { channels, onError: recordError });
    app = running;
    return { platform, running };
  };

  describe("given a bot that is polled for", () => {
    it("when somebody asks, then the cited answer is sent to them", async () => {
      const { platform, running } = await start();
      await platform.bring(textUpdate({ id: "z1", text: "ma vach mat bao nhieu tien" }));
      await expect.poll(() => JSON.stringify(platform.sent), { timeout: 15_000 }).toContain("1.500.000");
      expect(JSON.stringify(platform.sent)).toContain("Căn cứ");
      const ready = await running.web.request("/readyz");
      expect(await ready.json()).toMatchObject({
        channels: [{ channel: "web" }, { channel: "zalo-bot", accounts: [{ state: "ok" }] }],
      });
    });

    it("when the menu is shown, then a number picks from it", async () => {
      const { platform } = await start();
      await platform.bring(textUpdate({ id: "z1", text: "menu" }));
      await expect
        .poll(() => JSON.stringify(platform.sent), { timeout: 15_000 })
        .toContain("2. Lớp tập huấn");
      await platform.bring(textUpdate({ id: "z2", text: "2" }));
      await expect
        .poll(() => JSON.stringify(platform.sent), { timeout: 15_000 })
        .toContain("Hiện chưa có lớp");
    });
  });

  it("given a wrong token, then the bot is said to be stopped and the web goes on", async () => {
    const { running } = await start("1234567890:khong-dung-dau-nhe");
    await expect
      .poll(async () => JSON.stringify(await (await running.web.request("/readyz")).json()), {
        timeout: 15_000,
      })
      .toContain('"stopped"');
    expect((await running.web.request("/healthz")).status).toBe(200);
  });
});
