import { createHash, randomBytes } from "node:crypto";
import type { LinkKind } from "../../../console/access/port.ts";
import type { Client, Tx } from "../database.ts";
import { newId } from "../ids.ts";

const BYTES = 32;
const HOUR_MS = 3_600_000;

/** How long a link may be used. */
const HOURS: Readonly<Record<LinkKind, number>> = {
  set_up: 24,
  invitation: 7 * 24,
  password: 24,
  password_and_second_factor: 24,
};

export interface MadeLink {
  /** shown once; only its hash is stored */
  secret: string;
  expiresAt: Date;
}

export interface FoundLink {
  id: string;
  kind: LinkKind;
  staffId: string | null;
  expiresAt: Date;
}

/** A new link for somebody (null: for the first set-up); what they had before is void. */
export async function makeLink(tx: Tx, kind: LinkKind, staffId: string | null, now: Date): Promise<MadeLink> {
  await voidLinks(tx, staffId);
  const secret = randomBytes(BYTES).toString("base64url");
  const expiresAt = new Date(now.getTime() + HOURS[kind] * HOUR_MS);
  await tx.staffVerification.create({
    data: {
      id: newId(),
      identifier: identifierOf(secret),
      value: `${kind}:${staffId ?? NOBODY}`,
      expiresAt,
      createdAt: now,
      updatedAt: now,
    },
  });
  return { secret, expiresAt };
}

export async function voidLinks(tx: Tx, staffId: string | null): Promise<void> {
  await tx.staffVerification.deleteMany({
    where: { identifier: { startsWith: PREFIX }, value: { endsWith: `:${staffId ?? NOBODY}` } },
  });
}

export async function findLink(client: Client | Tx, secret: string, now: Date): Promise<FoundLink | null> {
  const row = await client.staffVerification.findFirst({
    where: { identifier: identifierOf(secret), expiresAt: { gt: now } },
  });
  if (row === null) return null;
  const [kind = "", staffId = ""] = row.value.split(":");
  return {
    id: row.id,
    kind: kind as LinkKind,
    staffId: staffId === NOBODY ? null : staffId,
    expiresAt: row.expiresAt,
  };
}

/** Of two who use a link at once, one has it. */
export async function consumeLink(tx: Tx, secret: string, now: Date): Promise<FoundLink | null> {
  const link = await findLink(tx, secret, now);
  if (link === null) return null;
  const { count } = await tx.staffVerification.deleteMany({ where: { id: link.id } });
  return count === 1 ? link : null;
}

const PREFIX = "link:";
const NOBODY = "nobody";

function identifierOf(secret: string): string {
  return PREFIX + createHash("sha256").update(secret).digest("base64url");
}
