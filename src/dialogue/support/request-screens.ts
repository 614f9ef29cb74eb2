import type { Reply } from "../../conversation/reply.ts";
import { mayBecome } from "../../registry/states.ts";
import type { RequestView } from "../../registry/views.ts";
import type { DialogueContext } from "../dialogue.ts";
import { dayOf } from "../when.ts";
import { myRequestsTexts as texts } from "./my-requests-texts.ts";
import { namesOf } from "./request-fields.ts";
import { KINDS_IN_WORDS, STATUS_IN_WORDS } from "./request-texts.ts";

const MOST_LISTED = 10;
const CLOSED: ReadonlySet<RequestView["status"]> = new Set([
  "guided",
  "refused",
  "withdrawn",
  "completed",
  "merged",
]);

export const withdrawChoices = [
  { label: texts.yesWithdraw, value: "yes" },
  { label: texts.noWithdraw, value: "no" },
] as const;

export function newestFirst(requests: readonly RequestView[]): RequestView[] {
  return requests.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

export function listOf(requests: readonly RequestView[]): Reply {
  const shown = newestFirst(requests).slice(0, MOST_LISTED);
  return {
    text: texts.list,
    choices: shown.map(({ code, kind, status }) => ({
      label: texts.line(code, KINDS_IN_WORDS[kind], STATUS_IN_WORDS[status]),
      value: `code:${code}`,
    })),
  };
}

export function detailsOf(request: RequestView, context: DialogueContext): Reply {
  const { code, kind, status, createdAt, dueAt, description, files, answers, additions = [] } = request;
  const isOpen = !CLOSED.has(status);
  const isLate = isOpen && dueAt < context.now && answers.length === 0;
  return {
    text: [
      texts.heading(code, KINDS_IN_WORDS[kind]),
      texts.status(STATUS_IN_WORDS[status]),
      isLate
        ? texts.overdue(dayOf(dueAt))
        : [texts.sent(dayOf(createdAt)), ...(isOpen ? [texts.due(dayOf(dueAt))] : [])].join(" "),
      texts.content(description),
      ...additions.map(({ at, text }) => texts.addition(dayOf(at), text)),
      ...(files.length > 0 ? [texts.files(namesOf(files))] : []),
      ...(answers.length > 0
        ? answers.map(({ at, text }) => texts.answer(dayOf(at), text))
        : [texts.noAnswer]),
    ].join("\n"),
    choices: actionsOn(request, context),
  };
}

/** What the state of a request lets its sender do. */
export function actionsOn({ status }: RequestView, { mine }: DialogueContext) {
  const add = { label: texts.add, value: "add" } as const;
  const withdraw = { label: texts.withdraw, value: "withdraw" } as const;
  const reopen = { label: texts.reopen, value: "reopen" } as const;
  const list = { label: texts.backToList, value: "list" } as const;
  return [
    ...(CLOSED.has(status) ? [] : [add]),
    ...(mayBecome("request", status, "withdrawn") ? [withdraw] : []),
    ...(CLOSED.has(status) && mayBecome("request", status, "in_progress") ? [reopen] : []),
    ...(mine.requests.length > 1 ? [list] : []),
  ];
}
