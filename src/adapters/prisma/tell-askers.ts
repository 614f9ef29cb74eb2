import { todayInVietnam } from "../../answer/create.ts";
import { askingTheSame } from "../../answer/gap-groups.ts";
import { citeStaffAnswer } from "../../answer/staff-answers.ts";
import { nowAnsweredNotice } from "../../registry/notices.ts";
import type { Scope } from "./commands/scope.ts";
import type { KnowledgeItem } from "./generated/sqlite/client.ts";
import { staffAnswer, variantsOf } from "./published-items.ts";
import { PRIORITY, say } from "./say.ts";

/** Open questions that are looked through for others who asked the same. */
const LOOKED_AT = 1000;
/** One transaction tells no more; a job tells the rest. */
const MOST_AT_ONCE = 200;

/** Questions that came after the draft was made, and surely ask for the same. Returns how many. */
export async function linkSimilar({ tx, now }: Scope, item: KnowledgeItem): Promise<number> {
  const open = await tx.askedQuestion.findMany({
    where: {
      gap: "open",
      knowledgeItemId: null,
      conversationId: { not: null },
      // Whoever finds fault with this very answer is not told of it again.
      route: { not: "staff_answer" },
      OR: [{ ratedAt: null }, { ratedAt: { lt: item.publishedAt ?? now } }],
    },
    orderBy: { askedAt: "desc" },
    take: LOOKED_AT,
    select: { id: true, searchText: true },
  });
  const same = askingTheSame(open, [item.question, ...variantsOf(item)]);
  if (same.length === 0) return 0;
  const { count } = await tx.askedQuestion.updateMany({
    where: { id: { in: same.map(({ id }) => id) }, gap: "open" },
    data: { knowledgeItemId: item.id },
  });
  return count;
}

/** Tells those who asked, once a conversation, and closes their gaps. Returns how many conversations were told. */
export async function tellAskers({ tx, now }: Scope, item: KnowledgeItem): Promise<number> {
  const asked = await tx.askedQuestion.findMany({
    where: { knowledgeItemId: item.id, gap: "open" },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST_AT_ONCE,
    select: { id: true, conversationId: true, messageId: true, question: true, askedAt: true },
  });
  const answer = staffAnswer(item);
  const citation = citeStaffAnswer(answer, todayInVietnam(now));
  const told = new Set(await toldBefore(tx, item.id, asked));
  const before = told.size;
  for (const { conversationId, messageId, ...question } of asked) {
    if (conversationId === null || told.has(conversationId)) continue;
    told.add(conversationId);
    await say(tx, conversationId, nowAnsweredNotice(question, answer.answer, citation), {
      author: "bot",
      priority: PRIORITY.reminder,
      // It quotes the question, and goes with it when its author wants to be erased.
      inReplyTo: messageId,
      now,
    });
  }
  await tx.askedQuestion.updateMany({
    where: { id: { in: asked.map(({ id }) => id) }, gap: "open" },
    data: { gap: "answered" },
  });
  return told.size - before;
}

/** Conversations among these that were told of this item by an earlier turn. */
async function toldBefore(
  tx: Scope["tx"],
  knowledgeItemId: string,
  asked: readonly { conversationId: string | null }[],
): Promise<readonly string[]> {
  const conversations = asked.flatMap(({ conversationId }) => conversationId ?? []);
  const rows = await tx.askedQuestion.findMany({
    where: { knowledgeItemId, gap: "answered", conversationId: { in: conversations } },
    select: { conversationId: true },
  });
  return rows.flatMap(({ conversationId }) => conversationId ?? []);
}
