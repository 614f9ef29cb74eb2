import { onTestFinished } from "vitest";
import {
  createZaloPersonalChannel,
  type SessionStore,
  type ZaloPersonal,
  type ZaloPersonalSettings,
} from "../../../../src/channels/zalo-personal/index.ts";
import type { FileRef, IncomingMessage } from "../../../../src/conversation/message.ts";
import type { Files } from "../../../../src/conversation/transcript.ts";
import { startZaloPersonal, type ZaloPersonalDouble } from "../../../doubles/zalo-personal.ts";
import { alone } from "../../../support/turns.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

export const ACCOUNT = "tro-ly";

/** Sessions in memory, and all that was ever saved. */
export interface Sessions extends SessionStore {
  saved: string[];
}

export function memorySessions(session: object | null): Sessions {
  const saved = session === null ? [] : [JSON.stringify(session)];
  return {
    saved,
    load: () => Promise.resolve(saved.at(-1) ?? null),
    save: (_account, text) => {
      saved.push(text);
      return Promise.resolve();
    },
  };
}

export function memoryFiles(): Files & { kept: (FileRef & { content: Uint8Array })[] } {
  const kept: (FileRef & { content: Uint8Array })[] = [];
  return {
    kept,
    takesRecordings: true,
    keep: (_address, { name, mediaType, content }) => {
      const ref = { id: `f${kept.length + 1}`, name, mediaType, bytes: content.byteLength };
      kept.push({ ...ref, content });
      return Promise.resolve(ref);
    },
    read: () => Promise.resolve(null),
  };
}

/** A session that the double takes. */
export function sessionFor(double: ZaloPersonalDouble, since = new Date(Date.now() - 60_000)): object {
  return { version: 1, uid: double.uid, ...double.login(), since };
}

/** Short waits, and no pace: what a test does not speak of must not cost it time. */
export const QUICK = {
  limits: { everyMs: 0, anHour: 10_000, restMs: 60_000 },
  times: {
    callMs: 5_000,
    uploadMs: 1_000,
    reconnectMs: 10,
    longestReconnectMs: 50,
    lookAgainMs: 20,
    saveMs: 20,
    storeAgainMs: 20,
  },
} satisfies Partial<ZaloPersonalSettings>;

export interface Given {
  double: ZaloPersonalDouble;
  zalo: ZaloPersonal;
  sessions: Sessions;
  files: ReturnType<typeof memoryFiles>;
  messages: IncomingMessage[];
  errors: Error[];
  start(): void;
  stop(): Promise<void>;
}

interface Wish {
  settings?: Partial<ZaloPersonalSettings>;
  /** null: nobody has signed in */
  session?: object | null;
  double?: ZaloPersonalDouble;
  sessions?: Sessions;
  accept?: (message: IncomingMessage) => Promise<boolean>;
  now?: () => Date;
}

/** A channel with its double; listens, and is connected unless there is no session. */
export async function given(wish: Wish = {}): Promise<Given> {
  const double = wish.double ?? (await startZaloPersonal());
  const session = wish.session === undefined ? sessionFor(double) : wish.session;
  const sessions = wish.sessions ?? memorySessions(session);
  const files = memoryFiles();
  const messages: IncomingMessage[] = [];
  const errors: Error[] = [];
  const known = new Set<string>();
  const accept = (message: IncomingMessage) => {
    const key = JSON.stringify([message.from, message.id]);
    if (known.has(key)) return Promise.resolve(false);
    known.add(key);
    messages.push(message);
    return Promise.resolve(true);
  };
  const settings = { enabled: true, accounts: [ACCOUNT], gateway: double.url, ...wish.settings };
  const zalo = createZaloPersonalChannel({
    settings: {
      ...settings,
      limits: { ...QUICK.limits, ...settings.limits },
      times: { ...QUICK.times, ...settings.times },
    },
    sessions,
    turns: alone,
    files,
    now: wish.now ?? (() => new Date()),
    onError: (error) => {
      recordError(error);
      errors.push(error instanceof Error ? error : new Error(String(error)));
    },
  });
  const stopping = new AbortController();
  let listening = Promise.resolve();
  const start = () => {
    listening = zalo.channel.listen(wish.accept ?? accept, stopping.signal);
  };
  const stop = async () => {
    stopping.abort();
    await listening;
  };
  start();
  onTestFinished(async () => {
    await stop();
    await double.stop();
  });
  const one = { double, zalo, sessions, files, messages, errors, start, stop };
  if (session !== null) await double.until(() => stateOf(one) === "ok");
  return one;
}

export function stateOf({ zalo }: Pick<Given, "zalo">): string {
  return zalo.status()[0]?.state ?? "";
}

export function whyOf({ zalo }: Pick<Given, "zalo">): string {
  return zalo.status()[0]?.why ?? "";
}
