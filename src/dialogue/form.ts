import type { Choice, Reply } from "../conversation/reply.ts";
import { asChoice, plain } from "./choosing.ts";
import type { Concluded, Dialogue, DialogueContext, Input, Step } from "./dialogue.ts";
import { formTexts } from "./form-texts.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** What a field made of an input. */
export type Read<V> =
  /**
   * `note` is said before the next question: a warning that does not block. `fills` sets other answers by their id;
   * undefined asks for one again.
   */
  | { kind: "value"; value: V; note?: string; fills?: Readonly<Record<string, unknown>> }
  /** the field is not done: `value` is kept and the field asks again (lines to correct, files to come) */
  | { kind: "more"; value: V; note?: string }
  /** a clear sentence that says how to mend it; `unfit`: words that answer no question of this kind */
  | { kind: "mistake"; text: string; unfit?: true }
  /** the form ends here */
  | { kind: "close"; step: Extract<Step, { kind: "leave" | "switch" }> };

export interface Field<A, K extends keyof A & string = keyof A & string> {
  id: K;
  /** in the list of what can be corrected; null where it cannot */
  label: string | null;
  /** takes any words, even those that look like a question */
  freeText?: true;
  /** reads files itself; others are given the words that came with them */
  takesFiles?: true;
  /** keeps an answer that it shows and mends itself (a list) */
  list?: true;
  ask(answers: Partial<A>, context: DialogueContext): Reply;
  read(input: Input, answers: Partial<A>, context: DialogueContext): Read<A[K]>;
  /** one step back inside the field; null where it stands at its beginning */
  back?(answers: Partial<A>, context: DialogueContext): A[K] | null;
  /** true where the answers so far make it needless */
  skip?(answers: Partial<A>, context: DialogueContext): boolean;
  /** a line of the summary; null where there is nothing to say */
  show?(answers: Partial<A>, context: DialogueContext): string | null;
}

/** Types one field against its own answer, then forgets the difference so that fields fit one list. */
export function field<A, K extends keyof A & string>(of: Field<A, K>): Field<A> {
  return of;
}

export interface FormDefinition<A> {
  name: string;
  version: number;
  fields: readonly Field<A>[];
  /** answers known before the first question, or why the form cannot be opened */
  start(context: DialogueContext, start: unknown): { answers: Partial<A>; note?: string } | { refuse: Reply };
  /** heading of the summary */
  summary: string;
  /** label of the choice that sends it */
  send: string;
  /**
   * After everything was confirmed; answers of fields that no longer apply are left out. `reopen` shows the summary
   * again under a sentence: for an outcome that can be mended.
   */
  submit(answers: A, context: DialogueContext, reopen: (why: string) => Required<Concluded>): Step;
  /** Looks something up whenever the summary is shown; `under` puts its choices below other words. */
  look?(answers: A, context: DialogueContext, under: (text: string) => Required<Concluded>): Step;
  /** said above the first question */
  opening?(answers: Partial<A>, context: DialogueContext): string | undefined;
  /** why the form cannot go on since things changed around it; what was typed is said back with it */
  obstacle?(answers: Partial<A>, context: DialogueContext): string | null;
  /** label of the choice that gives up, and what is said then */
  giveUp?: string;
  cancelled?: string;
}

interface FormState<A> {
  answers: Partial<A>;
  /** id of the field that is asked, or one of the two screens at the end */
  at: string;
  /** while one answer is corrected: all answers as they were */
  before: Partial<A> | null;
  /** fields with an answer that is not done */
  unfinished: readonly string[];
}

const SUMMARY = "#summary";
const PICK = "#pick";
const KEEP = "#keep";
const SENDING = new Set(["gui", "gui di", "dung", "dung roi", "dung het", "ok", "oke", "xac nhan"]);

