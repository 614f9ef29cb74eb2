import { createTelegramChannel, type TelegramChannel } from "../../../../src/channels/telegram/channel.ts";
import type {
  Inbound,
  Limits,
  TelegramSettings,
  Timing,
} from "../../../../src/channels/telegram/settings.ts";
import type { Address, IncomingMessage } from "../../../../src/conversation/message.ts";
import { startTelegram, type TelegramDouble } from "../../../doubles/telegram.ts";
import { publicServer } from "../../../support/public-server.ts";
import { alone } from "../../../support/turns.ts";
import { canaries } from "../../../support/canaries.ts";
import { atWork, taking, traces, type Traces } from "../bot-at-work.ts";

export const SECRET = canaries.telegramWebhookSecret;

interface Given {
  mode: Inbound["kind"];
  accept?: (message: IncomingMessage) => Promise<boolean>;
  settings?: Partial<Omit<TelegramSettings, "limits" | "timing">>;
  limits?: Partial<Limits>;
  timing?: Partial<Timing>;
  now?: () => Date;
  /** one that is there already, for a second start or a second bot */
  double?: TelegramDouble;
  /** tampered with before the channel starts */
  before?: (double: TelegramDouble) => void;
  /** what state the channel comes to first */
  until?: "ok" | "waiting" | "stopped";
}

export interface Running extends TelegramChannel, Traces {
  double: TelegramDouble;
  /** where this service takes updates */
  webhookUrl: string;
  blocked: Address[];
  migrated: [string, string][];
  /** ends the listening, as a shutdown does */
  stop: () => Promise<void>;
}

/** The channel at work against the double, with the real grammY and over real HTTP. */
export async function start(given: Given): Promise<Running> {
  const { mode, now = () => new Date(), before, until = "ok" } = given;
  const double = given.double ?? (await startTelegram());
  before?.(double);
  const { url: publicUrl, answer, close } = await publicServer();
  const { files, onError, ...seen } = traces();
  const blocked: Address[] = [];
  const migrated: [string, string][] = [];
  const parts = createTelegramChannel({
    settings: {
      bots: [{ token: double.token }],
      inbound: mode === "webhook" ? { kind: "webhook", publicUrl, secret: SECRET } : { kind: "polling" },
      apiRoot: double.url,
      fileRoot: `${double.fileUrl}/file`,
      pollSeconds: 0.05,
      ...given.settings,
      limits: { chatEveryMs: 0, perSecond: 1_000_000, groupPerMinute: 1_000, ...given.limits },
      timing: {
        request: 2_000,
        betweenPolls: 1,
        firstBackoff: 2,
        longestBackoff: 10,
        conflict: 5,
        limited: 10,
        watchEvery: 10,
        ...given.timing,
      },
    },
    turns: alone,
    files,
    now,
    onError,
    onBlocked: (address) => blocked.push(address),
    onMigrated: (from, to) => migrated.push([from.chat, to.chat]),
  });
  if (parts.routes) answer(parts.routes.fetch);
  const stop = await atWork({
    ...parts,
    until,
    accept: given.accept ?? taking(seen),
    async end() {
      await double.stop();
      close();
    },
  });
  const webhookUrl = `${publicUrl}/telegram/${double.account}`;
  return { ...parts, ...seen, double, webhookUrl, blocked, migrated, stop };
}

export function callsOf({ calls }: TelegramDouble, method: string) {
  return calls.filter((call) => call.method === method);
}
