import { afterEach, expect } from "vitest";
import { channelStates } from "../../src/adapters/prisma/staff/channel-states.ts";
import { createSeal } from "../../src/adapters/prisma/sealed.ts";
import { createSessionStore } from "../../src/adapters/prisma/session-store.ts";
import type { ChannelSettings } from "../../src/channel-config.ts";
import { loadChannels, type MakeChannel } from "../../src/channels.ts";
import type { AccountState } from "../../src/conversation/standing.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { textUpdate as telegramText } from "../doubles/telegram/updates.ts";
import { startZaloBot, textUpdate as zaloText } from "../doubles/zalo-bot.ts";
import { testAnswerer } from "../support/answerer.ts";
import { runApp } from "../support/app.ts";
import { chatClient } from "../support/chat-client.ts";
import type { TestDatabase } from "../support/database.ts";
import { collectErrors } from "../support/log-scan/journal.ts";
import { publicServer } from "../support/public-server.ts";
import { NO_CHANNELS } from "../support/channel-settings.ts";

export const PATIENT = { timeout: 30_000, interval: 20 };
/** what the shipped knowledge says of the fee */
const QUESTION = "ma vach mat bao nhieu tien";
const ANSWER = "1.500.000";

const SECRET = "bí mật của bài thử";

export interface Trouble {
  channel: "telegram" | "zalo-bot" | "zalo-oa" | "zalo-personal";
  account: string;
  state: AccountState["state"];
  why: RegExp;
  /** how often the log tells it; once unless it comes and goes */
  isAgainAndAgain?: boolean;
}

interface Service {
  url: string;
  states: () => Promise<{ channel: string; accounts: AccountState[] }[]>;
  state: (channel: string, account: string) => Promise<AccountState | undefined>;
  /** what is wrong is in /readyz, in the log and in the database, and everybody else is answered */
  isIn: (trouble: Trouble) => Promise<void>;
  isWellAgain: (trouble: Trouble) => Promise<void>;
}

interface Wish {
  /** gets the address at which platforms reach the service */
  settings: (url: string) => Partial<ChannelSettings>;
  /** what must never be in the log or in a state */
  secrets: readonly string[];
  wrap?: (make: MakeChannel) => MakeChannel;
}

type StartService = (wish: Wish) => Promise<Service>;

/** Starts services over the database of a test, and stops them before it is taken away. */
export function servicesOver(given: TestDatabase): StartService {
  const running: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of running.splice(0)) await stop();
  });
  return (wish) => serviceOver(given, wish, (stop) => running.push(stop));
}

// Reading the knowledge takes long, and it is the same for all.
const answerer = testAnswerer();

/** The whole service with a channel that will be in trouble, a second one that is well, and the web. */
async function serviceOver(
  given: TestDatabase,
  { settings, secrets, wrap }: Wish,
  atEnd: (stop: () => Promise<void>) => void,
): Promise<Service> {
  const server = await publicServer();
  const troubled = settings(server.url);
  const neighbour = troubled.telegram ? await zaloBotNeighbour() : await telegramNeighbour();
  const channels = await loadChannels({ ...NO_CHANNELS, ...troubled });
  const others = await loadChannels({ ...NO_CHANNELS, ...neighbour.settings });
  const { errors, onError } = collectErrors();
  const app = await runApp(given.database, {
    channels: [...channels.map(wrap ?? ((make) => make)), ...others],
    onError,
    secret: SECRET,
    seal: createSeal(SECRET),
    answerer: await answerer,
    now: () => new Date(),
  });
  server.answer((request) => app.web.fetch(request));
  atEnd(async () => {
    await app.stop();
    await neighbour.stop();
    server.close();
  });

  const { url } = server;
  const states = async () => {
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { channels: { channel: string; accounts: AccountState[] }[] })
      .channels;
  };
  const state = async (channel: string, account: string) =>
    (await states())
      .filter((one) => one.channel === channel)
      .flatMap(({ accounts }) => accounts)
      .find((one) => one.account === account);
  let questions = 0;

  return { url, states, state, isIn, isWellAgain };

  async function isIn({ channel, account, ...trouble }: Trouble): Promise<void> {
    const expected = { state: trouble.state, why: expect.stringMatching(trouble.why) as string };
    await expect.poll(() => state(channel, account), PATIENT).toMatchObject(expected);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await expect
      .poll(async () => {
        const found = await channelStates(given.database, new Date());
        return found.filter((one) => one.channel === channel && one.account === account);
      }, PATIENT)
      .toMatchObject([{ ...expected, isStale: false, lastTrouble: { at: expect.any(Date) as Date } }]);
    const log = errors.map(String);
    const told = log.filter((line) => trouble.why.test(line));
    for (const line of told) expect(line).toContain(`${channel} ${account}: ${trouble.state}: `);
    if (trouble.isAgainAndAgain !== true) expect(told).toHaveLength(1);
    await othersAreAnswered();
    const seen = [...log, JSON.stringify(await states())].join("\n");
    for (const secret of secrets) expect(seen).not.toContain(secret);
  }

  async function isWellAgain({ channel, account, why }: Trouble): Promise<void> {
    await expect
      .poll(() => state(channel, account), PATIENT)
      .toMatchObject({
        state: "ok",
        why: null,
        lastTrouble: { why: expect.stringMatching(why) as string },
      });
  }

  async function othersAreAnswered(): Promise<void> {
    const client = chatClient(url);
    const asked = await client.say(QUESTION);
    await expect
      .poll(async () => JSON.stringify(await client.read(asked.conversation)), PATIENT)
      .toContain(ANSWER);
    const before = neighbour.sent().length;
    await neighbour.ask((questions += 1), QUESTION);
    await expect.poll(() => JSON.stringify(neighbour.sent().slice(before)), PATIENT).toContain(ANSWER);
  }
}

/** Another channel, which is well. */
interface Neighbour {
  settings: Partial<ChannelSettings>;
  ask: (id: number, text: string) => Promise<unknown>;
  sent: () => readonly object[];
  stop: () => Promise<void>;
}

async function telegramNeighbour(): Promise<Neighbour> {
  const double = await startTelegram();
  const { token, url } = double;
  return {
    settings: { telegram: { bots: [{ token }], inbound: { kind: "polling" }, apiRoot: url } },
    ask: (id, text) => double.bring(telegramText(id, { text })),
    sent: () => double.chats.sent,
    stop: () => double.stop(),
  };
}

async function zaloBotNeighbour(): Promise<Neighbour> {
  const double = await startZaloBot();
  const { token, url } = double;
  return {
    settings: { zaloBot: { bots: [{ token }], inbound: { kind: "polling" }, apiRoot: url } },
    ask: (id, text) => double.bring(zaloText({ id: String(id), text })),
    sent: () => double.sent,
    stop: () => double.stop(),
  };
}

/** A login that the service finds at its start. */
export async function keepSession(given: TestDatabase, account: string, session: object): Promise<void> {
  await createSessionStore(given.database, createSeal(SECRET)).save(account, JSON.stringify(session));
}
