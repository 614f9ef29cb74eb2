import { serve, type ServerType } from "@hono/node-server";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { createZaloBotChannel, type ZaloBotChannel } from "../../../../src/channels/zalo-bot/channel.ts";
import type { QuotaStore } from "../../../../src/channels/zalo-bot/quota.ts";
import type { Inbound, ZaloBotSettings } from "../../../../src/channels/zalo-bot/settings.ts";
import type { Address, IncomingMessage } from "../../../../src/conversation/message.ts";
import type { Files } from "../../../../src/conversation/transcript.ts";
import { startZaloBot, type ZaloBotDouble } from "../../../doubles/zalo-bot.ts";
import { Hono } from "hono";
import { alone } from "../../../support/turns.ts";
import { canaries } from "../../../support/canaries.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

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

export interface Running extends ZaloBotChannel {
  double: ZaloBotDouble;
  /** where this service takes updates */
  webhookUrl: string;
  accepted: IncomingMessage[];
  errors: string[];
  kept: { from: Address; name: string; mediaType: string; content: Uint8Array }[];
  quotas: QuotaStore;
  /** ends the listening, as a shutdown does */
  stop: () => Promise<void>;
}

/** The channel at work against the double, both over real HTTP. */
export async function start(given: Given) {
  const { mode, accept, settings, now = () => new Date(), before, until = "ok" } = given;
  const double = given.double ?? (await startZaloBot());
  before?.(double);
  // The address is known only once something listens there.
  const outer = new Hono();
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve(
      { fetch: (request) => outer.fetch(request), port: 0, hostname: "127.0.0.1" },
      () => {
        resolve(started);
      },
    );
  });
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accepted: IncomingMessage[] = [];
  const errors: string[] = [];
  const kept: Running["kept"] = [];
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
    files: memoryFiles(kept),
    quotas,
    now,
    onError: (error) => {
      recordError(error);
      errors.push(error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error));
    },
  });
  if (parts.routes) outer.route("/", parts.routes);
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
  const end = async () => {
    await stop();
    await double.stop();
    server.close();
  };
  onTestFinished(end);
  await vi.waitFor(() => {
    const [status] = parts.status();
    if (status?.state !== until || (until === "ok" && double.calls.length === 0))
      throw new Error(`still ${status?.state ?? "nothing"}: ${status?.why ?? ""}`);
  });
  const webhookUrl = `${publicUrl}/zalo-bot/${double.account}`;
  const running: Running = { ...parts, double, webhookUrl, accepted, errors, kept, quotas, stop };
  return running;
}

/** Where nobody listens. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
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
