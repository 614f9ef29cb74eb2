import { once } from "node:events";
import type { ChildProcess } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { createSeal } from "../../src/adapters/prisma/sealed.ts";
import { createSessionStore } from "../../src/adapters/prisma/session-store.ts";
import { channelStates } from "../../src/adapters/prisma/staff/channel-states.ts";
import type { ChannelSettings } from "../../src/channel-config.ts";
import { loadChannels } from "../../src/channels.ts";
import type { AccountState } from "../../src/conversation/standing.ts";
import type { TurnTimes } from "../../src/conversation/turns.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { textUpdate as telegramText } from "../doubles/telegram/updates.ts";
import { startZaloBot, textUpdate as zaloText } from "../doubles/zalo-bot.ts";
import { startZaloPersonal } from "../doubles/zalo-personal.ts";
import { testAnswerer } from "../support/answerer.ts";
import { runApp, type RunningApp } from "../support/app.ts";
import { eachDatabase } from "../support/database.ts";
import { collectErrors } from "../support/log-scan/journal.ts";
import type { ReplicaWish } from "../support/replica.ts";
import { runScript } from "../support/run-script.ts";
import { QUICK, sessionFor } from "../unit/channels/zalo-personal/support.ts";
import { NO_CHANNELS } from "../support/channel-settings.ts";

const PATIENT = { timeout: 60_000, interval: 20 };
/** As in the service, only sooner. */
const TURNS: TurnTimes = { leaseMs: 10_000, renewMs: 500, lookMs: 200, marginMs: 1_000 };
const SECRET = "bí mật của bài thử";

const answerer = testAnswerer();

/** One account of a platform that only one replica may run. */
interface Platform {
  channel: string;
  account: string;
  settings: Partial<ChannelSettings>;
  /** somebody writes */
  write: (number: number) => Promise<unknown>;
  /** what they were sent */
  sent: () => readonly { text: string }[];
  /** how often two were there at once, as the platform saw it */
  clashes: () => number;
  stop: () => Promise<void>;
}

async function telegram(): Promise<Platform> {
  const double = await startTelegram();
  return {
    channel: "telegram",
    account: double.account,
    settings: {
      telegram: {
        bots: [{ token: double.token }],
        inbound: { kind: "polling" },
        apiRoot: double.url,
        pollSeconds: 1,
      },
    },
    write: (number) =>
      double.bring(telegramText(number, { text: `câu ${number}: mã vạch mất bao nhiêu tiền` })),
    sent: () => double.chats.sent,
    clashes: () => double.updates.conflicts(),
    stop: () => double.stop(),
  };
}

async function zaloBot(): Promise<Platform> {
  const double = await startZaloBot();
  return {
    channel: "zalo-bot",
    account: double.account,
    settings: {
      zaloBot: {
        bots: [{ token: double.token }],
        inbound: { kind: "polling" },
        apiRoot: double.url,
        pollSeconds: 1,
      },
    },
    write: (number) =>
      double.bring(zaloText({ id: `z${number}`, text: `câu ${number}: mã vạch mất bao nhiêu tiền` })),
    sent: () => double.sent,
    clashes: () => double.clashes,
    stop: () => double.stop(),
  };
}

