/** One bot made with “Zalo Bot Manager”. */
export interface ZaloBotAccount {
  /** `<id of the bot>:<secret>`, as Zalo sends it to the person who made the bot */
  token: string;
  /** the name people call it by in a group, e.g. "Bot NSCL"; taken out of what they ask */
  name?: string;
}

/** How messages come in. Zalo allows a bot one of the two at a time, and does not say when it is the other. */
export type Inbound =
  | { kind: "polling" }
  /** `publicUrl` is where Zalo reaches this service, without a path of ours; `secret` comes back in a header */
  | { kind: "webhook"; publicUrl: string; secret: string };

/** What Zalo's plan allows one bot; null where there is no limit. Free plan, from second hand. */
export interface Plan {
  users: number | null;
  messagesPerMonth: number | null;
}

/** How long things may take, in milliseconds. */
export interface Timing {
  /** one call of the platform */
  request: number;
  /** what the platform may take longer than the poll it was asked for */
  pollGrace: number;
  /** between a poll that brought nothing and the next */
  betweenPolls: number;
  /** the first wait after a failure; each further one is twice as long */
  firstBackoff: number;
  longestBackoff: number;
  /** how often it is looked whether Zalo still has the webhook, or still has none */
  watchEvery: number;
  /** the first wait after 429, which says nothing about how long */
  firstLimited: number;
  longestLimited: number;
  /** a wrong token is rarely put right by waiting */
  wrongToken: number;
}

export interface ZaloBotSettings {
  bots: readonly ZaloBotAccount[];
  inbound: Inbound;
  apiRoot?: string;
  plan?: Plan;
  /** seconds a poll is held open by the platform */
  pollSeconds?: number;
  /** hosts, or ends of hosts, from which pictures are fetched */
  mediaHosts?: readonly string[];
  timing?: Partial<Timing>;
}

/** The settings with everything filled in. */
export interface Usual extends Required<Omit<ZaloBotSettings, "timing">> {
  timing: Timing;
}

/** Everything of Zalo's that stands here is from second hand. */
export function withUsual(settings: ZaloBotSettings): Usual {
  return {
    apiRoot: "https://bot-api.zaloplatforms.com",
    plan: { users: 50, messagesPerMonth: 3_000 },
    pollSeconds: 30,
    mediaHosts: ["zdn.vn", "zadn.vn", "zalo.me", "zapps.me", "zaloplatforms.com"],
    ...settings,
    timing: {
      request: 15_000,
      pollGrace: 10_000,
      betweenPolls: 200,
      firstBackoff: 1_000,
      longestBackoff: 60_000,
      watchEvery: 300_000,
      firstLimited: 30_000,
      longestLimited: 900_000,
      wrongToken: 300_000,
      ...settings.timing,
    },
  };
}

/** The id of the bot: public, and the same as long as the bot lives. */
export function accountOf(token: string): string {
  return token.slice(0, Math.max(0, token.indexOf(":")));
}

export const CHANNEL = "zalo-bot";

/** Where the platform calls us for one bot. */
export function webhookPath(account: string): string {
  return `/zalo-bot/${account}`;
}

const TOKEN = /^[\w.-]{1,64}:[\w.~+=-]{8,}$/;
const SECRET = /^[\x21-\x7e]{8,256}$/;

/** What is wrong with the settings, a sentence each for the operator; nothing secret is repeated. */
export function mistakesIn({ bots, inbound }: ZaloBotSettings): string[] {
  const mistakes: string[] = [];
  if (bots.some(({ token }) => !TOKEN.test(token)))
    mistakes.push("a Zalo Bot token has another shape: expected <id>:<secret>");
  if (new Set(bots.map(({ token }) => accountOf(token))).size < bots.length)
    mistakes.push("one Zalo bot is listed twice");
  if (inbound.kind === "webhook") {
    if (!SECRET.test(inbound.secret))
      mistakes.push("the secret of the Zalo Bot webhook needs 8 to 256 letters, digits and signs, no blanks");
    if (!/^https:\/\/[^/\s?#]+$/.test(inbound.publicUrl))
      mistakes.push("Zalo calls only a public address such as https://nscl.example.vn, without a path");
  }
  return mistakes;
}

export const LONGEST_TEXT = 2_000;
export const LARGEST_BODY = 1_000_000;
export const LARGEST_FILE = 5_000_000;
