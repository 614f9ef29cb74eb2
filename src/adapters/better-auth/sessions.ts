import type { Access, Member, Session } from "../../console/access/port.ts";
import type { Role } from "../../console/permissions.ts";
import { ABSOLUTE_SECONDS } from "./auth.ts";
import { call, cookieHeader } from "./call.ts";
import { bare, NOWHERE, type Workplace } from "./workplace.ts";

type Sessions = Pick<Access, "session" | "signOut" | "signOutEverywhere" | "sessionsOf">;

/** Sessions as the console sees them: who is signed in, and for how long yet. */
export function createSessions({ client, auth, changing }: Workplace): Sessions {
  return {
    async session(token): Promise<Session | null> {
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
    },

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
  };
}
