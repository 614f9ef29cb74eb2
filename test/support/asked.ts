import { inTransaction } from "../../src/adapters/prisma/transaction.ts";
import { keepQuestion } from "../../src/adapters/prisma/asked-questions.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import type { Answer } from "../../src/answer/answer.ts";
import type { Trace } from "../../src/answer/trace.ts";
import { answerOf, explained } from "./answers.ts";

export interface AskedMore {
  answer?: Partial<Answer>;
  trace?: Partial<Trace>;
  at: Date;
  sender?: string;
}

/** A question as a turn keeps it, in a conversation that is there; gives its id. */
export async function asks(
  database: Database,
  conversationId: string,
  question: string,
  { answer, trace, at, sender = "" }: AskedMore,
): Promise<string> {
  const messageId = newId();
  const conversation = await database.client.conversation.update({
    where: { id: conversationId },
    data: { nextSeq: { increment: 1 } },
  });
  await database.client.inboxMessage.create({
    data: {
      id: newId(),
      conversationId,
      externalId: messageId,
      seq: conversation.nextSeq - 1,
      sender: sender === "" ? conversation.chat : sender,
      isGroup: false,
      mentioned: true,
      content: JSON.stringify({ kind: "text", text: question }),
      sentAt: at,
      receivedAt: at,
      status: "done",
      notBefore: at,
    },
  });
  const found = explained(
    answerOf({ question, outcome: "unanswerable", text: "Chưa có căn cứ.", ...answer }),
  );
  const place = { conversationId, channel: conversation.channel, messageId };
  await inTransaction(database, (tx) =>
    keepQuestion(tx, place, { ...found, trace: { ...found.trace, ...trace } }, new Date(at.getTime() + 120)),
  );
  const { id } = await database.client.askedQuestion.findUniqueOrThrow({
    where: { conversationId_messageId: { conversationId, messageId } },
  });
  return id;
}
