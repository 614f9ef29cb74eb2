import type { Links, LinkUsed } from "../../../console/access/port.ts";
import type { Role } from "../../../console/permissions.ts";
import { audit } from "../audit.ts";
import type { Database, Tx } from "../database.ts";
import { newId } from "../ids.ts";
import { inTransaction } from "../transaction.ts";
import { consumeLink, findLink, makeLink, type MadeLink } from "./one-time-links.ts";

interface LinkParts {
  database: Database;
  /** as sign-in will check it */
  hash: (password: string) => Promise<string>;
  now: () => Date;
}

/** One-time links: the first admin, invitations, recovery. */
export function createLinks({ database, hash, now }: LinkParts): Links {
  const { client } = database;
  return {
    isSetUp: async () => (await client.staff.findFirst({ select: { id: true } })) !== null,

    async open(secret) {
      const link = await findLink(client, secret, now());
      if (link === null) return null;
      const { kind, staffId, expiresAt } = link;
      if (staffId === null) return { kind, member: null, expiresAt };
      const member = await client.staff.findUnique({ where: { id: staffId } });
      if (member?.disabledAt !== null) return null;
      const { name, email, role } = member;
      return { kind, member: { name, email, role: role as Role }, expiresAt };
    },

    async setUp(secret, { name, email, password }) {
      const hashed = await hash(password);
      const at = now();
      return inTransaction(database, async (tx): Promise<LinkUsed> => {
        const link = await consumeLink(tx, secret, at);
        if (link?.kind !== "set_up" || (await tx.staff.count()) > 0) return { kind: "gone" };
        const id = newId();
        await tx.staff.create({ data: { id, name, email, role: "admin", createdAt: at, updatedAt: at } });
        await setPassword(tx, id, hashed, at);
        await audit({ tx, now: at, actor: `staff:${id}` }, "staff.set_up", id);
        return { kind: "used", email };
      });
    },

    async choosePassword(secret, password) {
      const hashed = await hash(password);
      const at = now();
      return inTransaction(database, async (tx): Promise<LinkUsed> => {
        const link = await consumeLink(tx, secret, at);
        if (!link?.staffId) return { kind: "gone" };
        const member = await tx.staff.findUnique({ where: { id: link.staffId } });
        if (member?.disabledAt !== null) return { kind: "gone" };
        const { id, email } = member;
        await setPassword(tx, id, hashed, at);
        if (link.kind === "password_and_second_factor") await removeSecondFactor(tx, id, at);
        await audit({ tx, now: at, actor: `staff:${id}` }, "staff.link_used", id, { kind: link.kind });
        return { kind: "used", email };
      });
    },
  };
}

/**
 * The link with which the first admin is made; null where somebody can sign in already. Whatever was printed before is
 * void.
 */
export function renewSetUpLink(database: Database, now: Date): Promise<MadeLink | null> {
  return inTransaction(database, async (tx) =>
    (await tx.staff.count()) > 0 ? null : makeLink(tx, "set_up", null, now),
  );
}

/** Whoever was signed in with the old password is not any more. */
async function setPassword(tx: Tx, userId: string, password: string, now: Date): Promise<void> {
  await tx.staffAccount.deleteMany({ where: { userId, providerId: "credential" } });
  await tx.staffAccount.create({
    data: {
      id: newId(),
      accountId: userId,
      providerId: "credential",
      userId,
      password,
      createdAt: now,
      updatedAt: now,
    },
  });
  await tx.staffSession.deleteMany({ where: { userId } });
}

async function removeSecondFactor(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.staffTwoFactor.deleteMany({ where: { userId } });
  await tx.staff.update({ where: { id: userId }, data: { twoFactorEnabled: false, updatedAt: now } });
}
