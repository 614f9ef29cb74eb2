import { createHash } from "node:crypto";
import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { LINK_CODE_BYTES, makeLinkCode } from "../../../staffroom/link-code.ts";
import { audit } from "../audit.ts";
import { newId } from "../ids.ts";
import { ensureContact, findContact } from "./contacts.ts";
import { mergeContacts } from "./merge-contacts.ts";
import type { Scope, Who } from "./scope.ts";

const LASTS_MS = 15 * 60_000;

/** A one-time code to type on another channel; only its hash is kept, and an earlier one is void. */
export async function makeContactCode(scope: Scope, who: Who): Promise<CommandOutcome> {
  const { tx, now } = scope;
  const contactId = await ensureContact(scope, who);
  const code = makeLinkCode(scope.randomBytes(LINK_CODE_BYTES));
  const kept = { hash: hashOf(code), expiresAt: new Date(now.getTime() + LASTS_MS) };
  await tx.contactCode.upsert({ where: { contactId }, create: { contactId, ...kept }, update: kept });
  await audit(scope, "contact.code_made", contactId);
  return { kind: "contact_code_made", code, expiresAt: kept.expiresAt };
}

/** Whoever knows the code wrote on both channels: from now on they are one person, with everything of either. */
export async function joinContacts(
  scope: Scope,
  who: Who,
  { code }: Extract<Command, { kind: "join_contacts" }>,
): Promise<CommandOutcome> {
  const { tx, now } = scope;
  const row = await tx.contactCode.findFirst({ where: { hash: hashOf(code), expiresAt: { gt: now } } });
  if (row === null) return { kind: "contact_code_refused" };
  // A code works once: whoever is faster has it.
  const { count } = await tx.contactCode.deleteMany({ where: { contactId: row.contactId, hash: row.hash } });
  if (count === 0) return { kind: "contact_code_refused" };
  const mine = await findContact(tx, who);
  if (mine === row.contactId) return { kind: "contacts_are_one" };
  if (mine === null) await addAddress(scope, who, row.contactId);
  else await mergeContacts(scope, { keep: row.contactId, drop: mine });
  await audit(scope, "contact.joined", row.contactId, { merged: mine });
  return { kind: "contacts_joined" };
}

/** Nothing was ever kept for this chat. */
async function addAddress({ tx, now }: Scope, { address, sender }: Who, contactId: string): Promise<void> {
  const { channel, account, chat } = address;
  await tx.channelAddress.create({
    data: { id: newId(), contactId, channel, account, chat, sender, createdAt: now },
  });
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
