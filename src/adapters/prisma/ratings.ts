import type { Ratings } from "../../conversation/ratings.ts";
import { mayBeRated, type Rating } from "../../registry/gaps.ts";
import { ratedNotice } from "../../registry/notices.ts";
import type { Route } from "../../answer/trace.ts";
import { rateQuestion } from "./asked-questions.ts";
import { findConversation } from "./conversation-rows.ts";
import type { Database } from "./database.ts";
import { PRIORITY, say } from "./say.ts";
import { inTransaction } from "./transaction.ts";

export function createRatings(database: Database): Ratings {
  return {
    rate: ({ address, sender, messageId }, rating, now) =>
      inTransaction(database, async (tx) => {
        const conversation = await findConversation(tx, address);
        if (conversation === null) return false;
        const of = { conversationId: conversation.id, externalId: messageId };
        const question = await tx.askedQuestion.findUnique({
          where: { conversationId_messageId: { conversationId: conversation.id, messageId } },
          include: { conversation: { select: { holdState: true } } },
        });
        if (question === null || !mayBeRated(question.route as Route)) return false;
        if ((await tx.inboxMessage.count({ where: { ...of, sender } })) === 0) return false;
        await rateQuestion(tx, question, rating, now);
        // Said once, and not while staff talk.
        const isNews = question.rating !== rating && question.conversation?.holdState === "bot";
        if (rating === "bad" && isNews) {
          await say(tx, conversation.id, ratedNotice(rating, question.id), {
            author: "bot",
            priority: PRIORITY.personal,
            inReplyTo: messageId,
            now,
          });
        }
        return true;
      }),
  };
}

/** What was thought of the answers to these messages. */
export async function ratingsOf(
  { client }: Pick<Database, "client">,
  conversationId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, Rating>> {
  if (messageIds.length === 0) return new Map();
  const rows = await client.askedQuestion.findMany({
    where: { conversationId, messageId: { in: [...messageIds] }, rating: { not: null } },
    select: { messageId: true, rating: true },
  });
  return new Map(rows.map(({ messageId, rating }) => [messageId, rating as Rating]));
}
