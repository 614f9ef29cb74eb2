/** One bot made with @BotFather. */
export interface TelegramBot {
  /** `<id of the bot>:<secret>` */
  token: string;
}

/** How messages come in. Telegram allows a bot one of the two at a time. */
export type Inbound =
  | { kind: "polling" }
  /** `publicUrl` is where Telegram reaches this service, without a path; `secret` comes back in a header */
  | { kind: "webhook"; publicUrl: string; secret: string };

/** How fast a bot may send; Telegram's FAQ names these figures. */
export interface Limits {
  /** all chats together */
  perSecond: number;
  /** from one message in a chat to the next */
  chatEveryMs: number;
  groupPerMinute: number;
  /** a turn that comes later than this is asked for again instead of being waited for */
  patienceMs: number;
}

/** How long things may take, in milliseconds. */
export interface Timing {
  /** one call of the platform, or one file */
  request: number;
  /** what the platform may take longer than the poll it was asked for */
  pollGrace: number;
  /** between a poll that brought nothing and the next */
  betweenPolls: number;
  /** the first wait after a failure; each further one is twice as long */
  firstBackoff: number;
  longestBackoff: number;
  /** how long to leave the field to somebody else who polls for the same bot */
  conflict: number;
  /** how often it is looked whether Telegram still has the webhook */
  watchEvery: number;
  /** the wait after 429 that does not say how long */
  limited: number;
  /** how long a message waits before it is tried again with a token that was refused */
  wrongToken: number;
}

export interface TelegramSettings {
  bots: readonly TelegramBot[];
  inbound: Inbound;
  /** of a Bot API server of one's own */
  apiRoot?: string;
  /** where files are fetched: `<fileRoot>/bot<token>/<path>` */
  fileRoot?: string;
  /** seconds a poll is held open by the platform */
  pollSeconds?: number;
  limits?: Partial<Limits>;
  timing?: Partial<Timing>;
}

/** The settings with everything filled in. */
export interface Usual extends Required<Omit<TelegramSettings, "limits" | "timing">> {
  limits: Limits;
  timing: Timing;
}

export function withUsual(settings: TelegramSettings): Usual {
  const apiRoot = (settings.apiRoot ?? "https://api.telegram.org").replace(/\/+$/, "");
  return {
    bots: settings.bots,
    inbound: settings.inbound,
    apiRoot,
    fileRoot: (settings.fileRoot ?? `${apiRoot}/file`).replace(/\/+$/, ""),
    pollSeconds: settings.pollSeconds ?? 30,
    limits: { perSecond: 30, chatEveryMs: 1_000, groupPerMinute: 20, patienceMs: 2_000, ...settings.limits },
    timing: {
      request: 20_000,
      pollGrace: 10_000,
      betweenPolls: 200,
      firstBackoff: 1_000,
      longestBackoff: 60_000,
      conflict: 30_000,
      watchEvery: 300_000,
      limited: 30_000,
      wrongToken: 300_000,
      ...settings.timing,
    },
  };
}

/** The id of the bot: public, and the same when the token is replaced. */
export function accountOf(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf(":")));
}

/** Where Telegram calls us for one bot. */
export function webhookPath(account: string): string {
  return `/telegram/${account}`;
}

const TOKEN = /^\d{1,20}:[\w-]{16,}$/;
const SECRET = /^[\w-]{16,256}$/;
const PUBLIC_URL = /^https:\/\/[^/\s?#:]+(?::(?:443|80|88|8443))?$/;

/** What is wrong with the settings, a sentence each for the operator; nothing secret is repeated. */
export function mistakesIn({ bots, inbound }: TelegramSettings): string[] {
  const mistakes: string[] = [];
  if (bots.some(({ token }) => !TOKEN.test(token)))
    mistakes.push("a Telegram token has another shape: expected <number>:<secret> as @BotFather gives it");
  if (new Set(bots.map(({ token }) => accountOf(token))).size < bots.length)
    mistakes.push("one Telegram bot is listed twice");
  if (inbound.kind === "webhook") {
    if (!SECRET.test(inbound.secret))
      mistakes.push("the secret of the Telegram webhook needs 16 to 256 letters, digits, _ or -");
    if (!PUBLIC_URL.test(inbound.publicUrl))
      mistakes.push(
        "Telegram calls only a public address such as https://nscl.example.vn, without a path, at port 443, 80, 88 or 8443",
      );
  }
  return mistakes;
}

export const CHANNEL = "telegram";
export const LONGEST_TEXT = 4_096;
export const LARGEST_BODY = 1_000_000;
export const LARGEST_FILE = 5_000_000;
