import type { Explained, Route } from "../../answer/trace.ts";
import type { Outcome } from "../../answer/answer.ts";
import { gapAfterRating, lacksBasis, type GapState, type Rating } from "../../registry/gaps.ts";
import { fold, normalise } from "../../search/index.ts";
import { ERASED } from "./commands/erased.ts";
import type { Tx } from "./database.ts";
import { newId } from "./ids.ts";

/** Keeps a question with its answer, its citations as they were given, and how it was found. */
export async function keepQuestion(
  tx: Tx,
  { conversationId, channel, messageId }: { conversationId: string; channel: string; messageId: string },
  { answer, topic, trace }: Explained,
  now: Date,
): Promise<void> {
  const { receivedAt } = await tx.inboxMessage.findUniqueOrThrow({
    where: { conversationId_externalId: { conversationId, externalId: messageId } },
    select: { receivedAt: true },
  });
  await tx.askedQuestion.create({
    data: {
      id: newId(),
      conversationId,
      messageId,
      channel,
      question: answer.question,
      searchText: fold(normalise(trace.restored === "" ? answer.question : trace.restored)),
      route: trace.route,
      outcome: answer.outcome,
      confidence: answer.confidence,
      topic,
      answer: answer.text,
      citations: JSON.stringify(answer.citations),
      trace: JSON.stringify(trace),
      askedAt: receivedAt,
      tookMs: Math.max(0, now.getTime() - receivedAt.getTime()),
      gap: lacksBasis(trace.route, answer.outcome) ? "open" : null,
    },
  });
}

export interface RatedQuestion {
  id: string;
  route: string;
  outcome: string;
  gap: string | null;
}

/** A later rating takes the place of an earlier one. */
export async function rateQuestion(
  tx: Tx,
  { id, route, outcome, gap }: RatedQuestion,
  rating: Rating,
  now: Date,
): Promise<void> {
  const was = { route: route as Route, outcome: outcome as Outcome, gap: gap as GapState | null };
  const after = gapAfterRating(was, rating);
  await tx.askedQuestion.update({
    where: { id },
    data: {
      rating,
      ratedAt: now,
      gap: after,
      // What answered it before did not answer it.
      ...(after === "open" && gap !== "open" && { knowledgeItemId: null }),
    },
  });
}

/** The words go with their conversation; that something was asked, and how it ended, stays to be counted. */
export async function forgetWords(tx: Tx, conversationId: string): Promise<void> {
  await tx.askedQuestion.updateMany({
    where: { conversationId },
    data: {
      conversationId: null,
      messageId: "",
      question: ERASED,
      searchText: "",
      answer: ERASED,
      citations: "[]",
      trace: "{}",
    },
  });
}
