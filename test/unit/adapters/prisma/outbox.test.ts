import { conversationAt } from "../../../../src/adapters/prisma/conversation-rows.ts";
import { createOutbox } from "../../../../src/adapters/prisma/outbox.ts";
import { say } from "../../../../src/adapters/prisma/say.ts";
import { inTransaction } from "../../../../src/adapters/prisma/transaction.ts";
import type { Reply } from "../../../../src/conversation/reply.ts";
import { LEASE_SECONDS, outboxContract, REPEATS } from "../../../contracts/outbox.ts";
import { eachDatabase } from "../../../support/database.ts";

eachDatabase("outbox", (given) => {
  const store = (database = given.database) =>
    createOutbox(database, { leaseMs: LEASE_SECONDS * 1_000, repeats: REPEATS });

  outboxContract({
    outbox: () => store(),
    replica: async () => store(await given.another()),
    queue: (to, text, priority, now) =>
      inTransaction(given.database, async (tx) => {
        const { id } = await conversationAt(tx, to, now);
        await say(tx, id, { text }, { author: "bot", priority, inReplyTo: null, now });
      }),
    states: async () => {
      const rows = await given.database.client.outgoingMessage.findMany();
      return Object.fromEntries(rows.map(({ body, status }) => [(JSON.parse(body) as Reply).text, status]));
    },
  });
});
