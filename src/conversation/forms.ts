import type { CommandWords } from "../dialogue/command-words.ts";
import type { Dialogue, Input, Step } from "../dialogue/dialogue.ts";
import type { ConversationState, OpenForm } from "./conversations.ts";
import { say, type Hearing, type Result } from "./hearing.ts";
import type { Reply } from "./reply.ts";
import { texts } from "./texts.ts";

/** Tries to answer words that do not fit the form; null where the documents have nothing on them. */
type Aside = (hearing: Hearing, words: string) => Promise<Result | null>;

/** Forms left half-way; of more than that nobody would remember the first. */
const MOST_WAITING = 2;

export interface Forms {
  open(hearing: Hearing, name: string, start?: unknown): Result;
  advance(hearing: Hearing, input: Input, aside: Aside): Promise<Result>;
  cancel(hearing: Hearing): Result;
  back(hearing: Hearing): Result;
  /** the form that was left for another one */
  takeUpAgain(hearing: Hearing): Result;
  /** some words, then the question at hand once more, or the menu */
  again(hearing: Hearing, said: string): Reply;
}

/** Opens, advances, suspends and resumes dialogues; their state is data of the conversation. */
export function createForms(all: readonly Dialogue[], words: CommandWords): Forms {
  const dialogues = new Map(all.map((dialogue) => [dialogue.name, dialogue]));
  return { open, advance, cancel, back, takeUpAgain, again };

  function cancel(hearing: Hearing): Result {
    if (!hearing.state.form) return say(hearing, { ...words.menu, text: texts.nothingToCancel });
    return closed(hearing, { text: texts.cancelled });
  }

  function back(hearing: Hearing): Result {
    const { form } = hearing.state;
    const dialogue = form && dialogues.get(form.name);
    if (!form || dialogue?.version !== form.version) return say(hearing, words.menu);
    const step = dialogue.back(form.state, hearing.context);
    return step ? take(hearing, dialogue, step) : say(hearing, again(hearing, texts.noWayBack));
  }

  /** Opens a dialogue; one that was open waits until this one is done. */
  function open(hearing: Hearing, name: string, start?: unknown): Result {
    const dialogue = dialogues.get(name);
    if (!dialogue) return say(hearing, words.menu);
    const { form, suspended } = hearing.state;
    const waiting = form ? [...suspended, form].slice(-MOST_WAITING) : suspended;
    const state = { ...hearing.state, form: null, suspended: waiting };
    return take({ ...hearing, state }, dialogue, dialogue.begin(hearing.context, start));
  }

  async function advance(hearing: Hearing, input: Input, aside: Aside): Promise<Result> {
    const { form } = hearing.state;
    const dialogue = form && dialogues.get(form.name);
    if (!form || !dialogue) return closed(hearing, { text: texts.gone([]) });
    const state = upToDate(form, dialogue);
    if (state === undefined) return reopened(hearing, form, dialogue);
    const step = dialogue.advance(state, input, hearing.context);
    if (step.kind === "not_understood" && input.kind === "text") {
      const answered = await aside(hearing, input.text);
      if (answered) {
        const resumed = dialogue.resume(state, hearing.context);
        const replies = [...answered.replies, { ...resumed, text: `${texts.resume}\n${resumed.text}` }];
        return { state: { ...answered.state, form: hearing.state.form }, replies };
      }
    }
    return take(hearing, dialogue, step);
  }

  /** A form of an older version: brought up to date, or undefined where that cannot be. */
  function upToDate(form: OpenForm, dialogue: Dialogue): unknown {
    if (form.version === dialogue.version) return form.state;
    return dialogue.migrate?.(form.state, form.version);
  }

  function reopened(hearing: Hearing, form: OpenForm, dialogue: Dialogue): Result {
    const opened = take(
      { ...hearing, state: { ...hearing.state, form: null } },
      dialogue,
      dialogue.begin(hearing.context),
    );
    return { ...opened, replies: [{ text: texts.outdated(readable(form.state)) }, ...opened.replies] };
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
                    state: { ...hearing.state, form: null, suspended: [], questions: [], unanswered: null },
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

  function again({ state, context }: Hearing, said: string): Reply {
    const dialogue = state.form && dialogues.get(state.form.name);
    const present =
      state.form && dialogue?.version === state.form.version
        ? dialogue.resume(state.form.state, context)
        : { ...words.menu, text: "" };
    return { ...present, text: [said, present.text].filter(Boolean).join("\n\n") };
  }
}

/** Words a person typed into a form of another version, as far as they can be told from its data. */
function readable(state: unknown): string[] {
  if (typeof state === "string") return state.trim() === "" || state.startsWith("#") ? [] : [`- ${state}`];
  if (Array.isArray(state)) return state.flatMap(readable);
  if (typeof state !== "object" || state === null) return [];
  return Object.entries(state).flatMap(([key, value]) => (key === "at" ? [] : readable(value)));
}