eachDatabase("two replicas over one database", (given) => {
  let replicas: ChildProcess[] = [];
  let app: RunningApp | null = null;
  let platform: Platform | null = null;
  afterEach(async () => {
    for (const child of replicas) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "close");
    }
    replicas = [];
    await app?.stop();
    await platform?.stop();
    app = null;
    platform = null;
  });

  async function zaloPersonal(): Promise<Platform> {
    const double = await startZaloPersonal();
    const account = "tro-ly";
    const session = JSON.stringify(sessionFor(double));
    await createSessionStore(given.database, createSeal(SECRET)).save(account, session);
    return {
      channel: "zalo-personal",
      account,
      settings: { zaloPersonal: { enabled: true, accounts: [account], gateway: double.url, ...QUICK } },
      write: (number) => {
        const written = { id: String(number), content: `câu ${number}: mã vạch mất bao nhiêu tiền` };
        // Where nobody listens it waits in the history.
        return Promise.resolve(double.write(written));
      },
      sent: () => double.sent,
      clashes: () => double.duplicates,
      stop: () => double.stop(),
    };
  }

  /** A replica that may be killed. */
  async function another({ settings }: Platform): Promise<ChildProcess> {
    const wish: ReplicaWish = {
      place: given.place,
      channels: { ...NO_CHANNELS, ...settings },
      turnTimes: TURNS,
    };
    const child = await runScript("replica.ts", JSON.stringify(wish));
    replicas.push(child);
    let said = "";
    child.stdout?.on("data", (data: Buffer) => (said += data.toString()));
    child.stderr?.on("data", (data: Buffer) => (said += data.toString()));
    await expect.poll(() => said, PATIENT).toContain("running");
    return child;
  }

  /** This process as a replica. */
  async function here({ settings, channel }: Platform) {
    const { errors, onError } = collectErrors();
    const running = await runApp(given.database, {
      channels: await loadChannels({ ...NO_CHANNELS, ...settings }),
      answerer: await answerer,
      secret: SECRET,
      turnTimes: TURNS,
      now: () => new Date(),
      onError,
    });
    app = running;
    const state = async (): Promise<AccountState | undefined> => {
      const body = (await (await running.web.request("/readyz")).json()) as {
        channels: { channel: string; accounts: AccountState[] }[];
      };
      return body.channels.find((one) => one.channel === channel)?.accounts[0];
    };
    return { state, errors };
  }

  const staffSee = async () => (await channelStates(given.database, new Date()))[0];

  /** Each of these was answered once, by the words of its own answer; what else was said does not count. */
  async function areAnsweredOnce({ channel, sent }: Platform, numbers: number): Promise<void> {
    const answers = () => sent().filter(({ text }) => text.includes("1.500.000")).length;
    await expect.poll(answers, PATIENT).toBe(numbers);
    const rows = () => given.database.client.outgoingMessage.findMany();
    const states = async () => new Set((await rows()).map(({ status }) => status));
    await expect.poll(states, PATIENT).toEqual(new Set(["sent"]));
    // The one that is not signed in took none to give it back.
    if (channel === "zalo-personal")
      expect(new Set((await rows()).map(({ attempts }) => attempts))).toEqual(new Set([1]));
    const inbox = await given.database.client.inboxMessage.findMany();
    expect(inbox.map(({ status }) => status)).toEqual(Array.from({ length: numbers }, () => "done"));
    expect(answers()).toBe(numbers);
  }

  describe.each([
    ["a polled Telegram bot", telegram],
    ["a polled Zalo bot", zaloBot],
    ["a personal Zalo account", zaloPersonal],
  ])("with %s", (_name, start) => {
    it.each([["stopped", "SIGTERM"] as const, ["killed", "SIGKILL"] as const])(
      "when the one that runs it is %s, then the other takes over, and nothing is lost or doubled",
      { timeout: 120_000 },
      async (_how, signal) => {
        const one = await start();
        platform = one;
        const first = await another(one);
        await expect.poll(async () => (await staffSee())?.state, PATIENT).toBe("ok");
        const holder = (await staffSee())?.replica ?? "";
        const { state, errors } = await here(one);
        await expect.poll(state, PATIENT).toMatchObject({
          account: one.account,
          state: "waiting",
          isStandby: true,
          why: expect.stringContaining(`đang chạy ở máy khác (${holder})`) as string,
        });
        for (const number of [1, 2, 3]) await one.write(number);
        await areAnsweredOnce(one, 3);
        // A replica that has just started says within a second that it only stands by.
        await expect
          .poll(staffSee, PATIENT)
          .toMatchObject({ state: "ok", replica: holder, isStandby: false });

        const gone = once(first, "close");
        first.kill(signal);
        await gone;
        for (const number of [4, 5]) await one.write(number);
        await expect.poll(state, PATIENT).toMatchObject({ state: "ok", isStandby: false });
        await one.write(6);
        await areAnsweredOnce(one, 6);
        const teller = async () => (await staffSee())?.replica;
        await expect.poll(teller, PATIENT).not.toBe(holder);
        expect(one.clashes()).toBe(0);
        expect(errors).toEqual([]);
      },
    );
  });
});
