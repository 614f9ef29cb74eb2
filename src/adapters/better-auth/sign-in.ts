import type { Access, SignIn } from "../../console/access/port.ts";
import { LOCKED_SECONDS } from "./auth.ts";
import { call, type Called } from "./call.ts";
import { passwordHash } from "./password-hash.ts";
import { markSecondFactor, sendCode, waiting, type Workplace } from "./workplace.ts";
import { passwordAttempts } from "./wrong-attempts.ts";

const WRONG_CODE: ReadonlySet<string> = new Set(["INVALID_CODE", "INVALID_BACKUP_CODE"]);

/** The password, then the code where there is a second factor. */
export function createSignIn(
  { client, auth, log }: Workplace,
  sessions: Pick<Access, "session">,
): Pick<Access, "signIn" | "answerChallenge"> {
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
      if (called.status === 200) {
        if (account !== null) await passwordAttempts.right(client, account.id);
        return afterPassword(called);
      }
      if (account !== null) {
        await passwordAttempts.wrong(client, account.id);
        await log(account.id, "staff.sign_in_refused");
      }
      return { kind: "wrong" };
    },

    async answerChallenge(challenge, code, from) {
      const called = await sendCode(auth, code, { from, cookies: { two_factor: challenge } });
      const session = called.cookie("session_token");
      if (called.status === 200 && session !== null) {
        await markSecondFactor(client, session);
        await entered(session);
        return { kind: "signed_in", session };
      }
      if (called.code === "ACCOUNT_TEMPORARILY_LOCKED") return { kind: "wait", seconds: LOCKED_SECONDS };
      if (called.status === 429) return waiting(called);
      return WRONG_CODE.has(called.code) ? { kind: "wrong" } : { kind: "expired" };
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
    if (session === null || !(await entered(session))) return { kind: "wrong" };
    return { kind: "signed_in", session };
  }

  async function entered(token: string): Promise<boolean> {
    const opened = await sessions.session(token);
    if (opened !== null) await log(opened.member.id, "staff.signed_in");
    return opened !== null;
  }
}
