import type { Reply } from "../conversation/reply.ts";
import type { Dialogue, DialogueContext, Input, Step } from "./dialogue.ts";
import { formTexts } from "./form-texts.ts";

/** What a field made of an input. */
export type Read<V> =
  /** `note` is said before the next question: a warning that does not block */
  | { kind: "value"; value: V; note?: string }
  /** the field is not done: `value` is kept and the field asks again (lines to correct, files to come) */
  | { kind: "more"; value: V; note?: string }
  /** a clear sentence that says how to mend it */
  | { kind: "mistake"; text: string };

export interface Field<A, K extends keyof A & string = keyof A & string> {
  id: K;
  /** in the list of what can be corrected; null where it cannot */
  label: string | null;
  ask(answers: Partial<A>, context: DialogueContext): Reply;
  read(input: Input, answers: Partial<A>, context: DialogueContext): Read<A[K]>;
  /** true where the answers so far make it needless */
  skip?(answers: Partial<A>, context: DialogueContext): boolean;
  /** a line of the summary; null where there is nothing to say */
  show?(answers: Partial<A>, context: DialogueContext): string | null;
}

/** Types one field against its own answer, then forgets the difference so that fields fit one list. */
export function field<A, K extends keyof A & string>(of: Field<A, K>): Field<A> {
  return of as unknown as Field<A>;
}

export interface FormDefinition<A> {
  name: string;
  version: number;
  fields: readonly Field<A>[];
  /** answers known before the first question, or why the form cannot be opened */
  start(context: DialogueContext, start: unknown): { answers: Partial<A> } | { refuse: Reply };
  /** heading of the summary */
  summary: string;
  /** label of the choice that sends it */
  send: string;
  /** after everything was confirmed */
  submit(answers: A, context: DialogueContext): Step;
  /** said when the person gives up */
  cancelled?: string;
}

interface FormState<A> {
  answers: Partial<A>;
  /** id of the field that is asked, or one of the two screens at the end */
  at: string;
  /** while one answer is corrected: all answers as they were */
  before: Partial<A> | null;
}

const SUMMARY = "#summary";
const PICK = "#pick";

/** A dialogue that asks field after field, shows a summary that can be corrected line by line, then submits. */
export function createForm<A>(definition: FormDefinition<A>): Dialogue {
  const { fields } = definition;
  const of = (state: unknown) => state as FormState<A>;
  const byId = (id: string) => fields.find((one) => one.id === id);

  const applies = (one: Field<A>, answers: Partial<A>, context: DialogueContext) =>
    one.skip?.(answers, context) !== true;

  function prompt({ answers, at }: FormState<A>, context: DialogueContext): Reply {
    if (at === SUMMARY) return summary(answers, context);
    if (at === PICK) return { text: formTexts.pick, choices: correctable(answers, context) };
    return byId(at)?.ask(answers, context) ?? summary(answers, context);
  }

  function ask(state: FormState<A>, context: DialogueContext, note?: string): Step {
    const reply = prompt(state, context);
    return {
      kind: "ask",
      state,
      reply: note === undefined ? reply : { ...reply, text: `${note}\n\n${reply.text}` },
    };
  }

  function summary(answers: Partial<A>, context: DialogueContext): Reply {
    return {
      text: [definition.summary, ...linesOf(answers, context)].join("\n"),
      choices: [
        { label: definition.send, value: "send" },
        { label: formTexts.correct, value: "correct" },
        { label: formTexts.giveUp, value: "give_up" },
      ],
    };
  }

  function linesOf(answers: Partial<A>, context: DialogueContext): string[] {
    return fields
      .filter((one) => applies(one, answers, context))
      .map((one) => one.show?.(answers, context) ?? null)
      .filter((line) => line !== null);
  }

  function correctable(answers: Partial<A>, context: DialogueContext) {
    return fields
      .filter((one) => one.label !== null && applies(one, answers, context))
      .map(({ id, label }) => ({ label: label ?? id, value: `field:${id}` }));
  }

  /** Moves on from a field that is done: to the next open one, or to the summary. */
  function moveOn(state: FormState<A>, context: DialogueContext, note?: string): Step {
    // A correction may open fields that were skipped before, so all are looked at again.
    const next = fields.find(
      (one) => state.answers[one.id] === undefined && applies(one, state.answers, context),
    );
    return ask({ answers: state.answers, at: next?.id ?? SUMMARY, before: null }, context, note);
  }

  function advanceSummary(state: FormState<A>, input: Input, context: DialogueContext): Step {
    if (input.kind === "choice" && input.value === "send") {
      return definition.submit(state.answers as A, context);
    }
    if (input.kind === "choice" && input.value === "correct") return ask({ ...state, at: PICK }, context);
    if (input.kind === "choice" && input.value === "give_up") {
      return { kind: "leave", reply: { text: definition.cancelled ?? formTexts.cancelled } };
    }
    return notUnderstood(formTexts.chooseOne, prompt(state, context));
  }

  function advancePick(state: FormState<A>, input: Input, context: DialogueContext): Step {
    const picked = input.kind === "choice" ? byId(input.value.replace(/^field:/, "")) : undefined;
    if (!picked) return notUnderstood(formTexts.chooseOne, prompt(state, context));
    return ask({ answers: reopened(state.answers, picked), at: picked.id, before: state.answers }, context);
  }

  /** The answers without one; lists are corrected line by line, not typed anew. */
  function reopened(answers: Partial<A>, picked: Field<A>): Partial<A> {
    if (Array.isArray(answers[picked.id])) return answers;
    return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== picked.id)) as Partial<A>;
  }

  return {
    name: definition.name,
    version: definition.version,
    begin(context, start) {
      const opened = definition.start(context, start);
      if ("refuse" in opened) return { kind: "leave", reply: opened.refuse };
      return moveOn({ answers: opened.answers, at: "", before: null }, context);
    },
    advance(raw, input, context) {
      const state = of(raw);
      if (state.at === SUMMARY) return advanceSummary(state, input, context);
      if (state.at === PICK) return advancePick(state, input, context);
      const asked = byId(state.at);
      if (!asked) return moveOn(state, context);
      const read = asked.read(input, state.answers, context);
      if (read.kind === "mistake") return notUnderstood(read.text, asked.ask(state.answers, context));
      const answers = { ...state.answers, [asked.id]: read.value };
      if (read.kind === "more") return ask({ ...state, answers }, context, read.note);
      return moveOn({ ...state, answers }, context, read.note);
    },
    resume: (state, context) => prompt(of(state), context),
    back(raw, context) {
      const state = of(raw);
      if (state.before) return ask({ answers: state.before, at: SUMMARY, before: null }, context);
      if (state.at === PICK) return ask({ ...state, at: SUMMARY }, context);
      const at = state.at === SUMMARY ? fields.length : fields.findIndex(({ id }) => id === state.at);
      const earlier = fields
        .slice(0, at)
        .findLast((one) => applies(one, state.answers, context) && state.answers[one.id] !== undefined);
      if (!earlier) return null;
      return ask({ answers: reopened(state.answers, earlier), at: earlier.id, before: null }, context);
    },
    typed: (state, context) => linesOf(of(state).answers, context),
  };
}

function notUnderstood(text: string, again: Reply): Step {
  return { kind: "not_understood", reply: { ...again, text: `${text}\n\n${again.text}` } };
}
