import type { Hono } from "hono";
import type { Channel } from "../../conversation/channel.ts";
import { pause } from "../../conversation/pause.ts";
import type { AccountState } from "../../conversation/standing.ts";
import type { Files } from "../../conversation/transcript.ts";
import { preview } from "./encode.ts";
import { createInbox, type Accept } from "./inbox.ts";
import { createFetch } from "./media.ts";
import { createSend } from "./send.ts";
import { CHANNEL, withUsual, type ZaloOaSettings } from "./settings.ts";
import { createStanding } from "./standing.ts";
import type { TokenStore } from "./token-store.ts";
import { createTokens } from "./tokens.ts";
import { createWebhook } from "./webhook.ts";

export interface ZaloOaParts {
  settings: ZaloOaSettings;
  tokens: TokenStore;
  files: Files;
  now: () => Date;
  onError: (error: unknown) => void;
}

export interface ZaloOaChannel {
  channel: Channel;
  /** the webhook, to be mounted at / */
  routes: Hono;
  /** how each account stands, for staff */
  status: () => readonly AccountState[];
}

/** Often enough that a token of 25 hours never ends, and that one given meanwhile is soon used. */
const KEEP_FRESH_MS = 30 * 60_000;

/** Zalo Official Accounts: messages come by webhook, replies leave as consultation messages. */
export function createZaloOaChannel(parts: ZaloOaParts): ZaloOaChannel {
  const { files, now, onError } = parts;
  const settings = withUsual(parts.settings);
  const fetchMedia = createFetch({ files, settings, now });
  const accounts = new Map(
    settings.accounts.map((account) => {
      const standing = createStanding({ account: account.oaId, now, onError });
      const tokens = createTokens({ account, settings, store: parts.tokens, standing, now });
      const inbox = createInbox({ oaId: account.oaId, fetchMedia, now });
      const send = createSend({ account, settings, tokens, standing, now, onError });
      return [account.oaId, { account, standing, tokens, inbox, send }] as const;
    }),
  );
  let accepting: Accept | null = null;

  async function keepFresh(): Promise<void> {
    for (const { tokens } of accounts.values()) await tokens.keepFresh().catch(onError);
  }

  const channel: Channel = {
    name: CHANNEL,
    preview,
    async listen(accept, signal) {
      accepting = accept;
      const never = new Set<() => void>();
      while (!signal.aborted) {
        await keepFresh();
        await pause(KEEP_FRESH_MS, signal, never);
      }
      if (accepting === accept) accepting = null;
      for (const { inbox } of accounts.values()) await inbox.settled();
    },
    async send(to, reply, id, turn) {
      const found = accounts.get(to.account);
      if (!found) return { kind: "refused", why: "no such account here" };
      try {
        return await found.send(to.chat, reply, id, turn);
      } catch (error) {
        onError(error);
        return { kind: "unknown", why: "sending broke off" };
      }
    },
  };
  return {
    channel,
    routes: createWebhook({ settings, accounts, accept: () => accepting, onError }),
    status: () => [...accounts.values()].map(({ standing }) => standing.status()),
  };
}
