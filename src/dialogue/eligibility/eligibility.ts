import type { Choice, Reply } from "../../conversation/reply.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { picked } from "../choosing.ts";
import type { Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { KIND_SAYINGS } from "../fields/enterprise.ts";
import { savedIn } from "../saved.ts";
import { eligibilityTexts as texts } from "./eligibility-texts.ts";
import { DONT_KNOW, FACTS, FACT_IDS, inWords, isAnswer, type FactId, type Facts } from "./facts.ts";
import { QUESTIONS, type Question } from "./questions.ts";
import { nextQuestion } from "./next-question.ts";
import { decodeFacts, encodeFacts } from "./saved-facts.ts";
import { backgroundOf, checklistOf, verdictOf, verdictReply } from "./verdict.ts";

interface State {
  facts: Facts;
  /** facts that were known before the first question: not asked, not stepped back to */
  given: readonly FactId[];
}

const NEW: State = { facts: {}, given: [] };

const DONT_KNOW_SAYINGS = [
  "khong biet",
  "khong ro",
  "ko ro",
  "ko biet",
  "k biet",
  "hong biet",
  "chua ro",
  "chua biet",
];

const YES_SAYINGS = ["co roi", "roi", "da co", "co a", "dung", "vang"];
const NO_SAYINGS = ["ko", "k", "hong", "chua", "chua co", "khong co", "ko co", "khong a"];

/** "Tôi được hỗ trợ gì?": one question at a time, "Không rõ" everywhere, a verdict in three lines at the end. */
export function createEligibilityDialogue(): Dialogue {
  return {
    name: "eligibility",
    version: 1,
    begin(context, start) {
      const saved = savedIn(start);
      if (saved !== null) return takeUp(saved, context);
      const known = { ...kindOnFile(context), ...factsOf(start) };
      const enterprise = context.mine.enterprise;
      const note =
        enterprise && known.kind === enterprise.kind
          ? texts.knownKind(ENTERPRISE_KINDS[enterprise.kind], enterprise.name)
          : null;
      return goOn({ facts: known, given: idsOf(known) }, context, note);
    },
    advance(raw, input, context) {
      const state = stateOf(raw);
      const question = nextQuestion(state.facts);
      return question ? answer(state, question, input, context) : goOn(state, context);
    },
    resume: (raw, context) => prompt(stateOf(raw), context),
    back(raw, context) {
      const state = stateOf(raw);
      const last = answered(state).at(-1);
      if (!last) return null;
      return goOn({ ...state, facts: without(state.facts, last.id) }, context);
    },
    typed: (raw) => answersInWords(stateOf(raw).facts),
  };
}

function answer(state: State, question: Question, input: Input, context: DialogueContext): Step {
  const choices = choicesOf(question);
  const value = picked(input, choices, sayingsFor(question));
  if (value === null) {
    const again = prompt(state, context);
    return { kind: "not_understood", reply: { ...again, text: `${texts.again}\n\n${again.text}` } };
  }
  const facts = { ...state.facts, [question.id]: value.slice(question.id.length + 1) };
  return goOn({ ...state, facts }, context);
}

/** What people type besides the labels. */
function sayingsFor({ id }: Question): Record<string, readonly string[]> {
  const sayings = id === "kind" ? KIND_SAYINGS : { yes: YES_SAYINGS, no: NO_SAYINGS };
  const named = Object.entries(sayings).map(
    ([value, words]) =>
      [valueOf(id, value), words.filter((one) => !DONT_KNOW_SAYINGS.includes(one))] as const,
  );
  return { [valueOf(id, DONT_KNOW)]: DONT_KNOW_SAYINGS, ...Object.fromEntries(named) };
}

/** What the buttons of a verdict do, whenever they are pressed. */
function takeUp(saved: string, context: DialogueContext): Step {
  const [wish = "", code = ""] = saved.split(":");
  const facts = decodeFacts(code);
  if (!facts || nextQuestion(facts)) return goOn(NEW, context);
  const concluded = verdictOf(facts, context);
  switch (wish) {
    case "checklist": {
      const reply = verdictReply(concluded, code);
      const file = checklistOf(concluded, answersInWords(facts));
      return { kind: "leave", reply: { ...reply, text: texts.checklistReady, files: [file] } };
    }
    case "request": {
      const kind = enterpriseKindOf(facts);
      const start = {
        ...(concluded.rule.request && { requestKind: concluded.rule.request }),
        ...(kind && { enterpriseKind: kind }),
        background: backgroundOf(concluded, answersInWords(facts)),
      };
      return { kind: "switch", to: "support_request", start };
    }
    case "mend": {
      const state: State = { facts, given: [] };
      const last = answered(state).at(-1);
      return goOn(last ? { ...state, facts: without(facts, last.id) } : NEW, context);
    }
    default:
      return goOn(NEW, context);
  }
}

/** The next question, or the verdict: with that the form is done, and whatever is typed next is a question again. */
function goOn(state: State, context: DialogueContext, note: string | null = null): Step {
  const reply = prompt(state, context);
  const said = { ...reply, text: note === null ? reply.text : `${note}\n\n${reply.text}` };
  return nextQuestion(state.facts) ? { kind: "ask", state, reply: said } : { kind: "leave", reply: said };
}

function prompt(state: State, context: DialogueContext): Reply {
  const question = nextQuestion(state.facts);
  if (!question) return verdictReply(verdictOf(state.facts, context), encodeFacts(state.facts));
  const citation = question.basis && context.cite(question.basis.document, question.basis.section);
  return {
    text: question.text,
    choices: choicesOf(question),
    ...(citation && { citations: [citation] }),
  };
}

export function choicesOf({ id }: Question): Choice[] {
  return Object.entries(FACTS[id]).map(([value, label]) => ({ label, value: valueOf(id, value) }));
}

/** Names its question, so that an old button is never taken for an answer to another one. */
function valueOf(id: FactId, value: string): string {
  return `${id}:${value}`;
}

function answered({ facts, given }: State): Question[] {
  return QUESTIONS.filter(({ id }) => facts[id] !== undefined && !given.includes(id));
}

function answersInWords(facts: Facts): string[] {
  return QUESTIONS.flatMap(({ id, label }) => {
    const value = facts[id];
    return value === undefined ? [] : [`${label}: ${inWords(id, value)}`];
  });
}

function enterpriseKindOf({ kind }: Facts) {
  return kind === undefined || kind === DONT_KNOW ? null : kind;
}

function kindOnFile({ mine }: DialogueContext): Facts {
  return mine.enterprise ? { kind: mine.enterprise.kind } : {};
}

/** Facts out of what was handed over; anything else is left out. */
function factsOf(value: unknown): Facts {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).filter(([id, one]) => isFact(id) && isAnswer(id, one));
  return Object.fromEntries(entries);
}

function stateOf(raw: unknown): State {
  const { facts, given } = (typeof raw === "object" && raw !== null ? raw : {}) as Partial<State>;
  return { facts: factsOf(facts), given: Array.isArray(given) ? given.filter(isFact) : [] };
}

function without(facts: Facts, id: FactId): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([one]) => one !== id));
}

function idsOf(facts: Facts): FactId[] {
  return FACT_IDS.filter((id) => facts[id] !== undefined);
}

function isFact(id: unknown): id is FactId {
  return FACT_IDS.includes(id as FactId);
}
