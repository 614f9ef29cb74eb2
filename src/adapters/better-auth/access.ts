import type { Access, Member, Proof, Session, SignIn, Source, Wait } from "../../console/access/port.ts";
import type { Role } from "../../console/permissions.ts";
import { audit } from "../prisma/audit.ts";
import type { Database, Tx } from "../prisma/client.ts";
import { inTransaction } from "../prisma/transaction.ts";
import { ABSOLUTE_SECONDS, createAuth, LOCKED_SECONDS, type Auth, type AuthParts } from "./auth.ts";
import { call, cookieHeader, type Called } from "./call.ts";
import { passwordHash } from "./password-hash.ts";
import { codeAttempts, passwordAttempts } from "./wrong-attempts.ts";

interface Parts extends Pick<AuthParts, "secret" | "onError"> {
  database: Database;
}

/**
 * The accounts of the staff, kept by better-auth. It times sessions by the clock of the machine. Every change a member
 * makes happens in a transaction with its audit entry: better-auth then works on the transaction's client.
 */
export function createAccess({ database, secret, onError }: Parts): Access {
  const { client, kind } = database;
  const auth = createAuth(client, { kind, secret, onError, limited: true });

  return {
    async signIn(email, password, from) {
      const address = email.toLowerCase();
      const account = await client.staff.findUnique({
        where: { email: address },
        select: { id: true, disabledAt: true },
      });
      const seconds = account === null ? 0 : await passwordAttempts.wait(client, account.id);
      if (seconds > 0) return { kind: "wait", seconds };
      if (account?.disabledAt) return refuse(account.id, password);
      const called = await call(auth, "/sign-in/email", { email: address, password }, { from });
      if (called.status === 429) return waiting(called);
      if (called.status !== 200) {
        if (account !== null) {
          await passwordAttempts.wrong(client, account.id);
          await log(account.id, "staff.sign_in_refused");
        }
        return { kind: "wrong" };
      }
      if (account !== null) await passwordAttempts.right(client, account.id);
      return afterPassword(called);
    },

    async answerChallenge(challenge, code, from) {
      const called = await sendCode(auth, code, { from, cookies: { two_factor: challenge } });
      const session = called.cookie("session_token");
      if (called.status === 200 && session !== null) {
        await markSecondFactor(session);
        const opened = await read(session);
        if (opened !== null) await log(opened.member.id, "staff.signed_in");
        return { kind: "signed_in", session };
      }
      if (called.code === "ACCOUNT_TEMPORARILY_LOCKED") return { kind: "wait", seconds: LOCKED_SECONDS };
      if (called.status === 429) return waiting(called);
      return WRONG_CODE.has(called.code) ? { kind: "wrong" } : { kind: "expired" };
    },

    session: read,

    async signOut({ token }) {
      await call(auth, "/sign-out", {}, { from: NOWHERE, cookies: { session_token: token } });
    },

    async signOutEverywhere(session) {
      await changing(session, NOWHERE, "staff.signed_out_everywhere", "/revoke-sessions", {});
    },

    async sessionsOf({ token, member }) {
      const rows = await client.staffSession.findMany({
        where: { userId: member.id, expiresAt: { gt: new Date() } },
        orderBy: { updatedAt: "desc" },
      });
      return rows.map((row) => ({
        id: row.id,
        address: row.ipAddress === "" ? null : row.ipAddress,
        agent: row.userAgent,
        since: row.createdAt,
        lastSeen: row.updatedAt,
        isThis: row.token === bare(token),
      }));
    },

    async changePassword(session, current, next, from) {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const called = await withPassword(session, from, "staff.password_changed", "/change-password", body);
      if (called.kind !== "called") return called;
      return { kind: "changed", session: renewed(called) };
    },

    async beginSecondFactor(session, password, from) {
      if (session.member.hasSecondFactor) return { kind: "there_already" };
      const called = await withPassword(session, from, "staff.second_factor_begun", "/two-factor/enable", {
        password,
      });
      if (called.kind !== "called") return called;
      const uri = String(called.body["totpURI"]);
      const secret = new URL(uri).searchParams.get("secret") ?? "";
      return { kind: "begun", factor: { uri, secret, backupCodes: strings(called.body["backupCodes"]) } };
    },

    async confirmSecondFactor(session, code, from) {
      const seconds = await codeAttempts.wait(client, session.member.id);
      if (seconds > 0) return { kind: "wait", seconds };
      const called = await changing(session, from, "staff.second_factor_on", "/two-factor/verify-totp", {
        code: code.replaceAll(" ", ""),
      });
      if (called.status === 429) return waiting(called);
      if (called.status !== 200) {
        await codeAttempts.wrong(client, session.member.id);
        return { kind: "wrong" };
      }
      const token = renewed(called);
      await markSecondFactor(token);
      return { kind: "confirmed", session: token };
    },

    async newBackupCodes(session, password, from) {
      const path = "/two-factor/generate-backup-codes";
      const called = await withPassword(session, from, "staff.backup_codes_made", path, { password });
      if (called.kind !== "called") return called;
      return { kind: "made", codes: strings(called.body["backupCodes"]) };
    },

    async removeSecondFactor(session, password, from) {
      const path = "/two-factor/disable";
      const called = await withPassword(session, from, "staff.second_factor_off", path, { password });
      if (called.kind !== "called") return called;
      return { kind: "removed", session: renewed(called) };
    },

    async proveSecondFactor(session, code, from): Promise<Proof> {
      const { id } = session.member;
      const seconds = await codeAttempts.wait(client, id);
      if (seconds > 0) return { kind: "wait", seconds };
      const called = await sendCode(auth, code, { from, cookies: { session_token: session.token } });
      if (called.status === 429) return waiting(called);
      if (called.status !== 200) {
        await codeAttempts.wrong(client, id);
        return { kind: "wrong" };
      }
      await codeAttempts.right(client, id);
      await markSecondFactor(session.token);
      return { kind: "right" };
    },
  };

  /** Takes as long as looking at the password would. */
  async function refuse(memberId: string, password: string): Promise<SignIn> {
    await passwordHash(password);
    await log(memberId, "staff.sign_in_refused");
    return { kind: "wrong" };
  }

  async function afterPassword(called: Called): Promise<SignIn> {
    const challenge = called.cookie("two_factor");
    if (called.body["twoFactorRedirect"] === true && challenge !== null)
      return { kind: "second_factor", challenge };
    const session = called.cookie("session_token");
    const opened = session === null ? null : await read(session);
    if (session === null || opened === null) return { kind: "wrong" };
    await log(opened.member.id, "staff.signed_in");
    return { kind: "signed_in", session };
  }

  async function read(token: string): Promise<Session | null> {
    const headers = new Headers({ Cookie: cookieHeader({ session_token: token }) });
    const found = await auth.api.getSession({ headers });
    if (found === null) return null;
    const { session, user } = found;
    const isOver = session.createdAt.getTime() + ABSOLUTE_SECONDS * 1000 <= Date.now();
    if (isOver || user.disabledAt) {
      await client.staffSession.deleteMany({ where: { id: session.id } });
      return null;
    }
    const member: Member = {
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role as Role,
      associationId: user.associationId ?? null,
      hasSecondFactor: user.twoFactorEnabled === true,
    };
    return { token, member, secondFactorAt: session.secondFactorAt ?? null };
  }

  /** What needs the password again; wrong ones count like those at sign-in. */
  async function withPassword(
    session: Session,
    from: Source,
    action: string,
    path: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<({ kind: "called" } & Called) | { kind: "wrong" } | Wait> {
    const { id } = session.member;
    const seconds = await passwordAttempts.wait(client, id);
    if (seconds > 0) return { kind: "wait", seconds };
    const called = await changing(session, from, action, path, body);
    if (called.status === 429) return waiting(called);
    if (called.status !== 200) {
      await passwordAttempts.wrong(client, id);
      return { kind: "wrong" };
    }
    await passwordAttempts.right(client, id);
    return { kind: "called", ...called };
  }

  /** A change and its audit entry, both or neither. */
  function changing(
    { token, member }: Session,
    from: Source,
    action: string,
    path: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Called> {
    return inTransaction(database, async (tx) => {
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
    });
  }

  async function markSecondFactor(token: string): Promise<void> {
    await client.staffSession.updateMany({
      where: { token: bare(token) },
      data: { secondFactorAt: new Date() },
    });
  }

  async function log(memberId: string, action: string): Promise<void> {
    await entry(client, memberId, action);
  }
}

const NOWHERE: Source = { address: undefined, agent: undefined };

const WRONG_CODE: ReadonlySet<string> = new Set(["INVALID_CODE", "INVALID_BACKUP_CODE"]);

/** Six digits are of the app, all else is a backup code. */
function sendCode(auth: Auth, code: string, given: Parameters<typeof call>[3]): Promise<Called> {
  const digits = code.replaceAll(" ", "");
  return /^\d{6}$/.test(digits)
    ? call(auth, "/two-factor/verify-totp", { code: digits }, given)
    : call(auth, "/two-factor/verify-backup-code", { code: code.trim() }, given);
}

function waiting({ retryAfter }: Called): Wait {
  return { kind: "wait", seconds: Math.max(1, retryAfter) };
}

/** better-auth ends the old session and begins another with such changes. */
function renewed(called: Called): string {
  const token = called.cookie("session_token");
  if (token === null) throw new Error("better-auth began no new session");
  return token;
}

/** The token as it is stored: without its signature. */
function bare(token: string): string {
  return decodeURIComponent(token).split(".")[0] ?? "";
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function entry(tx: Tx, memberId: string, action: string): Promise<void> {
  return audit({ tx, now: new Date(), actor: `staff:${memberId}` }, action, memberId);
}
