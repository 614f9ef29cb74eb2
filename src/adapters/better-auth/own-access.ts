import type { Access, Session, Source, Wait } from "../../console/access/port.ts";
import type { Called } from "./call.ts";
import { markSecondFactor, sendCode, waiting, type Workplace } from "./workplace.ts";
import { codeAttempts, passwordAttempts } from "./wrong-attempts.ts";

type OwnAccess = Pick<
  Access,
  | "changePassword"
  | "beginSecondFactor"
  | "confirmSecondFactor"
  | "newBackupCodes"
  | "removeSecondFactor"
  | "proveSecondFactor"
>;

/** What members of staff change about their own access. */
export function createOwnAccess({ client, auth, changing }: Workplace): OwnAccess {
  return {
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
      if (called.status !== 200) {
        await codeAttempts.wrong(client, session.member.id);
        return { kind: "wrong" };
      }
      const token = renewed(called);
      await markSecondFactor(client, token);
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

    async proveSecondFactor(session, code, from) {
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
      await markSecondFactor(client, session.token);
      return { kind: "right" };
    },
  };

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
    if (called.status !== 200) {
      await passwordAttempts.wrong(client, id);
      return { kind: "wrong" };
    }
    await passwordAttempts.right(client, id);
    return { kind: "called", ...called };
  }
}

/** better-auth ends the old session and begins another with such changes. */
function renewed(called: Called): string {
  const token = called.cookie("session_token");
  if (token === null) throw new Error("better-auth began no new session");
  return token;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
