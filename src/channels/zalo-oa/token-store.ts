export interface TokenPair {
  /** empty while only a refresh token was given */
  accessToken: string;
  /** good for one use: using it gives the next pair */
  refreshToken: string;
  expiresAt: Date;
}

export type Held =
  | { kind: "pair"; pair: TokenPair }
  /** nobody gave one yet */
  | { kind: "none" }
  /** kept under another secret */
  | { kind: "unreadable" };

/** How one call of the platform for the next pair ended. */
export type Refreshed =
  | { kind: "pair"; pair: TokenPair }
  /** the platform says that the refresh token is no good */
  | { kind: "refused"; why: string }
  /** the refresh token was surely not used */
  | { kind: "not_used"; why: string }
  /** no answer came: it may have been used */
  | { kind: "unknown"; why: string };

export type Renewed =
  | Held
  /** `interrupted`: an earlier refresh never got as far as storing its pair, which may be lost */
  | { kind: "failed"; refreshed: Exclude<Refreshed, { kind: "pair" }>; interrupted: boolean };

/** Where token pairs outlive the process. Accounts are ids of Official Accounts. */
export interface TokenStore {
  load(account: string): Promise<Held>;
  /** A refresh token from an administrator. Replaces what is there, unless this very one was given before. */
  give(account: string, refreshToken: string): Promise<void>;
  /**
   * The pair after `seen` (an access token that no longer does). Of all processes one calls `refresh`, the others wait for
   * its pair; the new pair is stored before anybody gets it, and a failure leaves the old one as it is.
   */
  withLock(
    account: string,
    seen: string,
    refresh: (refreshToken: string) => Promise<Refreshed>,
  ): Promise<Renewed>;
}
