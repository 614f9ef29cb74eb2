import type { FileRef } from "../../conversation/message.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { CommandOutcome } from "../../registry/commands.ts";
import {
  ENTERPRISE_KINDS,
  REQUEST_KINDS,
  type EnterpriseKind,
  type EnterpriseView,
  type PersonDetails,
} from "../../registry/views.ts";
import { picked } from "../choosing.ts";
import type { Concluded, Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import {
  enterpriseFrom,
  submitterFrom,
  type ConsentAnswers,
  type EnterpriseAnswers,
  type SubmitterAnswers,
} from "../fields/answers.ts";
import { communeField } from "../fields/commune.ts";
import { consentField, consentsGiven } from "../fields/consent.ts";
import { enterpriseKindField, enterpriseNameField, taxIdField } from "../fields/enterprise.ts";
import { personNameField, phoneField } from "../fields/person.ts";
import { createForm } from "../form.ts";
import { dayOf } from "../when.ts";
import {
  descriptionField,
  descriptionMistake,
  filesField,
  namesOf,
  requestKindField,
  tidy,
  type RequestAnswers,
} from "./request-fields.ts";
import { declineTexts, requestTexts as texts } from "./request-texts.ts";

interface Answers extends RequestAnswers, ConsentAnswers, EnterpriseAnswers, SubmitterAnswers {
  /** lines of the dialogue it came from */
  background: readonly string[];
}

/** One of this kind is open already: what was typed waits for a word. */
interface Adding {
  adding: { code: string; text: string; fileIds: readonly string[] };
}

const MOST_BACKGROUND = 20;

const form = createForm<Answers>({
  name: "support_request",
  version: 1,
  fields: [
    requestKindField,
    consentField<Answers>(texts.refusedConsent),
    descriptionField,
    filesField,
    enterpriseKindField<Answers>(),
    enterpriseNameField<Answers>(),
    taxIdField<Answers>(),
    communeField<Answers>(),
    personNameField<Answers>(),
    phoneField<Answers>(),
  ],
  start: (context, start) => ({ answers: { ...known(context, start), ...handedOver(start) } }),
  opening(answers, { mine }) {
    const lines = [
      answers.files === undefined || answers.files.length === 0
        ? null
        : texts.filesLine(namesOf(answers.files)),
      answers.enterpriseName === undefined ? null : enterpriseInWords(mine.enterprise),
      answers.submitterName === undefined ? null : personInWords(mine.person),
    ].filter((line) => line !== null);
    return lines.length === 0 ? undefined : texts.known(lines);
  },
  summary: texts.summary,
  send: texts.send,
  cancelled: texts.cancelled,
  submit: (answers) => ({
    kind: "do",
    command: {
      kind: "submit_request",
      requestKind: answers.requestKind,
      description: answers.description,
      enterprise: enterpriseFrom(answers),
      submitter: submitterFrom(answers),
      fileIds: answers.files.map(({ id }) => id),
      background: answers.background,
      consents: consentsGiven(answers),
    },
    conclude: (outcome) => conclude(outcome, answers),
  }),
});

/**
 * A request for support: the plan's four kinds (II.3) or a difficulty. Opened empty or with what another dialogue knows:
 * `{ requestKind?, description?, background?, enterpriseKind?, files? }`.
 */
export const supportRequest: Dialogue = {
  ...form,
  advance: (state, input, context) =>
    isAdding(state) ? answerAdding(state, input, context) : form.advance(state, input, context),
  resume: (state, context) => (isAdding(state) ? askAdding(state, context) : form.resume(state, context)),
  back: (state, context) => (isAdding(state) ? null : form.back(state, context)),
  typed: (state, context) =>
    isAdding(state) ? [`${texts.descriptionLabel}: ${state.adding.text}`] : form.typed(state, context),
};

function conclude(outcome: CommandOutcome, answers: Answers): Concluded {
  if (outcome.kind === "declined") return { reply: { text: declineTexts[outcome.why] } };
  if (outcome.kind !== "request_received") return { reply: { text: texts.notDone } };
  const { code, dueAt, alreadyOpen } = outcome;
  if (!alreadyOpen) return { reply: { text: texts.received(code, dayOf(dueAt)), choices: afterwards } };
  const text = [answers.description, ...answers.background].join("\n");
  const state: Adding = { adding: { code, text, fileIds: answers.files.map(({ id }) => id) } };
  return { state, reply: { text: texts.alreadyOpen(code, dayOf(dueAt)), choices: addingChoices } };
}

const afterwards = [
  { label: texts.follow, value: "go:my_requests" },
  { label: texts.menu, value: "go:menu" },
];

const addingChoices = [
  { label: texts.addToIt, value: "add" },
  { label: texts.leaveIt, value: "leave" },
] as const;

function answerAdding(state: Adding, input: Input, context: DialogueContext): Step {
  const { code, text, fileIds } = state.adding;
  switch (picked(input, addingChoices, { add: ["co", "ok", "bo sung"], leave: ["khong", "thoi"] })) {
    case "leave":
      return { kind: "leave", reply: { text: texts.cancelled } };
    case "add": {
      const request = context.mine.requests.find((one) => one.code === code);
      if (!request) return { kind: "leave", reply: { text: texts.foreignRequest(code) } };
      return {
        kind: "do",
        command: { kind: "add_to_request", requestId: request.id, text, fileIds },
        conclude: (outcome) => ({ reply: added(outcome) }),
      };
    }
    case null: {
      const again = askAdding(state, context);
      return { kind: "not_understood", reply: { ...again, text: `${texts.chooseAdding}\n\n${again.text}` } };
    }
  }
}

function askAdding({ adding: { code } }: Adding, { mine }: DialogueContext): Reply {
  const due = mine.requests.find((one) => one.code === code)?.dueAt;
  return {
    text: due ? texts.alreadyOpen(code, dayOf(due)) : texts.alreadyOpenElsewhere(code),
    choices: addingChoices,
  };
}

function added(outcome: CommandOutcome): Reply {
  if (outcome.kind === "request_changed") return { text: texts.added(outcome.code), choices: afterwards };
  return { text: outcome.kind === "declined" ? declineTexts[outcome.why] : texts.notDone };
}

function isAdding(state: unknown): state is Adding {
  return typeof state === "object" && state !== null && "adding" in state;
}

/** The enterprise and the person on file; another kind of enterprise is another one. */
function known({ mine }: DialogueContext, start: unknown): Partial<Answers> {
  const wanted = fromStart(start).enterpriseKind;
  const { enterprise, person } = mine;
  const isSame = enterprise !== null && (wanted === undefined || wanted === enterprise.kind);
  return {
    ...(isSame && {
      enterpriseKind: enterprise.kind,
      enterpriseName: enterprise.name,
      taxId: enterprise.taxId,
      commune: { code: enterprise.communeCode, text: enterprise.communeText },
    }),
    ...(person && { submitterName: person.name, phone: person.phone }),
  };
}

/** What another dialogue knows already, as far as it will do. */
function handedOver(start: unknown): Partial<Answers> {
  const { requestKind, enterpriseKind, description, background, files } = fromStart(start);
  const words = typeof description === "string" ? tidy(description) : "";
  return {
    ...(requestKind !== undefined && { requestKind }),
    ...(enterpriseKind !== undefined && { enterpriseKind }),
    ...(descriptionMistake(words) === null && { description: words }),
    ...(files !== undefined && { files }),
    background: (background ?? []).slice(0, MOST_BACKGROUND),
  };
}

function fromStart(
  start: unknown,
): Partial<Pick<Answers, "requestKind" | "enterpriseKind" | "description" | "background" | "files">> {
  if (typeof start !== "object" || start === null) return {};
  const { requestKind, enterpriseKind, description, background, files } = start as Record<string, unknown>;
  return {
    ...(isKeyOf(REQUEST_KINDS, requestKind) && { requestKind }),
    ...(isKeyOf(ENTERPRISE_KINDS, enterpriseKind) && {
      enterpriseKind: enterpriseKind satisfies EnterpriseKind,
    }),
    ...(typeof description === "string" && { description }),
    ...(Array.isArray(files) && { files: files as readonly FileRef[] }),
    ...(Array.isArray(background) && {
      background: background.filter((line): line is string => typeof line === "string"),
    }),
  };
}

function isKeyOf<T extends object>(of: T, key: unknown): key is keyof T & string {
  return typeof key === "string" && Object.hasOwn(of, key);
}

function enterpriseInWords(enterprise: EnterpriseView | null): string | null {
  return enterprise && `${ENTERPRISE_KINDS[enterprise.kind]} ${enterprise.name}, ${enterprise.communeText}`;
}

function personInWords(person: PersonDetails | null): string | null {
  return person && `${person.name}, ${person.phone}`;
}
