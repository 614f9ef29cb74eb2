import { vi } from "vitest";
import { createSeal } from "../../../src/adapters/prisma/sealed.ts";
import { createSessionStore } from "../../../src/adapters/prisma/session-store.ts";
import { startZaloOa } from "../../doubles/zalo-oa.ts";
import { startZaloPersonal } from "../../doubles/zalo-personal.ts";
import { TEST_SECRET } from "../app.ts";
import { NO_CHANNELS } from "../channel-settings.ts";
import { redelivery, type MakePerson } from "./person.ts";
import { PATIENCE } from "./service.ts";

const USER = "246845883529197922";
const ACCOUNT = "tro-ly";

/** An Official Account: Zalo calls the webhook again where it was not answered with 200. */
export const onZaloOa: MakePerson = async () => {
  const double = await startZaloOa();
  const platform = redelivery();
  // As it stands in the configuration, however often it was used since.
  const refreshToken = double.refreshToken();
  let messages = 0;
  return {
    channels(url) {
      double.hook(`${url}/zalo-oa/${double.account.oaId}`);
      return {
        ...NO_CHANNELS,
        zaloOa: {
          accounts: [{ ...double.account, refreshToken }],
          apiUrl: double.url,
          oauthUrl: double.url,
          // A busy machine may take longer than Zalo waits; that is not what these stories are about.
          answerMs: 60_000,
        },
      };
    },
    say(text) {
      messages += 1;
      const event = {
        app_id: double.account.appId,
        sender: { id: USER },
        recipient: { id: double.account.oaId },
        event_name: "user_send_text",
        timestamp: "1764000000000",
        message: { text, msg_id: `m${messages}` },
      };
      return platform.untilTaken(async () => (await double.deliver(event).catch(() => "away")) === 200);
    },
    heard: () => Promise.resolve(double.seenBy(USER).map(({ text }) => text)),
    stop() {
      platform.end();
      return double.stop();
    },
  };
};

/** A personal account: nothing is brought again, but whoever connects anew reads the history. */
export const onZaloPersonal: MakePerson = async (database) => {
  const double = await startZaloPersonal();
  const sessions = createSessionStore(database, createSeal(TEST_SECRET));
  const since = new Date(Date.now() - 60_000);
  await sessions.save(ACCOUNT, JSON.stringify({ version: 1, uid: double.uid, ...double.login(), since }));
  let messages = 0;
  return {
    channels: () => ({
      ...NO_CHANNELS,
      zaloPersonal: {
        enabled: true,
        accounts: [ACCOUNT],
        gateway: double.url,
        limits: { everyMs: 0, anHour: 10_000 },
        times: { reconnectMs: 20, lookAgainMs: 50 },
      },
    }),
    async say(text) {
      messages += 1;
      const id = String(messages);
      const asked = double.historyAsked;
      double.write({ id, content: text });
      await vi.waitFor(() => {
        if (!double.acknowledged.includes(id) && double.historyAsked === asked) throw new Error("not told");
      }, PATIENCE);
    },
    heard: () => Promise.resolve(double.sent.map(({ text }) => text)),
    stop: () => double.stop(),
  };
};
