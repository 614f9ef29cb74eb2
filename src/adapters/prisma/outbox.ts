import type { Outbox } from "../../outbox/outbox.ts";
import { createLedger } from "./announce/ledger.ts";
import { restAccount } from "./announce/pace-rows.ts";
import type { Database } from "./client.ts";
import { createLines } from "./outbox-lines.ts";
import { USUAL_OUTBOX, type OutboxSettings } from "./outbox-settings.ts";
import { inTransaction } from "./transaction.ts";

/** What must leave: lines that wait in conversations, and behind them the rows of the ledger. */
export function createOutbox(database: Database, settings: Partial<OutboxSettings> = {}): Outbox {
  const usual = { ...USUAL_OUTBOX, ...settings };
  const books = { outbox: createLines(database, usual), ledger: createLedger(database, usual) };
  return {
    async claim(claim) {
      if (claim.accounts?.length === 0) return [];
      const lines = await books.outbox.claim(claim);
      const limit = claim.limit - lines.length;
      return limit === 0 ? lines : [...lines, ...(await books.ledger.claim({ ...claim, limit }))];
    },
    begin: (message, now) => books[message.book].begin(message, now),
    settle: (message, result, now) => books[message.book].settle(message, result, now),
    rest: (account, until, why, now) =>
      inTransaction(database, (tx) => restAccount(tx, { ...account, until, why }, now)),
  };
}
