import type { Scope } from "../commands/scope.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { restingAccounts } from "./pace-rows.ts";
import type { Recipient } from "./recipients.ts";

const ROWS_AT_ONCE = 500;

type Said = Omit<
  Prisma.DeliveryCreateManyInput,
  "id" | "contactId" | "conversationId" | "channel" | "account" | "notBefore" | "createdAt"
>;

/** New rows of the ledger; what goes to an account at rest is due when it is over. */
export async function keepRows(
  { tx, now }: Pick<Scope, "tx" | "now">,
  wanted: readonly (Said & { to: Recipient })[],
): Promise<void> {
  const resting = await restingAccounts(tx, now);
  const rows = wanted.map(({ to: { contactId, to }, ...said }) => {
    const rest = resting.find(({ channel, account }) => channel === to?.channel && account === to.account);
    return {
      id: newId(),
      contactId,
      conversationId: to?.conversationId ?? null,
      channel: to?.channel ?? "",
      account: to?.account ?? "",
      notBefore: rest?.until ?? now,
      createdAt: now,
      ...said,
    };
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.delivery.createMany({ data: rows.slice(at, at + ROWS_AT_ONCE) });
}

export function standingOf(one: Recipient, now: Date) {
  switch (one.when) {
    case "now":
      return { status: "queued" };
    case "when_they_write":
      return { status: "waiting", reason: "window" };
    case "never":
      return { status: "skipped", reason: one.why, settledAt: now };
  }
}
