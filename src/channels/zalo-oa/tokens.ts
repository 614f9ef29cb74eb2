import { call } from "./call.ts";
import type { OaAccount, Usual } from "./settings.ts";
import type { Standing } from "./standing.ts";
import type { Refreshed, Renewed, TokenStore } from "./token-store.ts";

export type Access =
  | { kind: "token"; token: string }
  /** `afterMs`: when it is worth trying again */
  | { kind: "none"; why: string; afterMs: number };

/** The access token of one account. */
export interface Tokens {
  access(): Promise<Access>;
  /** the platform took `token` no longer */
  renew(token: string): Promise<Access>;
  /** renews what ends soon, whether or not anything is sent */
  keepFresh(): Promise<void>;
}

interface Parts {
  account: OaAccount;
  settings: Usual;
  store: TokenStore;
  standing: Standing;
  now: () => Date;
}

/** Renewed this long before its end, in case Zalo's clock and ours differ. */
const EARLY_MS = 5 * 60_000;
/** An account that writes to nobody renews too: a refresh token that lies for three months is lost. */
const HOUSEKEEPING_EARLY_MS = 2 * 3_600_000;
const TRY_AGAIN_MS = 60_000;
/** An administrator has to act first; the platform is not asked again and again meanwhile. */
const ADMIN_MS = 10 * 60_000;
/** Without a word from the platform; it says 90,000. */
const USUAL_LIFE_S = 90_000;

export function createTokens({ account, settings, store, standing, now }: Parts): Tokens {
  const { oaId } = account;
  let renewing: { seen: string; result: Promise<Access> } | null = null;
  let taken = false;
  let rest: { until: number; access: Access } | null = null;

  return {
    access: () => accessFor(EARLY_MS),
    renew,
    async keepFresh() {
      await accessFor(HOUSEKEEPING_EARLY_MS);
    },
  };

  /** Hands the configured refresh token over, once; the store knows those it had before. */
  async function takeConfigured(): Promise<void> {
    if (account.refreshToken === undefined || taken) return;
    await store.give(oaId, account.refreshToken);
    taken = true;
  }

  async function accessFor(early: number): Promise<Access> {
    await takeConfigured();
    const held = await store.load(oaId);
    if (held.kind !== "pair") return concluded(held);
    const { accessToken, expiresAt } = held.pair;
    const left = expiresAt.getTime() - now().getTime();
    if (accessToken !== "" && left > early) {
      standing.ends("no_tokens", "tokens_unreadable", "reauthorize", "interrupted", "oauth_away");
      return { kind: "token", token: accessToken };
    }
    const access = await renew(accessToken);
    // What is only about to end still does.
    return access.kind === "none" && accessToken !== "" && left > 0
      ? { kind: "token", token: accessToken }
      : access;
  }

  /** All who need the next pair at the same time wait for one. */
  function renew(seen: string): Promise<Access> {
    if (rest && now().getTime() < rest.until) return Promise.resolve(rest.access);
    if (renewing?.seen !== seen) {
      const result = store.withLock(oaId, seen, refresh).then(concluded);
      const mine = { seen, result };
      renewing = mine;
      const done = () => {
        if (renewing === mine) renewing = null;
      };
      result.then(done, done);
    }
    return renewing.result;
  }

  async function refresh(refreshToken: string): Promise<Refreshed> {
    const called = await call(`${settings.oauthUrl}/v4/oa/access_token`, {
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        secret_key: account.appSecret,
      },
      body: new URLSearchParams({
        refresh_token: refreshToken,
        app_id: account.appId,
        grant_type: "refresh_token",
      }).toString(),
      ms: settings.callMs,
    });
    if (called.kind === "not_sent") return { kind: "not_used", why: "oauth: no connection" };
    if (called.kind === "no_answer") return { kind: "unknown", why: "oauth: no answer" };
    const { status, body } = called;
    const accessToken = body?.["access_token"];
    const next = body?.["refresh_token"];
    if (isToken(accessToken) && isToken(next)) {
      // It comes as a string.
      const seconds = Number(body?.["expires_in"]);
      const life = Number.isFinite(seconds) && seconds > 0 ? seconds : USUAL_LIFE_S;
      const expiresAt = new Date(now().getTime() + life * 1_000);
      return { kind: "pair", pair: { accessToken, refreshToken: next, expiresAt } };
    }
    const error = Number(body?.["error"]);
    if (Number.isInteger(error) && error !== 0) return { kind: "refused", why: `oauth error ${error}` };
    if (status === 429) return { kind: "not_used", why: "oauth: HTTP 429" };
    return { kind: "unknown", why: `oauth: HTTP ${status} without tokens` };
  }

  /** What a renewal means for those who want to send, and for staff. */
  function concluded(renewed: Renewed): Access {
    switch (renewed.kind) {
      case "pair":
        rest = null;
        standing.ends("no_tokens", "tokens_unreadable", "reauthorize", "interrupted", "oauth_away");
        return { kind: "token", token: renewed.pair.accessToken };
      case "none":
        standing.begins("no_tokens");
        return { kind: "none", why: "no tokens", afterMs: ADMIN_MS };
      case "unreadable":
        standing.begins("tokens_unreadable");
        return { kind: "none", why: "tokens sealed with another secret", afterMs: ADMIN_MS };
      case "failed":
        return afterFailure(renewed);
    }
  }

  function afterFailure({ refreshed, interrupted }: Extract<Renewed, { kind: "failed" }>): Access {
    const isLost = refreshed.kind === "refused";
    const afterMs = isLost ? ADMIN_MS : TRY_AGAIN_MS;
    standing.begins(isLost ? (interrupted ? "interrupted" : "reauthorize") : "oauth_away", refreshed.why);
    const access: Access = { kind: "none", why: refreshed.why, afterMs };
    rest = { until: now().getTime() + afterMs, access };
    return access;
  }
}

function isToken(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
