import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import { RATED_ROUTES } from "../../../registry/gaps.ts";
import { rateQuestion } from "../asked-questions.ts";
import type { Tx } from "../database.ts";
import { ensureContact } from "./contacts.ts";
import { createRequest } from "./requests.ts";
import type { Scope, Who } from "./scope.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Words like "chưa đúng" speak of what was answered lately. */
const LATELY_MS = 86_400_000;
/** Messages of others may stand between the question and its rating in a group. */
const LOOKED_AT = 20;

/** Rates the answer to the question this person asked last. */
export async function rate(scope: Scope, who: Who, { rating }: Of<"rate">): Promise<CommandOutcome> {
  const question = await lastQuestion(scope, who);
  if (question === null) return { kind: "nothing_to_rate" };
  await rateQuestion(scope.tx, question, rating, scope.now);
  return { kind: "rated", rating, questionId: question.id };
}

/** A question of one's own that was answered badly becomes a request; pressed again, it is that one. */
export async function passOnRated(
  scope: Scope,
  who: Who,
  { questionId }: Of<"pass_on_rated">,
): Promise<CommandOutcome> {
  const { tx } = scope;
  const question = await tx.askedQuestion.findFirst({
    where: { id: questionId, conversationId: who.conversationId },
  });
  if (question === null || !(await isOwn(tx, who, question.messageId))) {
    return { kind: "declined", why: "not_yours" };
  }
  const openKey = `${questionId}:cau_hoi`;
  const open = await tx.supportRequest.findUnique({ where: { openKey } });
  const request =
    open ??
    (await createRequest(scope, who, {
      kind: "cau_hoi",
      contactId: await ensureContact(scope, who),
      enterpriseId: null,
      openKey,
      submitterName: null,
      submitterPhone: null,
      description: question.question,
      background: ["bad_answer"],
      fileIds: [],
    }));
  return { kind: "passed_on", code: request.code, dueAt: request.dueAt };
}

async function lastQuestion({ tx, now }: Scope, who: Who) {
  const recent = await tx.askedQuestion.findMany({
    where: {
      conversationId: who.conversationId,
      route: { in: [...RATED_ROUTES] },
      askedAt: { gte: new Date(now.getTime() - LATELY_MS) },
    },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: LOOKED_AT,
  });
  for (const question of recent) if (await isOwn(tx, who, question.messageId)) return question;
  return null;
}

/** Whoever wrote the message asked the question. */
async function isOwn(
  tx: Tx,
  { conversationId, sender }: Pick<Who, "conversationId" | "sender">,
  messageId: string,
): Promise<boolean> {
  return (await tx.inboxMessage.count({ where: { conversationId, externalId: messageId, sender } })) > 0;
}
