import type { Reply } from "../../conversation/reply.ts";
import type { CommandOutcome, ConsentGiven } from "../../registry/commands.ts";
import { TOPICS, type Topic } from "../../registry/views.ts";
import { picked } from "../choosing.ts";
import type { Concluded, Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { consentTo, hasConsented, privacyNotice } from "../privacy-notice.ts";
import { savedIn } from "../saved.ts";
import { topicsTexts as texts } from "./topics-texts.ts";

interface State {
  at: "pick" | "consent";
  chosen: readonly Topic[];
}

const ALL = Object.keys(TOPICS) as Topic[];
const CONSENT = [
  { label: texts.agree, value: "agree" },
  { label: texts.disagree, value: "disagree" },
] as const;
const CONSENT_SAYINGS = {
  agree: ["dong y", "toi dong y", "ok", "co", "duoc"],
  disagree: ["khong", "ko", "thoi", "khong dong y"],
};

/**
 * Follow topics or leave them; `{ stop: true }` ends everything that is told unasked, `{ topic }` begins with one chosen.
 */
export const topics: Dialogue = {
  name: "topics",
  version: 1,
  begin(context, start) {
    if (fromStart(start).stop) return stop(context);
    const { topic } = fromStart(start);
    const chosen =
      topic && !context.mine.topics.includes(topic) ? [...context.mine.topics, topic] : context.mine.topics;
    return show({ at: "pick", chosen }, context);
  },
  advance(raw, input, context) {
    const state = stateOf(raw);
    return state.at === "consent" ? answerConsent(state, input, context) : choose(state, input, context);
  },
  resume: (raw, context) => render(stateOf(raw), context),
  back(raw, context) {
    const state = stateOf(raw);
    return state.at === "consent" ? show({ ...state, at: "pick" }, context) : null;
  },
  typed: (raw) => {
    const { chosen } = stateOf(raw);
    return chosen.length === 0 ? [] : [texts.following(inWords(chosen))];
  },
};

function choose(state: State, input: Input, context: DialogueContext): Step {
  const value = picked(input, choicesOf(state), {
    save: ["xong", "luu lai", "ok"],
    stop: ["ngung", "thoi", "ngung nhan"],
    all: ["tat ca", "het"],
  });
  if (value === null) {
    const again = render(state, context);
    return { kind: "not_understood", reply: { ...again, text: `${texts.pick}\n\n${again.text}` } };
  }
  if (value === "save") return save(state, context);
  if (value === "stop") return stop(context);
  if (value === "all") return show({ ...state, chosen: ALL }, context);
  const topic = value.slice("topic:".length) as Topic;
  const chosen = ALL.filter((one) => state.chosen.includes(one) !== (one === topic));
  return show({ ...state, chosen }, context);
}

/** One command a step: what was added, else what was taken away. */
function save(state: State, context: DialogueContext): Step {
  const { mine } = context;
  const added = state.chosen.filter((one) => !mine.topics.includes(one));
  const removed = mine.topics.filter((one) => !state.chosen.includes(one));
  if (added.length > 0) {
    if (!hasConsented(mine.consents, "announcement")) return show({ ...state, at: "consent" }, context);
    return follow(added, removed, []);
  }
  if (removed.length > 0) return unfollow(removed);
  return { kind: "leave", reply: { text: texts.unchanged } };
}

function answerConsent(state: State, input: Input, context: DialogueContext): Step {
  switch (picked(input, CONSENT, CONSENT_SAYINGS)) {
    case "agree": {
      const added = state.chosen.filter((one) => !context.mine.topics.includes(one));
      const removed = context.mine.topics.filter((one) => !state.chosen.includes(one));
      return follow(added, removed, [consentTo("announcement", context)]);
    }
    case "disagree":
      return { kind: "leave", reply: { text: texts.refused } };
    case null: {
      const again = render(state, context);
      return { kind: "not_understood", reply: { ...again, text: `${texts.chooseConsent}\n\n${again.text}` } };
    }
  }
}

/** A turn has one command: where some are to go as well, the list stays open with them taken out already. */
function follow(added: readonly Topic[], removed: readonly Topic[], consents: readonly ConsentGiven[]): Step {
  return {
    kind: "do",
    command: { kind: "follow", topics: added, consents },
    conclude(outcome) {
      if (outcome.kind !== "topics_changed" || removed.length === 0) return concluded(outcome);
      const chosen = outcome.topics.filter((one) => !removed.includes(one));
      const state: State = { at: "pick", chosen };
      return { state, reply: { text: texts.oneMoreStep(inWords(removed)), choices: choicesOf(state) } };
    },
  };
}

function unfollow(removed: readonly Topic[]): Step {
  return { kind: "do", command: { kind: "unfollow", topics: removed }, conclude: concluded };
}

/** One word is enough: not only topics end, but the consent to be told anything. */
function stop({ mine }: DialogueContext): Step {
  // Of whatever wording.
  if (mine.consents.some(({ purpose }) => purpose === "announcement"))
    return {
      kind: "do",
      command: { kind: "withdraw_consent", purpose: "announcement" },
      conclude: (outcome) => ({
        reply: { text: outcome.kind === "consent_withdrawn" ? texts.stopped : texts.notDone },
      }),
    };
  return mine.topics.length === 0
    ? { kind: "leave", reply: { text: texts.notFollowing } }
    : unfollow(mine.topics);
}

function concluded(outcome: CommandOutcome): Concluded {
  if (outcome.kind !== "topics_changed") return { reply: { text: texts.notDone } };
  const { topics: followed } = outcome;
  return { reply: { text: followed.length === 0 ? texts.stopped : texts.saved(inWords(followed)) } };
}

function show(state: State, context: DialogueContext): Step {
  return { kind: "ask", state, reply: render(state, context) };
}

function render(state: State, context: DialogueContext): Reply {
  if (state.at === "consent") {
    return { text: `${privacyNotice("announcement", context)}\n\n${texts.askConsent}`, choices: CONSENT };
  }
  const chosen = state.chosen.length === 0 ? texts.followingNone : texts.following(inWords(state.chosen));
  return { text: `${texts.ask}\n${chosen}`, choices: choicesOf(state) };
}

function choicesOf({ chosen }: State) {
  return [
    ...ALL.map((topic) => ({
      label: (chosen.includes(topic) ? texts.on : texts.off)(TOPICS[topic]),
      value: `topic:${topic}`,
    })),
    { label: texts.all, value: "all" },
    { label: texts.save, value: "save" },
    { label: texts.stop, value: "stop" },
  ];
}

function inWords(chosen: readonly Topic[]): string {
  return chosen.map((topic) => TOPICS[topic]).join("; ");
}

function stateOf(raw: unknown): State {
  const { at, chosen } = (typeof raw === "object" && raw !== null ? raw : {}) as Partial<State>;
  return {
    at: at === "consent" ? at : "pick",
    chosen: Array.isArray(chosen) ? ALL.filter((one) => chosen.includes(one)) : [],
  };
}

function fromStart(start: unknown): { stop: boolean; topic: Topic | null } {
  const { stop: ends, topic } = (typeof start === "object" && start !== null ? start : {}) as Record<
    string,
    unknown
  >;
  return {
    stop: ends === true || savedIn(start) === "stop",
    topic: ALL.find((one) => one === topic) ?? null,
  };
}
