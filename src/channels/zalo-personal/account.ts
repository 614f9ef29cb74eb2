import type { SendResult } from "../../conversation/channel.ts";
import type { IncomingMessage } from "../../conversation/message.ts";
import { pause } from "../../conversation/pause.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Files } from "../../conversation/transcript.ts";
import { cookiesOf, enter, type API } from "./client.ts";
import { runConnection, type Ended } from "./connection.ts";
import { createIntake } from "./intake.ts";
import { createKeeper, type Kept } from "./keeper.ts";
import { loginByQr, type QrCode, type QrOutcome } from "./qr-login.ts";
import { createSender } from "./send.ts";
import type { Session, SessionStore } from "./session.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";
import { OperatorError } from "../../errors.ts";

export interface AccountStatus {
  account: string;
  /** waiting: working on it; needs_qr and stopped: nothing happens until a person acts */
  state: "ok" | "waiting" | "needs_qr" | "stopped";
  /** for staff, in Vietnamese */
  why: string | null;
}

export type LoginOutcome =
  Exclude<QrOutcome, { kind: "signed_in" }> | { kind: "signed_in" } | { kind: "busy" };

export interface AccountParts {
  channel: string;
  account: string;
  settings: Usual;
  sessions: SessionStore;
  files: Files;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** One personal account: its login, its one connection, what it sends. */
export interface Account {
  readonly name: string;
  /** the id at Zalo, once known */
  uid(): string | null;
  status(): AccountStatus;
  /** Stays connected until `signal` aborts. Whoever calls it a second time waits: one account has one connection. */
  listen(accept: (message: IncomingMessage) => Promise<boolean>, signal: AbortSignal): Promise<void>;
  send(chat: string, reply: Reply, id: string): Promise<SendResult>;
  login(onQr: (code: QrCode) => void, signal: AbortSignal): Promise<LoginOutcome>;
  /** a person says that it may connect again */
  reconnect(): void;
}

type Accept = (message: IncomingMessage) => Promise<boolean>;

/** Connections that ended at once, after which there is a long rest. */
const MOST_UNWANTED = 3;
const AWAY_MS = 30_000;
/** Waiting for a person; each try of the outbox counts, so these are few. */
const AWAY_FOR_LONG_MS = 30 * 60_000;

export function createAccount(parts: AccountParts): Account {
  const { account, settings, now, onError } = parts;
  const { times } = settings;
  const keeper = createKeeper(parts);
  const wakers = new Set<() => void>();
  let state: AccountStatus["state"] = settings.enabled ? "waiting" : "stopped";
  let why: string | null = settings.enabled ? texts.status.idle : texts.status.off;
  let uid: string | null = null;
  let api: API | null = null;
  let connection: { stop: AbortController; expired: boolean } | null = null;
  let isListening = false;
  let isSigningIn = false;
  /** stays away until a person says otherwise */
  let heldBack = false;
  let failures = 0;
  let unwanted = 0;

  const sender = createSender({
    settings,
    now,
    api: () => api,
    awayMs: () => (state === "ok" || state === "waiting" ? AWAY_MS : AWAY_FOR_LONG_MS),
    onExpired: () => {
      if (!connection) return;
      connection.expired = true;
      connection.stop.abort();
    },
  });

  return {
    name: account,
    uid: () => uid,
    status: () => ({
      account,
      state,
      why: state === "ok" && sender.isResting() ? texts.status.resting : why,
    }),
    async listen(accept, signal) {
      if (isListening || !settings.enabled) {
        await untilAborted(signal);
        return;
      }
      isListening = true;
      while (!signal.aborted) await round(accept, signal);
      isListening = false;
      stand("waiting", texts.status.idle);
    },
    send: (chat, reply, id) => sender.send(chat, reply, id),
    login,
    reconnect() {
      heldBack = false;
      unwanted = 0;
      failures = 0;
      wake();
    },
  };

  function stand(next: AccountStatus["state"], words: string | null): void {
    const isNews = next !== state && (next === "needs_qr" || next === "stopped");
    state = next;
    why = words;
    if (isNews) onError(new OperatorError(`zalo-personal ${account}: ${next}: ${words ?? ""}`));
  }

  function wake(): void {
    for (const one of wakers) one();
  }

  /** Once through: from what is stored to the end of a connection, or a pause. */
  async function round(accept: Accept, signal: AbortSignal): Promise<void> {
    const kept = await keeper.load();
    if (kept.kind === "away") {
      stand("waiting", texts.status.storeAway);
      await pause(backoff(), signal, wakers);
      return;
    }
    if (kept.kind !== "session" || (heldBack && !kept.isNew)) {
      if (kept.kind !== "session") stand("needs_qr", texts.status[kept.kind]);
      await pause(times.lookAgainMs, signal, wakers);
      return;
    }
    heldBack = false;
    if (state !== "waiting" || failures === 0) stand("waiting", texts.status.connecting);
    uid = kept.session.uid;
    const entered = await enter(kept.session, settings);
    switch (entered.kind) {
      case "expired":
        keeper.expired();
        return;
      case "failed":
        stand("waiting", texts.status.loginFailed(entered.why));
        await pause(backoff(), signal, wakers);
        return;
      case "in":
        await connected(entered.api, kept, accept, signal);
    }
  }

  async function connected(
    entered: API,
    { session }: Extract<Kept, { kind: "session" }>,
    accept: Accept,
    signal: AbortSignal,
  ): Promise<void> {
    const current = { stop: new AbortController(), expired: false };
    const stopped = AbortSignal.any([signal, current.stop.signal]);
    uid = entered.getOwnId();
    const intake = createIntake({
      ...parts,
      ownId: uid,
      accept,
      since: session.since,
      signal: stopped,
      onStored: () => {
        saving.soon();
      },
    });
    const asItIs = (): Session => ({ ...session, cookies: cookiesOf(entered), since: intake.since() });
    const saving = keeper.saving(asItIs, () => {
      current.stop.abort();
    });
    await saving.now();
    connection = current;
    const startedAt = now().getTime();
    const ended = await runConnection(
      {
        api: entered,
        intake,
        times,
        onReady: () => {
          api = entered;
          stand("ok", null);
        },
        onError,
      },
      stopped,
    );
    api = null;
    connection = null;
    await intake.idle();
    await saving.last();
    await conclude(current.expired ? { kind: "expired" } : ended, now().getTime() - startedAt, signal);
  }

  async function conclude(ended: Ended, lasted: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    switch (ended.kind) {
      case "closed":
        return;
      case "expired":
        keeper.expired();
        return;
      case "duplicate":
      case "kicked":
        // Connecting again would send the other one away, and so on for ever.
        heldBack = true;
        stand("stopped", texts.status[ended.kind]);
        return;
      case "lost":
        unwanted = lasted < times.steadyMs ? unwanted + 1 : 0;
        if (unwanted === 0) failures = 0;
        if (unwanted >= MOST_UNWANTED) {
          stand("waiting", texts.status.unwanted);
          await pause(times.unwantedRestMs, signal, wakers);
        } else {
          stand("waiting", texts.status.lost);
          await pause(backoff(), signal, wakers);
        }
    }
  }

  /** Doubles, and differs between accounts that lost the network together. */
  function backoff(): number {
    const usual = Math.min(times.reconnectMs * 2 ** Math.min(failures, 20), times.longestReconnectMs);
    failures++;
    return usual * (0.75 + Math.random() / 2);
  }

  async function login(onQr: (code: QrCode) => void, signal: AbortSignal): Promise<LoginOutcome> {
    if (!settings.enabled) return { kind: "failed", why: texts.status.off };
    if (isSigningIn) return { kind: "busy" };
    isSigningIn = true;
    try {
      const outcome = await loginByQr({ settings, onQr, signal, now });
      if (outcome.kind !== "signed_in") return outcome;
      await keeper.replace(outcome.session);
      connection?.stop.abort();
      failures = 0;
      unwanted = 0;
      wake();
      return { kind: "signed_in" };
    } catch (error) {
      onError(error);
      return { kind: "failed", why: "the login could not be stored" };
    } finally {
      isSigningIn = false;
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        "abort",
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