/** A dialogue that asks field after field, shows a summary that can be corrected line by line, then submits. */
export function createForm<A>(definition: FormDefinition<A>): Dialogue {
  const { fields } = definition;
  const of = (state: unknown) => state as FormState<A>;
  const byId = (id: string) => fields.find((one) => one.id === id);

  const applies = (one: Field<A>, answers: Partial<A>, context: DialogueContext) =>
    one.skip?.(answers, context) !== true;

  function nextOpen({ answers, unfinished }: FormState<A>, context: DialogueContext): Field<A> | undefined {
    return fields.find(
      (one) =>
        (answers[one.id] === undefined || unfinished.includes(one.id)) && applies(one, answers, context),
    );
  }

  function prompt(state: FormState<A>, context: DialogueContext): Reply {
    if (state.at === PICK) return { text: formTexts.pick, choices: correctable(state.answers, context) };
    const asked = byId(state.at);
    return asked ? promptOf(asked, state, context) : summary(state.answers, context);
  }

  /** A field that is asked again may keep what it has: nothing typed is thrown away by stepping back. */
  function promptOf(asked: Field<A>, { answers, unfinished }: FormState<A>, context: DialogueContext): Reply {
    const reply = asked.ask(answers, context);
    const isDone = answers[asked.id] !== undefined && !unfinished.includes(asked.id);
    if (asked.list || asked.label === null || !isDone) return reply;
    const line = asked.show?.(answers, context) ?? null;
    return {
      ...reply,
      text: line === null ? reply.text : `${reply.text}\n${formTexts.nowKept(line)}`,
      choices: [...(reply.choices ?? []), { label: formTexts.keep, value: KEEP }],
    };
  }

  function ask(state: FormState<A>, context: DialogueContext, note?: string): Step {
    const reply = noted(note, prompt(state, context));
    if (state.at !== SUMMARY || !definition.look) return { kind: "ask", state, reply };
    const under = (text: string) => ({ state, reply: noted(note, { ...reply, text }) });
    return definition.look(applicable(state.answers, context) as A, context, under);
  }

  function summary(answers: Partial<A>, context: DialogueContext): Reply {
    return {
      text: [definition.summary, ...linesOf(answers, context)].join("\n"),
      choices: [
        { label: definition.send, value: "send" },
        { label: formTexts.correct, value: "correct" },
        { label: definition.giveUp ?? formTexts.giveUp, value: "give_up" },
      ],
    };
  }

  function linesOf(answers: Partial<A>, context: DialogueContext): string[] {
    return fields
      .filter((one) => applies(one, answers, context))
      .map((one) => one.show?.(answers, context) ?? null)
      .filter((line) => line !== null);
  }

  function typedLines(answers: Partial<A>, context: DialogueContext): string[] {
    return fields
      .filter((one) => answers[one.id] !== undefined)
      .map((one) => one.show?.(answers, context) ?? null)
      .filter((line) => line !== null);
  }

  function blocked(answers: Partial<A>, context: DialogueContext) {
    const why = definition.obstacle?.(answers, context) ?? null;
    if (why === null) return null;
    const lines = typedLines(answers, context);
    const text = lines.length === 0 ? why : [why, "", formTexts.typedSoFar, ...lines].join("\n");
    return { kind: "leave", reply: { text } } as const;
  }

  function correctable(answers: Partial<A>, context: DialogueContext): Choice[] {
    return fields
      .filter((one) => one.label !== null && applies(one, answers, context))
      .map(({ id, label }) => ({ label: label ?? id, value: `field:${id}` }));
  }

  /** Moves on from a field that is done: to the next open one, or to the summary. */
  function moveOn(state: FormState<A>, context: DialogueContext, note?: string): Step {
    // A correction may open fields that were skipped before, so all are looked at again.
    const at = nextOpen(state, context)?.id ?? SUMMARY;
    return ask({ ...state, at, before: null }, context, note);
  }

  function advanceSummary(state: FormState<A>, input: Input, context: DialogueContext): Step {
    const typed = input.kind === "choice" ? input.value : plain(input.text);
    if (typed === "send" || SENDING.has(typed)) {
      // Seats or data may have changed since, and with them what has to be asked.
      if (nextOpen(state, context)) return moveOn(state, context);
      const reopen = (why: string) => ({ state, reply: noted(why, summary(state.answers, context)) });
      return definition.submit(applicable(state.answers, context) as A, context, reopen);
    }
    if (typed === "correct" || typed === "sua") return ask({ ...state, at: PICK }, context);
    if (typed === "give_up" || typed === "thoi") {
      return { kind: "leave", reply: { text: definition.cancelled ?? formTexts.cancelled } };
    }
    const named = correctable(state.answers, context).find(({ label }) => typed === `sua ${plain(label)}`);
    if (named) return advancePick(state, { kind: "choice", value: named.value }, context);
    return notUnderstood(formTexts.chooseOne, prompt(state, context));
  }

  function applicable(answers: Partial<A>, context: DialogueContext): Partial<A> {
    const needless = new Set<string>(
      fields.filter((one) => !applies(one, answers, context)).map(({ id }) => id),
    );
    return Object.fromEntries(Object.entries(answers).filter(([id]) => !needless.has(id))) as Partial<A>;
  }

  function advancePick(state: FormState<A>, input: Input, context: DialogueContext): Step {
    const wanted = input.kind === "choice" ? byId(input.value.replace(/^field:/, "")) : undefined;
    if (!wanted) return notUnderstood(formTexts.chooseOne, prompt(state, context));
    return ask({ ...state, at: wanted.id, before: state.answers }, context);
  }

  function advanceField(asked: Field<A>, state: FormState<A>, input: Input, context: DialogueContext): Step {
    if (input.kind === "choice" && input.value === KEEP) return moveOn(state, context);
    const read = asked.read(input, state.answers, context);
    if (read.kind === "close") return read.step;
    if (read.kind === "mistake") {
      const again = prompt(state, context);
      return read.unfit && input.kind === "text"
        ? notUnderstood(read.text, again)
        : { kind: "ask", state, reply: noted(read.text, again) };
    }
    const others = state.unfinished.filter((id) => id !== asked.id);
    const kept = { ...state.answers, [asked.id]: read.value };
    if (read.kind === "more") {
      return ask({ ...state, answers: kept, unfinished: [...others, asked.id] }, context, read.note);
    }
    const answers = { ...kept, ...read.fills };
    return moveOn({ ...state, answers, unfinished: others }, context, read.note);
  }

  return {
    name: definition.name,
    version: definition.version,
    begin(context, start) {
      const opened = definition.start(context, start);
      if ("refuse" in opened) return { kind: "leave", reply: opened.refuse };
      const { answers } = opened;
      const first: FormState<A> = { answers, at: "", before: null, unfinished: [] };
      const why = definition.obstacle?.(answers, context) ?? null;
      if (why !== null) return { kind: "leave", reply: { text: why } };
      return moveOn(first, context, opened.note ?? definition.opening?.(answers, context));
    },
    advance(raw, given, context) {
      const state = of(raw);
      const end = blocked(state.answers, context);
      if (end) return end;
      const shown = prompt(state, context);
      const input = asChoice(given, shown.choices ?? []);
      if (input.kind === "choice" && shown.choices?.some(({ value }) => value === input.value) !== true) {
        return { kind: "ask", state, reply: noted(formTexts.stale, shown) };
      }
      if (state.at === SUMMARY) return advanceSummary(state, input, context);
      if (state.at === PICK) return advancePick(state, input, context);
      const asked = byId(state.at);
      if (!asked) return moveOn(state, context);
      if (input.kind === "files" && !asked.takesFiles) {
        if (input.text.trim() === "")
          return { kind: "ask", state, reply: noted(formTexts.filesUnread, shown) };
        const step = advanceField(asked, state, { kind: "text", text: input.text }, context);
        return step.kind === "ask" ? { ...step, reply: noted(formTexts.filesLeft, step.reply) } : step;
      }
      if (input.kind === "text") {
        if (input.text.trim() === "") return { kind: "ask", state, reply: noted(formTexts.empty, shown) };
        if (!asked.freeText && looksLikeQuestion(input.text)) return notUnderstood(formTexts.question, shown);
      }
      return advanceField(asked, state, input, context);
    },
    resume(raw, context) {
      const state = of(raw);
      return blocked(state.answers, context)?.reply ?? prompt(state, context);
    },
    back(raw, context) {
      const state = of(raw);
      const asked = byId(state.at);
      const inside = asked?.back?.(state.answers, context) ?? null;
      if (asked && inside !== null) {
        return ask({ ...state, answers: { ...state.answers, [asked.id]: inside } }, context);
      }
      if (state.before) {
        const unfinished = state.unfinished.filter((id) => id !== state.at);
        return ask({ answers: state.before, at: SUMMARY, before: null, unfinished }, context);
      }
      if (state.at === PICK) return ask({ ...state, at: SUMMARY }, context);
      const at = asked ? fields.indexOf(asked) : fields.length;
      const earlier = fields
        .slice(0, at)
        .findLast((one) => applies(one, state.answers, context) && state.answers[one.id] !== undefined);
      return earlier ? ask({ ...state, at: earlier.id }, context) : null;
    },
    typed: (state, context) => typedLines(of(state).answers, context),
  };
}

function noted(note: string | undefined, reply: Reply): Reply {
  return note === undefined ? reply : { ...reply, text: `${note}\n\n${reply.text}` };
}

function notUnderstood(text: string, again: Reply): Step {
  return { kind: "not_understood", reply: noted(text, again) };
}
