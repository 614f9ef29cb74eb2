import { channelIsAway, type Channel, type SendResult } from "../../conversation/channel.ts";
import type { AccountState } from "../../conversation/standing.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Turns } from "../../conversation/turns.ts";
import { createAccount } from "./account.ts";
import { preview } from "./encode.ts";
import type { LoginOutcome, QrCode } from "./qr-login.ts";
import type { SessionStore } from "./session.ts";
import { withUsual, type ZaloPersonalSettings } from "./settings.ts";

export interface ZaloPersonalParts {
  settings: ZaloPersonalSettings;
  sessions: SessionStore;
  /** of all replicas one at a time is signed in to an account */
  turns: Turns;
  files: Files;
  now: () => Date;
  onError: (error: unknown) => void;
}

export interface ZaloPersonal {
  channel: Channel;
  status: () => readonly AccountState[];
  /**
   * Signs an account in once; `onQr` shows the code to whoever holds the account's phone. The session is stored, and a
   * running `listen`, here or in another process, takes it up.
   */
  login: (account: string, onQr: (code: QrCode) => void, signal?: AbortSignal) => Promise<LoginOutcome>;
  /** after "stopped", once a person has closed the other place */
  reconnect: (account: string) => void;
}

const NAME = "zalo-personal";
/** An account that nobody knows may only not be signed in yet: shortly after the start, or until a person does it. */
const STARTING_MS = 30_000;
const UNKNOWN_ACCOUNT_MS = 30 * 60_000;

/** Personal Zalo accounts as a channel. Nothing of the library is loaded before an account signs in. */
export function createZaloPersonalChannel(parts: ZaloPersonalParts): ZaloPersonal {
  const settings = withUsual(parts.settings);
  const accounts = settings.accounts.map((account) =>
    createAccount({ ...parts, channel: NAME, account, settings }),
  );
  return {
    channel: {
      name: NAME,
      preview,
      async listen(accept, signal) {
        await Promise.all(accounts.map((account) => account.listen(accept, signal)));
      },
      sendsFor: () => accounts.flatMap((one) => (one.isConnected() ? (one.uid() ?? []) : [])),
      send(to, reply, id, turn): Promise<SendResult> {
        const account = accounts.find((one) => one.uid() === to.account);
        if (account) return account.send(to.chat, reply, id, turn);
        const isStarting = accounts.some((one) => one.status().state === "waiting");
        const afterMs = isStarting ? STARTING_MS : UNKNOWN_ACCOUNT_MS;
        return Promise.resolve(channelIsAway(afterMs, "the account is not signed in"));
      },
    },
    status: () => accounts.map((account) => account.status()),
    async login(name, onQr, signal = new AbortController().signal) {
      const account = accounts.find((one) => one.name === name);
      return account ? account.login(onQr, signal) : { kind: "failed", why: "there is no such account" };
    },
    reconnect(name) {
      accounts.find((one) => one.name === name)?.reconnect();
    },
  };
}
