import { expect, it, onTestFinished, vi } from "vitest";
import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { createOutbox } from "../../../../src/adapters/prisma/outbox.ts";
import { PRIORITY, say } from "../../../../src/adapters/prisma/say.ts";
import { inTransaction } from "../../../../src/adapters/prisma/transaction.ts";
import type { Conversations } from "../../../../src/conversation/conversations.ts";
import { createDelivery } from "../../../../src/outbox/deliver.ts";
import { PERSON, startOa, textEvent } from "./running.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

it("keeps what Zalo does not take after seven days, and sends it when the person writes", async () => {
  const stores: Conversations[] = [];
  const oa = await startOa({
    accept: async (message) => {
      const isNew = await stores[0]?.accept(message);
      if (isNew === undefined) throw new Error("no store yet");
      delivery.wake();
      return isNew;
    },
  });
  const { database, double, channel } = oa;
  stores.push(createConversations(database, () => Promise.reject(new Error("no command is expected"))));
  const delivery = createDelivery({
    outbox: createOutbox(database),
    channel,
    pace: { perSecond: 500 },
    owner: "a",
    now: () => new Date(),
    onError: recordError,
  });
  const stopping = new AbortController();
  const running = delivery.run(stopping.signal);
  onTestFinished(async () => {
    stopping.abort();
    await running;
    await oa.stop();
  });
  const remind = (text: string) =>
    inTransaction(database, async (tx) => {
      const { id } = await tx.conversation.findFirstOrThrow();
      const saying = {
        author: "bot",
        priority: PRIORITY.reminder,
        inReplyTo: null,
        now: new Date(),
      } as const;
      await say(tx, id, { text }, saying);
    });
  const states = async () =>
    (await database.client.outgoingMessage.findMany({ orderBy: { seq: "asc" } })).map(({ status }) => status);

  expect(await double.deliver(textEvent("1", "chào"))).toBe(200);
  double.silentForWeeks(PERSON);
  await remind("nhắc lớp");
  await remind("nhắc hạn");
  await vi.waitFor(
    async () => {
      expect(await states()).toEqual(["waiting_for_person", "waiting_for_person"]);
    },
    { timeout: 10_000 },
  );
  expect(double.seenBy(PERSON)).toEqual([]);

  expect(await double.deliver(textEvent("2", "em đây"))).toBe(200);
  await vi.waitFor(
    async () => {
      expect(await states()).toEqual(["sent", "sent"]);
    },
    { timeout: 10_000 },
  );
  expect(double.seenBy(PERSON).map(({ text }) => text)).toEqual(["nhắc lớp", "nhắc hạn"]);
});
