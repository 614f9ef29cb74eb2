import type { Database } from "../../../../src/adapters/prisma/client.ts";
import { createConversations, type ExecuteCommand } from "../../../../src/adapters/prisma/conversations.ts";
import { createOutbox } from "../../../../src/adapters/prisma/outbox.ts";
import { createTranscript } from "../../../../src/adapters/prisma/transcript.ts";
import { ATTEMPTS, conversationsContract, LEASE_SECONDS } from "../../../contracts/conversations.ts";
import { NOON } from "../../../contracts/messages.ts";
import { eachDatabase } from "../../../support/database.ts";

/** Leaves a row, and then fails for one kind of command. Staff are told without one. */
const execute: ExecuteCommand = async (tx, command, { messageId, now }) => {
  if (command.kind === "tell_staff") return { kind: "staff_told" };
  await tx.setting.create({ data: { key: messageId, value: command.kind, updatedAt: now } });
  if (command.kind === "leave_staff") throw new Error("refused");
  return { kind: "staff_left" };
};

eachDatabase("conversations", (given) => {
  const store = (database: Database) =>
    createConversations(database, execute, {
      leaseMs: LEASE_SECONDS * 1_000,
      attempts: ATTEMPTS,
      now: () => NOON,
    });

  conversationsContract({
    conversations: () => store(given.database),
    replica: async () => store(await given.another()),
    said: async (address) => {
      const lines = await createTranscript(given.database).lines(address, 0, 100);
      return lines.flatMap(({ said }) => (said.from === "user" ? [] : [said.reply.text]));
    },
    staffTakeOver: async (address) => {
      await given.database.client.conversation.update({
        where: { channel_account_chat: { ...address } },
        data: { holdState: "held", holdBy: "staff", holdVersion: { increment: 1 } },
      });
    },
    commandsExecuted: () => given.database.client.setting.count(),
    outbox: () => createOutbox(given.database),
  });
});
