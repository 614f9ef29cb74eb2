import type { CommandWords, Told } from "../dialogue/command-words.ts";
import type { Dialogue, Input, Step } from "../dialogue/dialogue.ts";
import type { ConversationState, OpenForm } from "./conversations.ts";
import { isStopOfNews, say, type Hearing, type Result } from "./hearing.ts";
import type { Seen } from "./pictures.ts";
import type { Reply } from "./reply.ts";
import { texts } from "./texts.ts";

/** Tries to answer words that do not fit the form; null where the documents have nothing on them. */
type Aside = (hearing: Hearing, words: string) => Promise<Result | null>;

/** Forms left half-way; of more than that nobody would remember the first. */
const MOST_WAITING = 2;

export interface Forms {
  /** whether the dialogue at hand is about what a picture shows */
  readsPictures(hearing: Hearing): boolean;
  /** opens the dialogue that is about what pictures show */
  openSeen(hearing: Hearing, seen: Seen): Result;
  open(hearing: Hearing, name: string, start?: unknown): Result;
  advance(hearing: Hearing, input: Input, aside: Aside): Promise<Result>;
  cancel(hearing: Hearing): Result;
  back(hearing: Hearing): Result;
  /** the form that was left for another one */
  takeUpAgain(hearing: Hearing): Result;
  /** whether words that open something else belong to the form at hand */
  keeps(hearing: Hearing, told: Told): boolean;
  /** some words, then the question at hand once more, or the menu */
  again(hearing: Hearing, said: string): Reply;
  /** some words, then the question at hand once more where one waits for an answer */
  goingOn(hearing: Hearing, said: string): Reply;
}

