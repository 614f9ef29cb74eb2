import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { TelegramSettings } from "../../src/channels/telegram/settings.ts";
import type { ZaloBotSettings } from "../../src/channels/zalo-bot/settings.ts";
import type { ZaloPersonal } from "../../src/channels/zalo-personal/index.ts";
import type { MakeChannel } from "../../src/channels.ts";
import { startTelegram, type TelegramDouble } from "../doubles/telegram.ts";
import { startZaloBot, type ZaloBotDouble } from "../doubles/zalo-bot.ts";
import { startZaloOa, type ZaloOaDouble } from "../doubles/zalo-oa.ts";
import { startZaloPersonal, type ZaloPersonalDouble } from "../doubles/zalo-personal.ts";
import { eachDatabase } from "../support/database.ts";
import { QUICK, sessionFor } from "../unit/channels/zalo-personal/support.ts";
import { textEvent } from "../unit/channels/zalo-oa/running.ts";
import { keepSession, PATIENT, servicesOver, type Trouble } from "./trouble.ts";

vi.setConfig({ testTimeout: 120_000 });

const SECRET = "canary-webhook-secret-77";
const ELSEWHERE = "https://noi-khac.example.vn/hook";

/** Does it again and again, as somebody does who wants the same thing. */
function insisting(act: () => void): () => void {
  act();
  const timer = setInterval(act, 20);
  onTestFinished(() => {
    clearInterval(timer);
  });
  return () => {
    clearInterval(timer);
  };
}

