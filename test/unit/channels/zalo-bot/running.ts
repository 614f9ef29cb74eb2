import { createZaloBotChannel, type ZaloBotChannel } from "../../../../src/channels/zalo-bot/channel.ts";
import type { QuotaStore } from "../../../../src/channels/zalo-bot/quota.ts";
import type { Inbound, ZaloBotSettings } from "../../../../src/channels/zalo-bot/settings.ts";
import type { IncomingMessage } from "../../../../src/conversation/message.ts";
import { startZaloBot, type ZaloBotDouble } from "../../../doubles/zalo-bot.ts";
import { publicServer } from "../../../support/public-server.ts";
import { alone } from "../../../support/turns.ts";
import { canaries } from "../../../support/canaries.ts";
import { atWork, taking, traces, type Traces } from "../bot-at-work.ts";

export const SECRET = canaries.zaloBotWebhookSecret;

interface Given {
  mode: Inbound["kind"];
  accept?: (message: IncomingMessage) => Promise<boolean>;
  settings?: Partial<ZaloBotSettings>;
  now?: () => Date;
  /** one that is there already, for a second start */
  double?: ZaloBotDouble;
  /** tampered with before the channel starts */
  before?: (double: ZaloBotDouble) => void;
  /** what state the channel comes to first */
  until?: "ok" | "waiting" | "stopped";
}

export interface Running extends ZaloBotChannel, Traces {
  double: ZaloBotDouble;
  /** where this service takes updates */
  webhookUrl: string;
  quotas: QuotaStore;
  /** ends the listening, as a shutdown does */
  stop: () => Promise<void>;
}

/** The channel at work against the double, both over real HTTP. */
export async function start(given: Given): Promise<Running> {
  const { mode, settings, now = () => new Date(), before, until = "ok" } = given;
  const double = given.double ?? (await startZaloBot());
  before?.(double);
  const { url: publicUrl, answer, close } = await publicServer();
  const { files, onError, ...seen } = traces();
  const quotas = memoryQuotas();
  const parts = createZaloBotChannel({
    settings: {
      bots: [{ token: double.token, name: "Bot NSCL" }],
      inbound: mode === "webhook" ? { kind: "webhook", publicUrl, secret: SECRET } : { kind: "polling" },
      apiRoot: double.url,
      pollSeconds: 0.05,
      ...settings,
      timing: {
        request: 1_000,
        betweenPolls: 1,
        firstBackoff: 2,
        longestBackoff: 10,
        wrongToken: 10,
        ...settings?.timing,
      },
    },
    turns: alone,
    files,
    quotas,
    now,
    onError,
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
  const webhookUrl = `${publicUrl}/zalo-bot/${double.account}`;
  return { ...parts, ...seen, double, webhookUrl, quotas, stop };
}

function memoryQuotas(): QuotaStore {
  const used = new Map<string, number>();
  return {
    add(account, month, n) {
      const all = (used.get(`${account} ${month}`) ?? 0) + n;
      used.set(`${account} ${month}`, all);
      return Promise.resolve(all);
    },
    users: () => Promise.resolve(7),
  };
}
