import type { Tx } from "../database.ts";

/** An account that the platform told to wait: nothing that nobody asked for leaves there. */
export interface Resting {
  channel: string;
  account: string;
  until: Date;
  why: string;
}

export function paceId(channel: string, account: string): string {
  return `${channel}:${account}`;
}

export async function restingAccounts(tx: Tx, now: Date): Promise<readonly Resting[]> {
  const rows = await tx.sendPace.findMany({ where: { restUntil: { gt: now } }, orderBy: { id: "asc" } });
  return rows.map(({ id, restUntil, why }) => {
    const [channel = "", ...account] = id.split(":");
    return { channel, account: account.join(":"), until: restUntil ?? now, why: why ?? "" };
  });
}

/** Until then; a longer rest that is known already stays. */
export async function restAccount(
  tx: Tx,
  { channel, account, until, why }: Resting,
  now: Date,
): Promise<void> {
  const id = paceId(channel, account);
  await tx.sendPace.upsert({ where: { id }, create: { id, nextAt: 0 }, update: {} });
  const { count } = await tx.sendPace.updateMany({
    where: { id, OR: [{ restUntil: null }, { restUntil: { lt: until } }] },
    data: { restUntil: until, why },
  });
  if (count === 0) return;
  // So that looking for what is due does not walk over them again and again.
  await tx.delivery.updateMany({
    where: { channel, account, status: "queued", notBefore: { lt: until }, createdAt: { lte: now } },
    data: { notBefore: until },
  });
}