/** Opens, advances, suspends and resumes dialogues; their state is data of the conversation. */
export function createForms(all: readonly Dialogue[], words: CommandWords): Forms {
  const dialogues = new Map(all.map((dialogue) => [dialogue.name, dialogue]));
  const aboutPictures = all.find(({ readsPictures }) => readsPictures);
  return { readsPictures, openSeen, open, advance, cancel, back, takeUpAgain, keeps, again, goingOn };

  function readsPictures({ state }: Hearing): boolean {
    return state.form !== null && state.form.name === aboutPictures?.name;
  }

  function openSeen(hearing: Hearing, seen: Seen): Result {
    const { form } = hearing.state;
    const isThere = form !== null && form.name === aboutPictures?.name;
    const state = isThere ? { ...hearing.state, form: null } : hearing.state;
    return open({ ...hearing, state }, aboutPictures?.name ?? "", { seen });
  }

  function cancel(hearing: Hearing): Result {
    if (!hearing.state.form) return say(hearing, { ...words.menu, text: texts.nothingToCancel });
    return closed(hearing, { text: texts.cancelled });
  }

  function back(hearing: Hearing): Result {
    const { form } = hearing.state;
    const dialogue = form && dialogues.get(form.name);
    if (!form || !dialogue) return say(hearing, words.menu);
    const state = upToDate(form, dialogue);
    if (state === undefined) return reopened(hearing, form, dialogue);
    const step = dialogue.back(state, hearing.context);
    return step ? take(hearing, dialogue, step) : say(hearing, again(hearing, texts.noWayBack));
  }

  /** Opens a dialogue; one that was open waits until this one is done. */
  function open(hearing: Hearing, name: string, start?: unknown): Result {
    const dialogue = dialogues.get(name);
    if (!dialogue) return say(hearing, words.menu);
    const { form, suspended } = hearing.state;
    const waiting = form && !isBrowsing(form) ? [...suspended, form].slice(-MOST_WAITING) : suspended;
    const state = { ...hearing.state, form: null, suspended: waiting };
    return take({ ...hearing, state }, dialogue, dialogue.begin(hearing.context, start));
  }

  async function advance(hearing: Hearing, input: Input, aside: Aside): Promise<Result> {
    const { form } = hearing.state;
    const dialogue = form && dialogues.get(form.name);
    if (!form || !dialogue) return closed(hearing, { text: texts.gone(readable(form?.state)) });
    const state = upToDate(form, dialogue);
    if (state === undefined) return reopened(hearing, form, dialogue);
    const step = dialogue.advance(state, input, hearing.context);
    if (step.kind === "not_understood" && input.kind === "text") {
      const answered = await aside(hearing, input.text);
      // A screen that was only looked at is not shown again below every answer.
      if (answered && isBrowsing(form)) return { ...answered, state: { ...answered.state, form } };
      if (answered) {
        const resumed = dialogue.resume(state, hearing.context);
        const offered = answered.replies.flatMap(({ choices = [] }) => choices);
        const own = resumed.choices ?? [];
        // Where the form has no list of its own, a number typed is an answer to it.
        const kept = offered.filter(
          ({ value, shows }) => value === "pass_on" || (shows === "basis" && own.length > 0),
        );
        const next = { ...resumed, text: `${texts.resume}\n${resumed.text}` };
        const choices = [...own, ...kept];
        const replies = [...answered.replies, choices.length > 0 ? { ...next, choices } : next];
        return { ...answered, state: { ...answered.state, form: hearing.state.form }, replies };
      }
    }
    return take(hearing, dialogue, step);
  }

  function isBrowsing({ name, version, state }: OpenForm): boolean {
    const dialogue = dialogues.get(name);
    return dialogue?.version === version && dialogue.isBrowsing?.(state) === true;
  }

  /** A form of an older version: brought up to date, or undefined where that cannot be. */
  function upToDate(form: OpenForm, dialogue: Dialogue): unknown {
    if (form.version === dialogue.version) return form.state;
    return dialogue.migrate?.(form.state, form.version) ?? undefined;
  }

  function reopened(hearing: Hearing, form: OpenForm, dialogue: Dialogue): Result {
    const opened = take(
      { ...hearing, state: { ...hearing.state, form: null } },
      dialogue,
      dialogue.begin(hearing.context),
    );
    return { ...opened, replies: [{ text: texts.outdated(typedInto(form, hearing)) }, ...opened.replies] };
  }

  /** What was typed, with the labels of the dialogue of today as far as it can still read that form. */
  function typedInto(form: OpenForm, { context }: Hearing): readonly string[] {
    try {
      const lines = dialogues.get(form.name)?.typed(form.state, context) ?? [];
      if (lines.length > 0) return lines;
    } catch {
      // Data of another version may have any shape.
    }
    return readable(form.state);
  }

  /** What a step of a dialogue means for the conversation. */
  function take(hearing: Hearing, dialogue: Dialogue, step: Step): Result {
    const kept = (formState: unknown): ConversationState => ({
      ...hearing.state,
      form: { name: dialogue.name, version: dialogue.version, state: formState },
    });
    switch (step.kind) {
      case "ask":
        return { state: kept(step.state), replies: [step.reply] };
      case "not_understood":
        return { state: hearing.state, replies: [step.reply] };
      case "leave":
        return closed(hearing, step.reply);
      case "switch":
        return open({ ...hearing, state: { ...hearing.state, form: null } }, step.to, step.start);
      case "do":
        return {
          state: hearing.state,
          replies: [],
          does: {
            command: step.command,
            conclude: (outcome) => {
              const { reply, state } = step.conclude(outcome);
              if (state !== undefined) return { state: kept(state), replies: [reply] };
              return outcome.kind === "erased"
                ? {
                    state: {
                      ...hearing.state,
                      form: null,
                      suspended: [],
                      questions: [],
                      unanswered: null,
                      basis: [],
                      files: [],
                      consentsAsked: [],
                      unheard: null,
                    },
                    replies: [reply],
                  }
                : closed(hearing, reply);
            },
          },
        };
    }
  }

  /** The form is done: the one that waited is offered again. */
  function closed(hearing: Hearing, reply: Reply): Result {
    const state = { ...hearing.state, form: null };
    const waiting = state.suspended.at(-1);
    if (!waiting) return { state, replies: [reply] };
    const choices = [...(reply.choices ?? []), { label: "Làm tiếp việc dở", value: "resume" }];
    return { state, replies: [{ ...reply, choices }] };
  }

  function takeUpAgain(hearing: Hearing): Result {
    const waiting = hearing.state.suspended.at(-1);
    const dialogue = waiting && dialogues.get(waiting.name);
    if (!waiting || !dialogue) return say(hearing, words.menu);
    const suspended = hearing.state.suspended.slice(0, -1);
    const formState = upToDate(waiting, dialogue);
    if (formState === undefined)
      return reopened({ ...hearing, state: { ...hearing.state, suspended } }, waiting, dialogue);
    const resumed = dialogue.resume(formState, hearing.context);
    return {
      state: {
        ...hearing.state,
        suspended,
        form: { name: dialogue.name, version: dialogue.version, state: formState },
      },
      replies: [{ ...resumed, text: `${texts.resumed}\n${resumed.text}` }],
    };
  }

  function keeps({ state }: Hearing, told: Told): boolean {
    const dialogue = state.form && dialogues.get(state.form.name);
    return dialogue?.writesForOthers === true && told.kind === "go" && !isStopOfNews(told);
  }

  function goingOn(hearing: Hearing, said: string): Reply {
    const { form } = hearing.state;
    if (!form || isBrowsing(form)) return { text: said };
    return again(hearing, `${said}\n\n${texts.resume}`);
  }

  function again({ state, context }: Hearing, said: string): Reply {
    const dialogue = state.form && dialogues.get(state.form.name);
    const present =
      state.form && dialogue?.version === state.form.version
        ? dialogue.resume(state.form.state, context)
        : { ...words.menu, text: "" };
    return { ...present, text: [said, present.text].filter(Boolean).join("\n\n") };
  }
}

/** Ids, codes of communes and names of states: nobody typed them. */
const OF_THE_MACHINE = /^(?:#|[0-9a-f]{8}-[0-9a-f]{4}-|[a-z]+(?:_[a-z]+)+$|\d{5}$)/;

/** Words a person typed into a form of another version, as far as they can be told from its data. */
function readable(state: unknown): string[] {
  if (typeof state === "string")
    return state.trim() === "" || OF_THE_MACHINE.test(state) ? [] : [`- ${state}`];
  if (Array.isArray(state)) return state.flatMap(readable);
  if (typeof state !== "object" || state === null) return [];
  return Object.entries(state).flatMap(([key, value]) =>
    key === "at" || key === "consent" ? [] : readable(value),
  );
}
