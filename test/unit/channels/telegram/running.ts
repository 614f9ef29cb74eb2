import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { createTelegramChannel, type TelegramChannel } from "../../../../src/channels/telegram/channel.ts";
import type {
  Inbound,
  Limits,
  TelegramSettings,
  Timing,
} from "../../../../src/channels/telegram/settings.ts";
import type { Address, IncomingMessage } from "../../../../src/conversation/message.ts";
import type { Files } from "../../../../src/conversation/transcript.ts";
import { startTelegram, type TelegramDouble } from "../../../doubles/telegram.ts";
import { publicServer } from "../../../support/public-server.ts";
import { alone } from "../../../support/turns.ts";
import { canaries } from "../../../support/canaries.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

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

export interface Running extends TelegramChannel {
  double: TelegramDouble;
  /** where this service takes updates */
  webhookUrl: string;
  accepted: IncomingMessage[];
  errors: string[];
  kept: { from: Address; name: string; mediaType: string; content: Uint8Array }[];
  blocked: Address[];
  migrated: [string, string][];
  /** ends the listening, as a shutdown does */
  stop: () => Promise<void>;
}

/** The channel at work against the double, with the real grammY and over real HTTP. */
export async function start(given: Given): Promise<Running> {
  const { mode, accept, now = () => new Date(), before, until = "ok" } = given;
  const double = given.double ?? (await startTelegram());
  before?.(double);
  const { url: publicUrl, answer, close } = await publicServer();
  const accepted: IncomingMessage[] = [];
  const errors: string[] = [];
  const kept: Running["kept"] = [];
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
    files: memoryFiles(kept),
    now,
    onError: (error) => {
      recordError(error);
      errors.push(error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error));
    },
    onBlocked: (address) => blocked.push(address),
    onMigrated: (from, to) => migrated.push([from.chat, to.chat]),
  });
  if (parts.routes) answer(parts.routes.fetch);
  const ending = new AbortController();
  const listening = parts.channel.listen(
    accept ??
      ((message) => {
        accepted.push(message);
        return Promise.resolve(true);
      }),
    ending.signal,
  );
  const stop = async () => {
    ending.abort();
    await listening;
  };
  onTestFinished(async () => {
    await stop();
    await double.stop();
    close();
  });
  await vi.waitFor(() => {
    const states = parts.status().map(({ state }) => state);
    if (!states.includes(until)) throw new Error(`still ${states.join()}: ${JSON.stringify(parts.status())}`);
  });
  const webhookUrl = `${publicUrl}/telegram/${double.account}`;
  return { ...parts, double, webhookUrl, accepted, errors, kept, blocked, migrated, stop };
}

/** Where nobody listens. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export function callsOf({ calls }: TelegramDouble, method: string) {
  return calls.filter((call) => call.method === method);
}

function memoryFiles(kept: Running["kept"]): Files {
  return {
    keep(from, file) {
      kept.push({ from, ...file });
      const { name, mediaType, content } = file;
      return Promise.resolve({ id: `file${kept.length}`, name, mediaType, bytes: content.byteLength });
    },
    read: () => Promise.resolve(null),
  };
}