eachDatabase("trouble of a channel", (given) => {
  const startService = servicesOver(given);
  describe("Telegram", () => {
    async function telegram(
      mode: "polling" | "webhook",
      before: (double: TelegramDouble) => void = () => undefined,
    ) {
      const double = await startTelegram();
      onTestFinished(() => double.stop());
      before(double);
      const inbound = (publicUrl: string): TelegramSettings["inbound"] =>
        mode === "polling" ? { kind: "polling" } : { kind: "webhook", publicUrl, secret: SECRET };
      const service = await startService({
        settings: (url) => ({
          telegram: {
            bots: [{ token: double.token }],
            inbound: inbound(url),
            apiRoot: double.url,
            pollSeconds: 0.05,
            timing: { firstBackoff: 10, longestBackoff: 50, conflict: 20, watchEvery: 50 },
          },
        }),
        secrets: [double.token.split(":")[1] ?? "", SECRET],
      });
      const trouble = (state: Trouble["state"], why: RegExp): Trouble => ({
        channel: "telegram",
        account: double.account,
        state,
        why,
      });
      return { double, service, trouble };
    }

    it("given a wrong token, then it says so and what to do, and the others go on", async () => {
      const { service, trouble } = await telegram("polling", (double) => {
        double.changeToken("7012345678:another-token-of-26-chars");
      });
      await service.isIn(trouble("stopped", /không nhận token.*@BotFather.*khởi động lại/));
    });

    it("given a token that is revoked while it is used, then it says so", async () => {
      const { double, service, trouble } = await telegram("polling");
      await expect
        .poll(() => service.state("telegram", double.account), PATIENT)
        .toMatchObject({ state: "ok" });
      double.changeToken("7012345678:another-token-of-26-chars");
      await service.isIn(trouble("stopped", /không nhận token.*thu hồi/));
    });

    it("given another program that polls for the bot, then it says so until that one stops", async () => {
      const { double, service, trouble } = await telegram("polling");
      const stop = insisting(() => {
        double.updates.interrupt();
      });
      const conflict = { ...trouble("waiting", /chương trình khác.*\(409\).*tắt/), isAgainAndAgain: true };
      await service.isIn(conflict);
      stop();
      await service.isWellAgain(conflict);
    });

    it("given a webhook that somebody takes away, then it says so and puts it back", async () => {
      const { double, service, trouble } = await telegram("webhook");
      await expect.poll(() => double.webhook?.secret, PATIENT).toBe(SECRET);
      const stop = insisting(() => {
        double.pointWebhookTo(ELSEWHERE);
      });
      const taken = {
        ...trouble("waiting", /Webhook.*bị gỡ hoặc trỏ sang nơi khác; đang đặt lại/),
        isAgainAndAgain: true,
      };
      await service.isIn(taken);
      stop();
      await service.isWellAgain(taken);
      await expect.poll(() => double.webhook?.secret, PATIENT).toBe(SECRET);
    });
  });

  describe("Zalo Bot", () => {
    async function zaloBot(
      mode: "polling" | "webhook",
      before: (double: ZaloBotDouble) => void = () => undefined,
    ) {
      const double = await startZaloBot();
      onTestFinished(() => double.stop());
      before(double);
      const inbound = (publicUrl: string): ZaloBotSettings["inbound"] =>
        mode === "polling" ? { kind: "polling" } : { kind: "webhook", publicUrl, secret: SECRET };
      const service = await startService({
        settings: (url) => ({
          zaloBot: {
            bots: [{ token: double.token }],
            inbound: inbound(url),
            apiRoot: double.url,
            pollSeconds: 0.05,
            timing: {
              betweenPolls: 5,
              firstBackoff: 10,
              longestBackoff: 50,
              watchEvery: 50,
              wrongToken: 100,
            },
          },
        }),
        secrets: [double.token.split(":")[1] ?? "", SECRET],
      });
      const trouble = (state: Trouble["state"], why: RegExp): Trouble => ({
        channel: "zalo-bot",
        account: double.account,
        state,
        why,
      });
      return { double, service, trouble };
    }

    it("given a wrong token, then it says so until the token is right", async () => {
      const { double, service, trouble } = await zaloBot("polling", (platform) => {
        platform.changeToken("4012345678901234567:another");
      });
      const wrong = trouble("stopped", /không nhận token của bot \(401\).*kiểm tra token/);
      await service.isIn(wrong);
      double.changeToken(double.token);
      await service.isWellAgain(wrong);
    });

    it("given a webhook that somebody replaces, then it says so and puts it back", async () => {
      const { double, service, trouble } = await zaloBot("webhook");
      await expect.poll(() => double.webhook?.secret, PATIENT).toBe(SECRET);
      const stop = insisting(() => {
        double.pointWebhookTo("http://127.0.0.1:9/");
      });
      const taken = {
        ...trouble("waiting", /Webhook của bot vừa bị gỡ.*|Chưa đặt được webhook/),
        isAgainAndAgain: true,
      };
      await service.isIn(taken);
      stop();
      await service.isWellAgain(taken);
      await expect.poll(() => double.webhook?.secret, PATIENT).toBe(SECRET);
    });

    it("given a webhook that keeps polls empty without a word, then it says so while it cannot remove it", async () => {
      const { double, service, trouble } = await zaloBot("polling");
      await expect
        .poll(() => service.state("zalo-bot", double.account), PATIENT)
        .toMatchObject({ state: "ok" });
      // Zalo refuses to take it away for some time.
      const refuse = () => {
        double.faults.add("deleteWebhook", { kind: "status", status: 500 });
      };
      double.pointWebhookTo(ELSEWHERE);
      const relent = insisting(refuse);
      const inTheWay = trouble("waiting", /đang có webhook nên không nhận tin.*đang gỡ webhook/);
      await service.isIn(inTheWay);
      relent();
      await expect.poll(() => double.webhook, PATIENT).toBeNull();
      await expect
        .poll(() => service.state("zalo-bot", double.account), PATIENT)
        .toMatchObject({ state: "ok", why: null });
    });
  });

  describe("a Zalo Official Account", () => {
    async function officialAccount(before: (double: ZaloOaDouble) => void = () => undefined) {
      const double = await startZaloOa();
      onTestFinished(() => double.stop());
      const refreshToken = double.refreshToken();
      before(double);
      const { oaId, appSecret, oaSecret } = double.account;
      const service = await startService({
        settings: () => ({
          zaloOa: {
            accounts: [{ ...double.account, refreshToken }],
            apiUrl: double.url,
            oauthUrl: double.url,
          },
        }),
        secrets: [appSecret, oaSecret, refreshToken, double.accessToken()],
      });
      double.hook(`${service.url}/zalo-oa/${oaId}`);
      const trouble = (state: Trouble["state"], why: RegExp): Trouble => ({
        channel: "zalo-oa",
        account: oaId,
        state,
        why,
      });
      return { double, service, trouble };
    }

    it("given a refresh token that is used up, then an administrator is told to authorise anew", async () => {
      const { service, trouble } = await officialAccount((double) => void double.authorise());
      await service.isIn(
        trouble("stopped", /không nhận refresh token nữa.*cấp quyền lại.*\[oauth error -\d+\]/),
      );
    });

    it("given an access token that is no good any more (-216), then a new one is fetched and nobody notices", async () => {
      const { double, service } = await officialAccount();
      await expect.poll(() => double.refreshCalls(), PATIENT).toBe(1);
      double.endAccess();
      expect(await double.deliver(textEvent("1", "ma vach mat bao nhieu tien"))).toBe(200);
      await expect
        .poll(() => JSON.stringify(double.seenBy("246845883529197922")), PATIENT)
        .toContain("1.500.000");
      expect(double.refreshCalls()).toBe(2);
      expect(await service.state("zalo-oa", double.account.oaId)).toMatchObject({
        state: "ok",
        lastTrouble: null,
      });
    });

    it.each([
      [-221, /quản trị viên OA.*chưa được xác thực.*\[-221\]/],
      [-321, /quản trị viên OA.*hết tiền.*\[-321\]/],
    ])(
      "given an account that Zalo does not let send (%i), then it says what is missing",
      async (error, why) => {
        const { double, service, trouble } = await officialAccount();
        await expect.poll(() => double.refreshCalls(), PATIENT).toBe(1);
        double.faults.add("cs", { kind: "status", status: 200, body: { error, message: "no" } });
        expect(await double.deliver(textEvent("1", "chào"))).toBe(200);
        await service.isIn(trouble("stopped", why));
      },
    );

    it("given calls of the webhook that are signed otherwise, which make Zalo switch it off, then it says so", async () => {
      const { double, service, trouble } = await officialAccount();
      expect(await double.deliver(textEvent("1", "chào"), { recipe: { secret: "app" } })).toBe(401);
      await service.isIn(trouble("waiting", /webhook sai chữ ký: kiểm tra khóa bí mật/));
      expect(await double.deliver(textEvent("1", "chào"))).toBe(200);
      await service.isWellAgain(trouble("waiting", /webhook sai chữ ký/));
    });
  });

  describe("a personal Zalo account", () => {
    const account = "tro-ly";
    const PNG = readFileSync("test/fixtures/zalo-personal/qr.png");

    interface Wish {
      isSignedIn?: boolean;
      before?: (double: ZaloPersonalDouble) => void;
    }

    async function personal({ isSignedIn = true, before = () => undefined }: Wish = {}) {
      const double = await startZaloPersonal(PNG.toString("base64"));
      onTestFinished(() => double.stop());
      const session = sessionFor(double);
      if (isSignedIn) await keepSession(given, account, session);
      before(double);
      let made: ZaloPersonal | null = null;
      const wrap =
        (make: MakeChannel): MakeChannel =>
        (core) => {
          const channel = make(core);
          if ("login" in channel) made = channel as unknown as ZaloPersonal;
          return channel;
        };
      const service = await startService({
        settings: () => ({
          zaloPersonal: { enabled: true, accounts: [account], gateway: double.url, ...QUICK },
        }),
        secrets: [JSON.stringify(session), "zpw_sek", "sek-"],
        wrap,
      });
      const trouble = (state: Trouble["state"], why: RegExp): Trouble => ({
        channel: "zalo-personal",
        account,
        state,
        why,
      });
      const isConnected = () =>
        expect.poll(() => service.state("zalo-personal", account), PATIENT).toMatchObject({ state: "ok" });
      const present = (): ZaloPersonal => {
        if (made === null) throw new Error("there is no personal account");
        return made;
      };
      return { double, service, trouble, isConnected, present };
    }

    it("given a login that has expired, then it asks for a QR code", async () => {
      const { service, trouble } = await personal({
        before: (double) => {
          double.expire();
        },
      });
      await service.isIn(trouble("stopped", /đăng nhập đã hết hạn: quét mã QR/));
    });

    it("given a login that expires while it is used, then what is sent tells", async () => {
      const { double, service, trouble, isConnected } = await personal();
      await isConnected();
      double.write({ id: "1", content: "chào" });
      double.expire();
      await service.isIn(trouble("stopped", /đăng nhập đã hết hạn: quét mã QR/));
    });

    it.each([
      [3000, /mở ở nơi khác.*đã dừng.*Đóng nơi kia/],
      [3003, /Zalo đã ngắt phiên.*đã dừng.*Kiểm tra tài khoản/],
    ])("given that it is sent away (%i), then it stops and says by what", async (code, why) => {
      const { double, service, trouble, isConnected } = await personal();
      await isConnected();
      double.close(code);
      await service.isIn(trouble("stopped", why));
      expect(double.logins).toBe(1);
    });

    it("given a QR code that is declined on the phone, then it says so until somebody signs in", async () => {
      const { double, service, trouble, isConnected, present } = await personal({ isSignedIn: false });
      await service.isIn(
        trouble("stopped", /^Chưa có phiên đăng nhập: quét mã QR|: Chưa có phiên đăng nhập/),
      );
      const declining = present().login(account, () => {
        double.scan();
        double.decline();
      });
      expect(await declining).toEqual({ kind: "declined" });
      await service.isIn(trouble("stopped", /bị từ chối trên điện thoại: tạo mã mới/));
      const confirming = present().login(account, () => {
        double.scan();
        double.confirm();
      });
      expect(await confirming).toEqual({ kind: "signed_in" });
      await isConnected();
    });
  });
});
