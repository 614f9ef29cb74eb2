import { afterAll, beforeAll, expect, it } from "vitest";
import { loadChannels } from "../../../src/channels.ts";
import { texts } from "../../../src/conversation/texts.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { startTelegram, type TelegramDouble } from "../../doubles/telegram.ts";
import { messageUpdate, textUpdate as telegramText } from "../../doubles/telegram/updates.ts";
import { startZaloBot, textUpdate as zaloText, type ZaloBotDouble } from "../../doubles/zalo-bot.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { oneDatabase } from "../../support/database.ts";
import { recordError } from "../../support/log-scan/journal.ts";
import { voiceAt } from "../../support/model/talk.ts";
import { AAC, OGG } from "../../support/recordings.ts";
import { NO_CHANNELS, polled } from "../../support/channel-settings.ts";

const given = oneDatabase();
let server: ModelServer;
let telegram: TelegramDouble;
let zalo: ZaloBotDouble;
let app: RunningApp;
beforeAll(async () => {
  [server, telegram, zalo] = await Promise.all([startModelServer(), startTelegram(), startZaloBot()]);
  const channels = await loadChannels({
    ...NO_CHANNELS,
    telegram: {
      ...polled(telegram),
      pollSeconds: 0.2,
      // The clock of the test stands still: nothing that waits for its turn would ever have it.
      limits: { chatEveryMs: 0, perSecond: 1_000_000, groupPerMinute: 1_000 },
    },
    zaloBot: {
      bots: [{ token: zalo.token }],
      inbound: { kind: "polling" },
      apiRoot: zalo.url,
      pollSeconds: 1,
    },
  });
  app = await runApp(
    given.database,
    { channels, onError: recordError },
    voiceAt(server, { isExternal: true }),
  );
});
afterAll(async () => {
  await app.stop();
  await Promise.all([telegram.stop(), zalo.stop(), server.stop()]);
});

const hears = (said: () => unknown, words: string) =>
  expect
    .poll(() => JSON.stringify(said()), { timeout: 20_000 })
    .toContain(JSON.stringify(words).slice(1, -1));

it("a voice message on Telegram is heard once its person agreed", async () => {
  const said = () => telegram.calls;
  const voice = { file_id: telegram.addFile(OGG, "voice/file_1.oga"), duration: 5 };
  await telegram.bring(messageUpdate(1, { voice }));
  await hears(said, texts.consents.external_voice.ask);
  expect(server.received).toEqual([]);
  await telegram.bring(telegramText(2, { text: "đồng ý" }));
  await hears(said, texts.heard("mã vạch mất bao nhiêu tiền"));
  await hears(said, "1.500.000");
});

it("a voice message on Zalo is heard once its person agreed, by the number of the choice", async () => {
  const said = () => zalo.sent;
  server.received.length = 0;
  await zalo.bring({
    event_name: "message.voice.received",
    message: { ...zaloText({ id: "1", text: "" }).message, voice: zalo.addPhoto(AAC) },
  });
  await hears(said, texts.consents.external_voice.ask);
  expect(server.received).toEqual([]);
  await zalo.bring(zaloText({ id: "2", text: "1" }));
  await hears(said, texts.heard("mã vạch mất bao nhiêu tiền"));
  await hears(said, "1.500.000");
  expect(await given.database.client.storedFile.count()).toBe(0);
});
