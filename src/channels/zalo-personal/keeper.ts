import { readSession, writeSession, type Session, type SessionStore } from "./session.ts";
import type { Times } from "./settings.ts";

/** What stands in the store for an account. */
export type Kept =
  /** `isNew`: stored by somebody else since we looked last */
  | { kind: "session"; session: Session; isNew: boolean }
  | { kind: "none" }
  | { kind: "unreadable" }
  /** the one that is there is not taken any more */
  | { kind: "expired" }
  /** the store cannot be reached */
  | { kind: "away" };

interface KeeperParts {
  account: string;
  sessions: SessionStore;
  settings: { times: Times };
  onError: (error: unknown) => void;
}

/** Stores a session while it is used: cookies are renewed, messages are taken. */
interface Saving {
  now(): Promise<void>;
  soon(): void;
  /** for the last time */
  last(): Promise<void>;
}

/** Keeps one account's session up to date without writing over one that somebody else has stored. */
export interface Keeper {
  load(): Promise<Kept>;
  /** the session loaded last is not taken any more */
  expired(): void;
  /** @throws where it cannot be stored */
  replace(session: Session): Promise<void>;
  /** `onReplaced` is called when somebody else has stored another session */
  saving(session: () => Session, onReplaced: () => void): Saving;
}

export function createKeeper({ account, sessions, settings, onError }: KeeperParts): Keeper {
  let known: string | null = null;
  let refused: string | null = null;

  return {
    async load() {
      try {
        const text = await sessions.load(account);
        const isNew = text !== known;
        known = text;
        if (text === null) return { kind: "none" };
        if (text === refused) return { kind: "expired" };
        const session = readSession(text);
        return session ? { kind: "session", session, isNew } : { kind: "unreadable" };
      } catch (error) {
        onError(error);
        return { kind: "away" };
      }
    },
    expired() {
      refused = known;
    },
    async replace(session) {
      // Left different from what is known, so that the next look finds something new.
      await sessions.save(account, writeSession(session));
    },
    saving(session, onReplaced) {
      let timer: NodeJS.Timeout | null = null;
      let running = Promise.resolve();
      const save = () => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        running = running.then(() => store(session(), onReplaced));
        return running;
      };
      return {
        now: save,
        soon() {
          timer ??= setTimeout(() => void save(), settings.times.saveMs);
        },
        last: save,
      };
    },
  };

  async function store(session: Session, onReplaced: () => void): Promise<void> {
    const text = writeSession(session);
    if (text === known) return;
    try {
      if ((await sessions.load(account)) !== known) {
        onReplaced();
        return;
      }
      await sessions.save(account, text);
      known = text;
    } catch (error) {
      onError(error);
    }
  }
}
