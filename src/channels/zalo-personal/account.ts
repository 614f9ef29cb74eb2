import type { SendResult } from "../../conversation/channel.ts";
import type { IncomingMessage } from "../../conversation/message.ts";
import { pause, untilAborted } from "../../conversation/pause.ts";
import type { Reply } from "../../conversation/reply.ts";
import { createStanding, type AccountState, type State } from "../../conversation/standing.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Turns } from "../../conversation/turns.ts";
import { cookiesOf, enter, type API } from "./client.ts";
import { runConnection, type Ended } from "./connection.ts";
import { createIntake } from "./intake.ts";
import { createKeeper, type Kept } from "./keeper.ts";
import { loginByQr, whyNotSignedIn, type LoginOutcome, type QrCode } from "./qr-login.ts";
import { createSender } from "./send.ts";
import type { Session, SessionStore } from "./session.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";

export interface AccountParts {
  channel: string;
  account: string;
  settings: Usual;
  sessions: SessionStore;
  /** of all replicas one at a time is signed in */
  turns: Turns;
  files: Files;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** One personal account: its login, its one connection, what it sends. */
export interface Account {
  readonly name: string;
  /** the id at Zalo, once known */
  uid(): string | null;
  /** it is signed in, here and now */
  isConnected(): boolean;
  status(): AccountState;
  /** Stays connected until `signal` aborts. Whoever calls it a second time waits: one account has one connection. */
  listen(accept: (message: IncomingMessage) => Promise<boolean>, signal: AbortSignal): Promise<void>;
  send(chat: string, reply: Reply, id: string, turn?: () => Promise<void>): Promise<SendResult>;
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
  const { channel, account, settings, turns, now, onError } = parts;
  const { times } = settings;
  const keeper = createKeeper(parts);
  const wakers = new Set<() => void>();
  const standing = createStanding<"login" | "qr">(parts);
  if (settings.enabled) standing.pass("login", texts.status.idle);
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
    awayMs: () => (standing.isStopped() || !settings.enabled ? AWAY_FOR_LONG_MS : AWAY_MS),
    onExpired: () => {
      if (!connection) return;
      connection.expired = true;
      connection.stop.abort();
    },
  });

  return {
    name: account,
    uid: () => uid,
    isConnected: () => api !== null,
    status: () => standing.status(besides()),
    async listen(accept, signal) {
      if (isListening || !settings.enabled) {
        await untilAborted(signal);
        return;
      }
      isListening = true;
      const turn = { work: (current: AbortSignal) => connect(accept, current), onWaiting: standBy };
      await turns.run(`${channel} ${account}`, turn, signal);
      isListening = false;
      standing.pass("login", texts.status.idle);
    },
    send: (chat, reply, id, turn) => sender.send(chat, reply, id, turn),
    login,
    reconnect,
  };

  function standBy(holder: string | null): void {
    standing.standBy("login", holder);
  }

  /** What is not about being signed in. */
  function besides(): { state: State; why: string }[] {
    if (!settings.enabled) return [{ state: "stopped", why: texts.status.off }];
    return sender.isResting() ? [{ state: "ok", why: texts.status.resting }] : [];
  }

  async function connect(accept: Accept, turn: AbortSignal): Promise<void> {
    // Whoever sent us away in an earlier turn may have been the replica that had the next one.
    reconnect();
    while (!turn.aborted) await round(accept, turn);
  }

  function reconnect(): void {
    heldBack = false;
    unwanted = 0;
    failures = 0;
    wake();
  }

  function wake(): void {
    for (const one of wakers) one();
  }

  /** Once through: from what is stored to the end of a connection, or a pause. */
  async function round(accept: Accept, signal: AbortSignal): Promise<void> {
    const kept = await keeper.load();
    if (kept.kind === "away") {
      standing.pass("login", texts.status.storeAway);
      await pause(backoff(), signal, wakers);
      return;
    }
    if (kept.kind !== "session" || (heldBack && !kept.isNew)) {
      if (kept.kind !== "session") standing.set("login", "stopped", texts.status[kept.kind]);
      await pause(times.lookAgainMs, signal, wakers);
      return;
    }
    heldBack = false;
    if (failures === 0) standing.pass("login", texts.status.connecting);
    uid = kept.session.uid;
    const entered = await enter(kept.session, settings);
    switch (entered.kind) {
      case "expired":
        keeper.expired();
        return;
      case "failed":
        standing.pass("login", texts.status.loginFailed(entered.why));
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
          standing.well("login", "qr");
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
        standing.set("login", "stopped", texts.status[ended.kind]);
        return;
      case "lost":
        unwanted = lasted < times.steadyMs ? unwanted + 1 : 0;
        if (unwanted === 0) failures = 0;
        if (unwanted >= MOST_UNWANTED) {
          standing.set("login", "waiting", texts.status.unwanted);
          await pause(times.unwantedRestMs, signal, wakers);
        } else {
          standing.pass("login", texts.status.lost);
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
    standing.well("qr");
    try {
      const outcome = await loginByQr({ settings, onQr, signal, now });
      if (outcome.kind !== "signed_in") {
        // Whoever is signed in already stays so.
        if (connection === null) standing.set("qr", "stopped", whyNotSignedIn(outcome));
        return outcome;
      }
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
