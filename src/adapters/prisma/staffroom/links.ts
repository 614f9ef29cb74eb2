import { createHash } from "node:crypto";
import type { RoomOutcome } from "../../../staffroom/orders.ts";
import { LINK_CODE_BYTES, makeLinkCode } from "../../../staffroom/link-code.ts";
import type { Linked } from "../../../console/staff-room/port.ts";
import { audit } from "../audit.ts";
import type { Scope, Who } from "../commands/scope.ts";
import type { StaffVerification } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "../staff/act.ts";

type Unlinked = { kind: "done" } | { kind: "not_found" };

const LASTS_MS = 15 * 60_000;

/**
 * A one-time code for the member of staff who asks for it; for a group the console lets only admins ask. It is shown
 * once: only its hash is kept, and an earlier one is void.
 */
export function makeLink(desk: Desk, by: By, what: Linked): Promise<{ code: string; expiresAt: Date }> {
  return act(desk, by, async (scope) => {
    const code = makeLinkCode(scope.randomBytes(LINK_CODE_BYTES));
    const identifier = identifierOf(what, by.actor);
    const expiresAt = new Date(by.now.getTime() + LASTS_MS);
    await scope.tx.staffVerification.deleteMany({ where: { identifier } });
    await scope.tx.staffVerification.create({
      data: {
        id: newId(),
        identifier,
        value: hashOf(code),
        expiresAt,
        createdAt: by.now,
        updatedAt: by.now,
      },
    });
    await audit(scope, "staff_link.code_made", by.actor, { what });
    return { code, expiresAt };
  });
}

/** A code was typed. */
export async function redeemLink(
  scope: Scope,
  who: Who,
  { code, inGroup }: { code: string; inGroup: boolean },
): Promise<RoomOutcome> {
  const row = await scope.tx.staffVerification.findFirst({
    where: { value: hashOf(code), identifier: { startsWith: PREFIX }, expiresAt: { gt: scope.now } },
  });
  if (row === null) return { kind: "code_refused" };
  const meant = meaningOf(row);
  if (meant.what === "group" && !inGroup) return { kind: "wrong_place", wanted: "group" };
  if (!(await use(scope, row))) return { kind: "code_refused" };
  if (meant.what === "member" && inGroup) return { kind: "wrong_place", wanted: "private" };
  const staff = await scope.tx.staff.findUnique({ where: { id: meant.staffId } });
  if (staff?.disabledAt !== null) return { kind: "code_refused" };
  const asStaff = { ...scope, actor: `staff:${staff.id}` };
  if (meant.what === "member") return linkMember(asStaff, who, staff);
  return staff.role === "admin" ? linkGroup(asStaff, who, staff.id) : { kind: "code_refused" };
}

export function unlinkMember(desk: Desk, by: By, linkId: string, of: string | null): Promise<Unlinked> {
  return act(desk, by, async (scope) => {
    const { count } = await scope.tx.staffChannel.deleteMany({
      where: { id: linkId, ...(of !== null && { staffId: of }) },
    });
    if (count === 0) return { kind: "not_found" };
    await audit(scope, "staff_link.removed", linkId);
    return { kind: "done" };
  });
}

export function unlinkGroup(desk: Desk, by: By, groupId: string): Promise<Unlinked> {
  return act(desk, by, async (scope) => {
    const { count } = await scope.tx.staffGroup.deleteMany({ where: { id: groupId } });
    if (count === 0) return { kind: "not_found" };
    await audit(scope, "staff_group.removed", groupId);
    return { kind: "done" };
  });
}

async function linkGroup(scope: Scope, { address }: Who, linkedBy: string): Promise<RoomOutcome> {
  const { channel, account, chat } = address;
  const id = newId();
  const group = await scope.tx.staffGroup.upsert({
    where: { channel_account_chat: { channel, account, chat } },
    create: { id, channel, account, chat, linkedBy, linkedAt: scope.now },
    update: { linkedBy, linkedAt: scope.now },
  });
  await audit(scope, "staff_group.linked", group.id, { channel });
  return { kind: "group_linked" };
}

async function linkMember(
  scope: Scope,
  { address, sender }: Who,
  staff: { id: string; name: string },
): Promise<RoomOutcome> {
  const { channel, account, chat } = address;
  const where = { channel_account_sender: { channel, account, sender } };
  const known = await scope.tx.staffChannel.findUnique({ where });
  if (known && known.staffId !== staff.id) return { kind: "account_taken" };
  const link = await scope.tx.staffChannel.upsert({
    where,
    create: { id: newId(), staffId: staff.id, channel, account, sender, chat, linkedAt: scope.now },
    update: { chat, linkedAt: scope.now },
  });
  await audit(scope, "staff_link.made", link.id, { channel });
  return { kind: "member_linked", name: staff.name };
}

/** False when somebody else was faster: a code works once. */
async function use({ tx }: Scope, { id }: StaffVerification): Promise<boolean> {
  const { count } = await tx.staffVerification.deleteMany({ where: { id } });
  return count === 1;
}

const PREFIX = "link:";

function identifierOf(what: Linked, staffId: string): string {
  return `${PREFIX}${what}:${staffId}`;
}

function meaningOf({ identifier }: StaffVerification): { what: Linked; staffId: string } {
  const [, what = "", staffId = ""] = identifier.split(":");
  return { what: what === "group" ? "group" : "member", staffId };
}

function hashOf(code: string): string {
  return createHash("sha256")
    .update(code.replace(/[^A-Z0-9]/g, ""))
    .digest("hex");
}
