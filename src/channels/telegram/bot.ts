import type { Address } from "../../conversation/message.ts";
import { createStanding, type AccountState } from "../../conversation/standing.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Turns } from "../../conversation/turns.ts";
import { createClient } from "./client.ts";
import { keepConnected } from "./connection.ts";
import { createDrafts, type BotDrafts } from "./drafts.ts";
import { createFetchMedia } from "./media.ts";
import { createMigrations } from "./migrations.ts";
import { createPace } from "./pace.ts";
import { createReceive, type Accept } from "./receive.ts";
import { createSend, type Send } from "./send.ts";
import { accountOf, CHANNEL, type TelegramBot, type Usual } from "./settings.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";
import { OperatorError } from "../../errors.ts";

/** One bot: how it stands, what it sends, what comes in. */
export interface Bot {
  readonly account: string;
  readonly send: Send;
  readonly drafts: BotDrafts;
  /** Keeps the bot connected until `signal` aborts, or its token turns out to be wrong. One replica at a time polls. */
  run(accept: Accept, signal: AbortSignal): Promise<void>;
  /** Takes one update. Throws when it could not be stored. */
  take(update: unknown, accept: Accept): Promise<void>;
  status(): AccountState;
}

interface BotParts {
  settings: Usual;
  bot: TelegramBot;
  files: Files;
  turns: Turns;
  now: () => Date;
  onError: (error: unknown) => void;
  onBlocked: (address: Address) => unknown;
  onMigrated: (from: Address, to: Address) => unknown;
}

export function createBot(parts: BotParts): Bot {
  const { settings, bot, files, turns, now, onError, onBlocked, onMigrated } = parts;
  const account = accountOf(bot.token);
  const tell = (what: string) => {
    onError(new OperatorError(`Telegram ${account}: ${what}`));
  };
  const standing: Standing = createStanding({ channel: CHANNEL, account, now, onError });
  standing.pass("receiving", texts.standing.connecting);
  const client = createClient(settings, bot.token);
  const migrations = createMigrations();
  let username: string | null = null;

  const receive = createReceive({
    client,
    self: () => ({ account, username }),
    fetchMedia: createFetchMedia(client, files, now),
    now,
    onBlocked: blocked,
    onMigrated: migrated,
    onBroken: (why) => {
      tell(`an update was left out: ${why}`);
    },
  });
  const pace = createPace(settings.limits, now);
  const send = createSend({
    client,
    pace,
    standing,
    timing: settings.timing,
    onBlocked: blocked,
    onMigrated: migrated,
    newIdOf: (chat) => migrations.newIdOf(chat),
  });
  const drafts = createDrafts({ client, pace, standing, limitedMs: settings.timing.limited, now, tell });
  return { account, send, drafts, take, run, status: () => standing.status() };

  async function take(update: unknown, accept: Accept): Promise<void> {
    try {
      await receive(update, accept);
      standing.well("storing");
    } catch (error) {
      // What a database says may repeat what was to be stored.
      tell(`a message could not be stored (${nameOf(error)})`);
      standing.set("storing", "waiting", texts.standing.storage);
      throw error;
    }
  }

  function run(accept: Accept, signal: AbortSignal): Promise<void> {
    // A webhook is called by Telegram, whichever replica it reaches.
    if (settings.inbound.kind === "webhook") return connect(accept, signal);
    const turn = {
      work: (current: AbortSignal) => {
        standing.pass("receiving", texts.standing.connecting);
        return connect(accept, current);
      },
      onWaiting: (holder: string | null) => {
        standing.standBy("receiving", holder);
      },
    };
    return turns.run(`${CHANNEL} ${account}`, turn, signal);
  }

  function connect(accept: Accept, signal: AbortSignal): Promise<void> {
    return keepConnected(
      {
        settings,
        account,
        client,
        standing,
        take: (update) => take(update, accept),
        onName: (name) => {
          username = name;
        },
        onCrash: (error) => {
          tell(`the channel failed (${nameOf(error)})`);
        },
      },
      signal,
    );
  }

  function migrated(from: string, to: string): void {
    if (migrations.learn(from, to)) void told(() => onMigrated(addressOf(from), addressOf(to)));
  }

  function blocked(chat: string): void {
    void told(() => onBlocked(addressOf(chat)));
  }

  /** Who is told may fail; the message in hand is not to suffer for it. */
  async function told(tellThem: () => unknown): Promise<void> {
    try {
      await tellThem();
    } catch (error) {
      tell(`news of a chat could not be noted (${nameOf(error)})`);
    }
  }

  function addressOf(chat: string): Address {
    return { channel: CHANNEL, account, chat };
  }
}

/** What an error is, without what it says. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}
