import type { Hono } from "hono";
import type { ChannelReach } from "./announce/reach.ts";
import type { Database } from "./adapters/prisma/database.ts";
import type { ChatNews } from "./adapters/prisma/staffroom/moved.ts";
import type { Seal } from "./adapters/prisma/sealed.ts";
import type { ChannelSettings } from "./channel-config.ts";
import type { Channel } from "./conversation/channel.ts";
import type { AccountState } from "./conversation/standing.ts";
import type { ChannelState } from "./conversation/state-watch.ts";
import type { Files } from "./conversation/transcript.ts";
import type { Turns } from "./conversation/turns.ts";

/** A channel with what the service does for it. */
export interface ChannelInUse {
  channel: Channel;
  /** messages a second that may be begun, all accounts together; a channel keeps its finer limits itself */
  pace: { perSecond: number };
  /** the limit is the platform's, for all processes together */
  sharesPace?: true;
  /** what it allows to be told unasked; everything, unless given */
  reach?: ChannelReach;
  /** webhooks, mounted at / */
  routes?: Hono | null;
  status: () => readonly AccountState[];
}

/** How every account stands; what else channels say of theirs stays with `/readyz`. */
export function statesOf(channels: readonly ChannelInUse[]): readonly ChannelState[] {
  return channels.flatMap(({ channel, status }) =>
    status().map(({ account, state, why, since, isStandby, lastTrouble }) => ({
      channel: channel.name,
      account,
      state,
      why,
      since,
      isStandby,
      lastTrouble,
    })),
  );
}

/** What channels are made with. */
interface ChannelCore {
  database: Database;
  files: Files;
  seal: Seal;
  /** which replica polls for a bot, or is signed in as a person */
  turns: Turns;
  now: () => Date;
  onError: (error: unknown) => void;
  /** chats that are gone, groups with another id */
  chats: ChatNews;
}

export type MakeChannel = (core: ChannelCore) => ChannelInUse;

/** Loads the channels that are switched on; what a configuration does not use costs nothing. */
export async function loadChannels(settings: ChannelSettings): Promise<readonly MakeChannel[]> {
  const made: MakeChannel[] = [];
  if (settings.telegram) made.push(await telegram(settings.telegram));
  if (settings.zaloBot) made.push(await zaloBot(settings.zaloBot));
  if (settings.zaloOa) made.push(await zaloOa(settings.zaloOa));
  if (settings.zaloPersonal) made.push(await zaloPersonal(settings.zaloPersonal));
  return made;
}

async function telegram(settings: NonNullable<ChannelSettings["telegram"]>): Promise<MakeChannel> {
  const { createTelegramChannel } = await import("./channels/telegram/index.ts");
  return ({ files, turns, now, onError, chats }) => ({
    ...createTelegramChannel({
      settings,
      files,
      turns,
      now,
      onError,
      onBlocked: chats.gone,
      onMigrated: chats.moved,
    }),
    // The channel itself paces every chat and group more finely.
    pace: { perSecond: 30 },
    sharesPace: true,
  });
}

async function zaloBot(settings: NonNullable<ChannelSettings["zaloBot"]>): Promise<MakeChannel> {
  const { createZaloBotChannel, monthIn, withUsual } = await import("./channels/zalo-bot/index.ts");
  const { createQuotaStore } = await import("./adapters/prisma/quota.ts");
  const { messagesPerMonth } = withUsual(settings).plan;
  return ({ database, files, turns, now, onError }) => ({
    ...createZaloBotChannel({ settings, files, quotas: createQuotaStore(database), turns, now, onError }),
    pace: { perSecond: 10 },
    sharesPace: true,
    ...(messagesPerMonth !== null && {
      reach: { quota: { messages: messagesPerMonth, periodOf: monthIn } },
    }),
  });
}

async function zaloOa(settings: NonNullable<ChannelSettings["zaloOa"]>): Promise<MakeChannel> {
  const { createZaloOaChannel } = await import("./channels/zalo-oa/index.ts");
  const { createTokenStore } = await import("./adapters/prisma/token-store.ts");
  return ({ database, files, seal, now, onError }) => ({
    ...createZaloOaChannel({ settings, tokens: createTokenStore(database, seal), files, now, onError }),
    pace: { perSecond: 20 },
    sharesPace: true,
    // Second hand: messages are taken up to seven days after the person wrote (see QUIRKS.md).
    reach: { windowMs: 7 * 86_400_000 },
  });
}

async function zaloPersonal(settings: NonNullable<ChannelSettings["zaloPersonal"]>): Promise<MakeChannel> {
  const { createZaloPersonalChannel, withUsual, ZALO_PERSONAL_WARNING } =
    await import("./channels/zalo-personal/index.ts");
  console.warn(ZALO_PERSONAL_WARNING);
  const { createSessionStore } = await import("./adapters/prisma/session-store.ts");
  return ({ database, files, seal, turns, now, onError }) => ({
    ...createZaloPersonalChannel({
      settings,
      sessions: createSessionStore(database, seal),
      files,
      turns,
      now,
      onError,
    }),
    // As the channel itself, which waits seconds between two messages.
    pace: { perSecond: 1_000 / Math.max(1, withUsual(settings).limits.everyMs) },
  });
}
