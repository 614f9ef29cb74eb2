import type { Member } from "../../../console/access/port.ts";
import type { Hindrance, StaffActions, StaffDetails, StaffList } from "../../../console/staff/port.ts";
import { audit } from "../audit.ts";
import type { Database, Tx } from "../database.ts";
import { newId } from "../ids.ts";
import { inTransaction } from "../transaction.ts";
import { makeLink, voidLinks, type MadeLink } from "./one-time-links.ts";

interface Parts {
  database: Database;
  now: () => Date;
  find: StaffList["find"];
}

/** What an admin does about the access of others. */
export function createStaffActions({ database, now, find }: Parts): StaffActions {
  return {
    invite: (by, email, details) =>
      doing(by, async (scope) => {
        const { tx } = scope;
        if (await tx.staff.findUnique({ where: { email } })) return { kind: "email_taken" };
        const id = newId();
        const { role } = details;
        const columns = { ...details, createdAt: scope.now, updatedAt: scope.now };
        await tx.staff.create({ data: { id, email, ...columns } });
        const link = await makeLink(tx, "invitation", id, scope.now);
        await audit(scope, "staff.invited", id, { role });
        return { kind: "invited", id, link };
      }),

    edit: async (by, id, revision, details) => {
      const edited = await doing(by, (scope) => edit(scope, by, id, revision, details));
      if (edited.kind !== "conflict") return edited;
      const current = await find(id);
      return current === null ? { kind: "not_found" } : { kind: "conflict", current };
    },

    disable: (by, id) =>
      doing(by, async (scope) => {
        const { tx } = scope;
        if (id === by.id) return { kind: "oneself" };
        const member = await tx.staff.findUnique({ where: { id } });
        if (member === null) return { kind: "not_found" };
        if (member.role === "admin" && (await isLastAdmin(tx, id))) return { kind: "last_admin" };
        await tx.staff.update({
          where: { id },
          data: { disabledAt: scope.now, updatedAt: scope.now, revision: { increment: 1 } },
        });
        await tx.staffSession.deleteMany({ where: { userId: id } });
        await voidLinks(tx, id);
        await audit(scope, "staff.disabled", id);
        return { kind: "done" };
      }),

    enable: (by, id) =>
      doing(by, async (scope) => {
        const { count } = await scope.tx.staff.updateMany({
          where: { id },
          data: { disabledAt: null, updatedAt: scope.now, revision: { increment: 1 } },
        });
        if (count === 0) return { kind: "not_found" };
        await audit(scope, "staff.enabled", id);
        return { kind: "done" };
      }),

    recover: (by, id, secondFactor) =>
      doing(by, async (scope) => {
        if (id === by.id) return { kind: "oneself" };
        const member = await scope.tx.staff.findUnique({ where: { id } });
        if (member?.disabledAt !== null) return { kind: "not_found" };
        const kind = secondFactor ? "password_and_second_factor" : "password";
        const link = await makeLink(scope.tx, kind, id, scope.now);
        await audit(scope, "staff.recovery_link_made", id, { kind });
        return { kind: "made", link };
      }),
  };

  function doing<T>(by: Member, work: (scope: Scope) => Promise<T>): Promise<T> {
    const at = now();
    return inTransaction(database, (tx) => work({ tx, now: at, actor: `staff:${by.id}` }));
  }
}

interface Scope {
  tx: Tx;
  now: Date;
  actor: string;
}

async function edit(
  scope: Scope,
  by: Member,
  id: string,
  revision: number,
  { name, role, associationId }: StaffDetails,
): Promise<{ kind: "saved" } | { kind: "conflict" } | Hindrance> {
  const { tx, now } = scope;
  const member = await tx.staff.findUnique({ where: { id } });
  if (member === null) return { kind: "not_found" };
  const losesAdmin = member.role === "admin" && role !== "admin";
  if (losesAdmin && id === by.id) return { kind: "oneself" };
  if (losesAdmin && (await isLastAdmin(tx, id))) return { kind: "last_admin" };
  const { count } = await tx.staff.updateMany({
    where: { id, revision },
    data: { name, role, associationId, updatedAt: now, revision: { increment: 1 } },
  });
  if (count === 0) return { kind: "conflict" };
  await audit(scope, "staff.edited", id, { from: member.role, to: role, renamed: member.name !== name });
  return { kind: "saved" };
}

/** Whether nobody else is left who could let people in. */
async function isLastAdmin(tx: Tx, id: string): Promise<boolean> {
  return (await tx.staff.count({ where: { role: "admin", disabledAt: null, NOT: { id } } })) === 0;
}

/** From the terminal, where nobody is signed in: a link to choose a password and set up a second factor again. */
export function recoverFromTerminal(database: Database, email: string, now: Date): Promise<MadeLink | null> {
  return inTransaction(database, async (tx) => {
    const member = await tx.staff.findUnique({ where: { email: email.toLowerCase() } });
    if (member === null) return null;
    if (member.disabledAt !== null)
      await tx.staff.update({ where: { id: member.id }, data: { disabledAt: null } });
    const link = await makeLink(tx, "password_and_second_factor", member.id, now);
    await audit({ tx, now, actor: "terminal" }, "staff.recovery_link_made", member.id, {
      enabled: member.disabledAt !== null,
    });
    return link;
  });
}
