import { pause } from "../../conversation/pause.ts";
import { createStanding } from "../../conversation/standing.ts";
import type { Turns } from "../../conversation/turns.ts";
import { createClient, isRecord, type Client } from "./client.ts";
import { decodeUpdate } from "./decode.ts";
import type { Failure } from "./failures.ts";
import { guardPolling, guardWebhook, isHopeless, type InboundGuard } from "./inbound.ts";
import { createQuota, type QuotaStore } from "./quota.ts";
import type { Accept, Receive } from "./receive.ts";
import { createSend, type Send } from "./send.ts";
import { accountOf, CHANNEL, webhookPath, type Usual, type ZaloBotAccount } from "./settings.ts";
import { statusOf, type Standing, type Status } from "./standing.ts";
import { texts } from "./texts.ts";
import { OperatorError } from "../../errors.ts";

/** One bot: how it stands, what it sends, what comes in. */
export interface Bot {
  readonly account: string;
  readonly send: Send;
  /** Keeps the bot connected until `signal` aborts. One replica at a time polls. */
  run(accept: Accept, signal: AbortSignal): Promise<void>;
  /** Takes one update. Throws when it could not be stored. */
  take(update: unknown, accept: Accept): Promise<void>;
  status(): Status;
}

interface BotParts {
  settings: Usual;
  bot: ZaloBotAccount;
  quotas: QuotaStore;
  receive: Receive;
  turns: Turns;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** Receives until something goes wrong; null when it is time to look at everything again. */
type Receiving = () => Promise<Failure | null>;

export function createBot({ settings, bot, quotas, receive, turns, now, onError }: BotParts): Bot {
  const { timing } = settings;
  const account = accountOf(bot.token);
  const tell = (what: string) => {
    onError(new OperatorError(`Zalo Bot ${account}: ${what}`));
  };
  const client = createClient(settings.apiRoot, bot.token, timing.request);
  const quota = createQuota({
    store: quotas,
    account,
    plan: settings.plan,
    now,
    onError: (error) => {
      tell(`messages could not be counted (${nameOf(error)})`);
    },
  });
  const standing: Standing = createStanding({ channel: CHANNEL, account, now, onError });
  standing.pass("receiving", texts.standing.connecting);
  const guard = guardFor(settings, account, client, standing);
  const names = new Set(bot.name === undefined ? [] : [bot.name]);

  return {
    account,
    send: createSend({ client, quota, standing, timing, now }),
    take,
    run,
    status: () => statusOf(standing, quota),
  };

  async function take(update: unknown, accept: Accept): Promise<void> {
    const decoded = decodeUpdate(update, { account, names: [...names], now: now() });
    if (decoded.kind === "broken") tell(`an update was left out: ${decoded.why}`);
    if (decoded.kind !== "message") return;
    try {
      await receive(decoded.message, accept);
      standing.well("storing");
      // Whatever Zalo said about the webhook: it works.
      if (settings.inbound.kind === "webhook") standing.well("webhook");
    } catch (error) {
      // What a database says may repeat what was to be stored.
      tell(`a message could not be stored (${nameOf(error)})`);
      standing.set("storing", "waiting", texts.standing.storage);
      throw error;
    }
  }

  function run(accept: Accept, signal: AbortSignal): Promise<void> {
    // A webhook is called by Zalo, whichever replica it reaches.
    if (settings.inbound.kind === "webhook") return connect(signal, () => watch(signal));
    const turn = {
      work: (current: AbortSignal) => {
        standing.pass("receiving", texts.standing.connecting);
        return connect(current, () => poll(accept, { turn: current, signal }));
      },
      onWaiting: (holder: string | null) => {
        standing.standBy("receiving", holder);
      },
    };
    return turns.run(`${CHANNEL} ${account}`, turn, signal);
  }

  async function connect(signal: AbortSignal, receiveUpdates: Receiving): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const wait = await stretch(receiveUpdates, signal, failures);
      failures = wait === 0 ? 0 : failures + 1;
      if (wait > 0) await pause(wait, signal, new Set());
    }
  }

  /** One session, whatever becomes of it; how long to wait before the next. */
  async function stretch(receiveUpdates: Receiving, signal: AbortSignal, failures: number): Promise<number> {
    try {
      const failure = await session(receiveUpdates, signal);
      if (failure === null || failure.kind === "stopped") return 0;
      const { state, why } = inWords(failure);
      standing.set("receiving", state, why);
      return isHopeless(failure) ? timing.wrongToken : backoff(failures);
    } catch (error) {
      tell(`the channel failed (${nameOf(error)})`);
      standing.set("receiving", "waiting", texts.standing.crashed);
      return backoff(failures);
    }
  }

  /** One stretch of being connected; null when it is time to look at everything again. */
  async function session(receiveUpdates: Receiving, signal: AbortSignal): Promise<Failure | null> {
    const me = await client.call("getMe", {}, { signal });
    if (me.kind === "failed") return me.failure;
    learnNames(me.result);
    await quota.refresh();
    const failure = await guard.look(signal);
    if (failure !== null) return failure;
    standing.well("receiving");
    return receiveUpdates();
  }

  /** Zalo calls the webhook meanwhile. */
  async function watch(signal: AbortSignal): Promise<null> {
    await pause(timing.watchEvery, signal, new Set());
    return null;
  }

  /** A poll that is held open when the turn is over is not cut off: what Zalo has handed over would be lost. */
  async function poll(
    accept: Accept,
    { turn, signal }: { turn: AbortSignal; signal: AbortSignal },
  ): Promise<Failure | null> {
    const until = now().getTime() + timing.watchEvery;
    while (!turn.aborted && now().getTime() < until) {
      const called = await client.call(
        "getUpdates",
        { timeout: settings.pollSeconds },
        { signal, waitMs: settings.pollSeconds * 1000 + timing.pollGrace },
      );
      if (called.kind === "failed" && called.failure.kind !== "timeout") return called.failure;
      // Zalo gives one update at a time; should it ever be several, none is left out.
      const updates = called.kind === "ok" ? [called.result ?? []].flat() : [];
      for (const update of updates) await keep(update, accept, signal);
      // One who answers "nothing" without waiting must not be asked without end.
      if (updates.length === 0) await pause(timing.betweenPolls, turn, new Set());
    }
    return null;
  }

  /** Zalo has forgotten this update already: it is tried until it is stored, and nothing else is taken before. */
  async function keep(update: unknown, accept: Accept, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await take(update, accept);
        return;
      } catch {
        await pause(backoff(attempt), signal, new Set());
      }
    }
  }

  function learnNames(me: unknown): void {
    for (const key of ["display_name", "account_name"]) {
      const name = isRecord(me) ? me[key] : null;
      if (typeof name === "string" && name.trim() !== "") names.add(name.trim());
    }
  }

  function backoff(attempt: number): number {
    return Math.min(timing.firstBackoff * 2 ** attempt, timing.longestBackoff);
  }
}

function guardFor({ inbound }: Usual, account: string, client: Client, standing: Standing): InboundGuard {
  if (inbound.kind === "polling") return guardPolling(client, standing);
  return guardWebhook(client, standing, inbound.publicUrl + webhookPath(account), inbound.secret);
}

function inWords(failure: Failure): { state: "waiting" | "stopped"; why: string } {
  const { standing: words } = texts;
  switch (failure.kind) {
    case "token":
      return { state: "stopped", why: words.token };
    case "not_found":
      return { state: "stopped", why: words.notFound };
    case "limited":
      return { state: "waiting", why: words.limited };
    case "unreachable":
    case "lost":
    case "timeout":
    case "stopped":
      return { state: "waiting", why: words.unreachable };
    case "bad_request":
      return { state: "waiting", why: words.failing("400") };
    case "forbidden":
      return { state: "waiting", why: words.failing("403") };
    case "server":
    case "other":
      return { state: "waiting", why: words.failing(String(failure.code ?? "?")) };
  }
}

/** What an error is, without what it says. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}
