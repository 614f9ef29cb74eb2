import type { Session, Source, Wait } from "../../console/access/port.ts";
import { audit } from "../prisma/audit.ts";
import type { Client, Database, Tx } from "../prisma/client.ts";
import { inTransaction } from "../prisma/transaction.ts";
import { createAuth, type Auth, type AuthParts } from "./auth.ts";
import { call, type Called } from "./call.ts";

export interface WorkplaceParts extends Pick<AuthParts, "secret" | "onError"> {
  database: Database;
}

/** What all functions of the accounts work with. */
export interface Workplace {
  client: Client;
  auth: Auth;
  /** A change by a signed-in member and its audit entry, both or neither. */
  changing: (
    session: Session,
    from: Source,
    action: string,
    path: string,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Called>;
  /** What happened without changing anything that others see. */
  log: (memberId: string, action: string) => Promise<void>;
}

export function createWorkplace({ database, secret, onError }: WorkplaceParts): Workplace {
  const { client, kind } = database;
  return {
    client,
    auth: createAuth(client, { kind, secret, onError, limited: true }),
    log: (memberId, action) => entry(client, memberId, action),
    changing: ({ token, member }, from, action, path, body) =>
      inTransaction(database, async (tx) => {
        let fault: unknown;
        const keep = (error: unknown) => (fault ??= error);
        const within: Auth = createAuth(tx, { kind, secret, onError: keep, limited: false });
        try {
          const called = await call(within, path, body, { from, cookies: { session_token: token } });
          if (called.status === 200) await entry(tx, member.id, action);
          return called;
        } catch (error) {
          // The database's own words say whether trying again helps.
          throw fault ?? error;
        }
      }),
  };
}

/** Where there is no request behind a call. */
export const NOWHERE: Source = { address: undefined, agent: undefined };

export function waiting({ retryAfter }: Called): Wait {
  return { kind: "wait", seconds: Math.max(1, retryAfter) };
}

/** The token as it is stored: without its signature. */
export function bare(token: string): string {
  return decodeURIComponent(token).split(".")[0] ?? "";
}

/** Six digits are of the app, all else is a backup code. */
export function sendCode(auth: Auth, code: string, given: Parameters<typeof call>[3]): Promise<Called> {
  const digits = code.replaceAll(" ", "");
  return /^\d{6}$/.test(digits)
    ? call(auth, "/two-factor/verify-totp", { code: digits }, given)
    : call(auth, "/two-factor/verify-backup-code", { code: code.trim() }, given);
}

export async function markSecondFactor(client: Client, token: string): Promise<void> {
  await client.staffSession.updateMany({
    where: { token: bare(token) },
    data: { secondFactorAt: new Date() },
  });
}

function entry(tx: Tx, memberId: string, action: string): Promise<void> {
  return audit({ tx, now: new Date(), actor: `staff:${memberId}` }, action, memberId);
}
