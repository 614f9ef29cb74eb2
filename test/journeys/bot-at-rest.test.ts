import { afterEach, expect, it, vi } from "vitest";
import { loadChannels } from "../../src/channels.ts";
import type { Progress } from "../../src/console/announcements/port.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { startZaloBot } from "../doubles/zalo-bot.ts";
import { announcingOver, WORDS, type Announcing } from "../support/announcing.ts";
import { runApp, TEST_DAY } from "../support/app.ts";
import { eachDatabase } from "../support/database.ts";
import { later } from "../support/registry.ts";
import { NO_CHANNELS, polled } from "../support/channel-settings.ts";

vi.setConfig({ testTimeout: 120_000 });

const HOURS = 3;
const HOUR_MS = 3_600_000;
const PATIENT = { timeout: 60_000, interval: 50 };
const ON_TELEGRAM = 8;
const ELSEWHERE = 4;
const TOO_MANY = {
  kind: "status",
  status: 429,
  body: {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${HOURS * 3600}`,
    parameters: { retry_after: HOURS * 3600 },
  },
} as const;

eachDatabase("an announcement while Telegram wants the whole bot to wait", (given) => {
  const running: (() => Promise<void>)[] = [];
  // Before the database is taken away.
  afterEach(async () => {
    for (const stop of running.splice(0)) await stop();
  });

  /** People who agreed, and wrote on this channel. */
  async function followers(here: Announcing, channel: string, account: string, count: number) {
    const chats = Array.from({ length: count }, (_, at) => String(7_000_000 + at));
    for (const chat of chats) {
      const key = `${channel}-${chat}`;
      const { conversationId } = await here.follower(key);
      const address = { channel, account, chat };
      const { client } = given.database;
      await client.channelAddress.updateMany({ where: { chat: key }, data: address });
      await client.conversation.update({ where: { id: conversationId }, data: address });
    }
    return chats;
  }

  it("reaches everybody else at once, and people on Telegram once the wait is over", async () => {
    const [telegram, zalo] = await Promise.all([startTelegram(), startZaloBot()]);
    const here = announcingOver(given.database);
    const onTelegram = await followers(here, "telegram", telegram.account, ON_TELEGRAM);
    const onZalo = await followers(here, "zalo-bot", zalo.account, ELSEWHERE);
    await followers(here, "web", "web", ELSEWHERE);
    for (const chat of onTelegram) telegram.chats.known.add(chat);
    for (const chat of onZalo) zalo.known.add(chat);
    // All of the bot's messages are refused, whatever the chat, until the wait is over.
    telegram.faults.add("sendMessage", ...Array.from({ length: 1_000 }, () => TOO_MANY));
    const id = await here.scheduled({ ...WORDS, expiresAt: later(10 * 24 * HOUR_MS) });

    let ahead = TEST_DAY.getTime() - Date.now();
    const now = () => new Date(Date.now() + ahead);
    const channels = await loadChannels({
      ...NO_CHANNELS,
      telegram: {
        ...polled(telegram),
        timing: { betweenPolls: 1 },
      },
      zaloBot: {
        bots: [{ token: zalo.token }],
        inbound: { kind: "polling" },
        plan: { users: null, messagesPerMonth: null },
        apiRoot: zalo.url,
        timing: { betweenPolls: 1 },
      },
    });
    const app = await runApp(given.database, { channels, now });
    running.push(
      () => app.stop(),
      () => telegram.stop(),
      () => zalo.stop(),
    );
    const progress = async (): Promise<Progress> => {
      const found = await here.announcements.progress(id, now());
      if (found === null) throw new Error("no such announcement");
      return found;
    };
    const sentOn = ({ byChannel }: Progress, channel: string) =>
      byChannel.find((one) => one.channel === channel)?.counts.sent ?? 0;

    await expect
      .poll(async () => {
        const found = await progress();
        return [sentOn(found, "zalo-bot"), sentOn(found, "web"), found.resting.length];
      }, PATIENT)
      .toEqual([ELSEWHERE, ELSEWHERE, 1]);
    expect(zalo.sent.map(({ chat }) => chat).sort()).toEqual(onZalo);
    // Staff see who rests, and until when.
    const atRest = await progress();
    expect(atRest.resting).toEqual([
      {
        channel: "telegram",
        account: telegram.account,
        until: expect.any(Date) as Date,
        why: expect.stringMatching(/\S/u) as string,
      },
    ]);
    const until = atRest.resting[0]?.until.getTime() ?? 0;
    expect(until - now().getTime()).toBeGreaterThan((HOURS - 0.1) * HOUR_MS);
    expect(until - now().getTime()).toBeLessThanOrEqual(HOURS * HOUR_MS);
    expect(sentOn(atRest, "telegram")).toBe(0);
    expect(atRest.status).toBe("sending");
    const asked = () => telegram.calls.filter(({ method }) => method === "sendMessage").length;
    await expect.poll(async () => (await progress()).counts.queued, PATIENT).toBe(ON_TELEGRAM);
    const before = asked();

    // Shortly before the wait is over nothing is tried.
    ahead += (HOURS - 0.5) * HOUR_MS;
    expect(await here.outbox.claim({ channel: "telegram", owner: "test", now: now(), limit: 10 })).toEqual(
      [],
    );
    expect(asked()).toBe(before);
    while (telegram.faults.take("sendMessage"));
    ahead += 0.5 * HOUR_MS;
    await expect.poll(async () => (await progress()).counts.sent, PATIENT).toBe(ON_TELEGRAM + 2 * ELSEWHERE);
    expect(telegram.chats.sent.map(({ chat }) => chat).sort()).toEqual(onTelegram);
    expect(zalo.sent).toHaveLength(ELSEWHERE);
    expect(await progress()).toMatchObject({ resting: [], counts: { queued: 0, unknown: 0, refused: 0 } });
  });
});
