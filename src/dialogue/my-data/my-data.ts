import type { Choice, Reply } from "../../conversation/reply.ts";
import type { CommandOutcome } from "../../registry/commands.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../../registry/views.ts";
import { picked, plain } from "../choosing.ts";
import type { Concluded, Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { declineTexts } from "../support/request-texts.ts";
import { dayOf } from "../when.ts";
import { heldInWords } from "./held.ts";
import { FOLLOWS, myDataTexts as texts, PURPOSE_IN_WORDS } from "./my-data-texts.ts";

type Screen =
  { at: "menu" | "consents" | "erase" | "last_word" } | { at: "withdraw"; purpose: ConsentPurpose };

const DECREE = "356/2025/NĐ-CP";

const ERASING = [
  { label: texts.understood, value: "understood" },
  { label: texts.keep, value: "keep" },
] as const;
const LAST_WORD = [
  { label: texts.eraseNow, value: "erase" },
  { label: texts.keep, value: "keep" },
] as const;
const WITHDRAWING = [
  { label: texts.yesWithdraw, value: "yes" },
  { label: texts.noWithdraw, value: "no" },
] as const;

/** See what is held, correct it, take a consent back, erase everything. `{ erase: true }` and `{ withdraw: true }` open there. */
export const myData: Dialogue = {
  name: "my_data",
  version: 1,
  begin: (context, start) => show({ at: screenFor(start) }, context),
  advance(raw, input, context) {
    const screen = screenOf(raw);
    switch (screen.at) {
      case "menu":
        return advanceMenu(input, context);
      case "consents":
        return advanceConsents(input, context);
      case "withdraw":
        return advanceWithdraw(screen.purpose, input, context);
      case "erase":
        return advanceErase(input, context);
      case "last_word":
        return advanceLastWord(input, context);
    }
  },
  resume: (raw, context) => render(screenOf(raw), context),
  back(raw, context) {
    const before: Partial<Record<Screen["at"], Screen>> = {
      consents: { at: "menu" },
      erase: { at: "menu" },
      withdraw: { at: "consents" },
      last_word: { at: "erase" },
    };
    const screen = before[screenOf(raw).at];
    return screen ? show(screen, context) : null;
  },
  isBrowsing: (raw) => ["menu", "consents"].includes(screenOf(raw).at),
  typed: () => [],
};

function advanceMenu(input: Input, context: DialogueContext): Step {
  const choice = picked(input, menuChoices(context), { see: ["xem"], erase: ["xoa", "xoa het"] });
  switch (choice) {
    case "see":
      return { kind: "ask", state: { at: "menu" }, reply: seen(context) };
    case "correct_person":
    case "correct_enterprise":
      return { kind: "switch", to: choice, start: undefined };
    case "withdraw":
      return show({ at: "consents" }, context);
    case "erase":
      return show({ at: "erase" }, context);
    case "leave":
      return { kind: "leave", reply: { text: texts.left } };
    case null:
      return lost({ at: "menu" }, context, texts.pick);
  }
}

function advanceConsents(input: Input, context: DialogueContext): Step {
  const choices = consentChoices(context);
  const purpose = picked(input, choices)?.replace(/^consent:/, "");
  if (purpose === "leave") return show({ at: "menu" }, context);
  return isPurpose(purpose)
    ? show({ at: "withdraw", purpose }, context)
    : lost({ at: "consents" }, context, texts.pick);
}

function advanceWithdraw(purpose: ConsentPurpose, input: Input, context: DialogueContext): Step {
  const choice = picked(input, WITHDRAWING, {
    yes: ["co", "rut", "dong y"],
    no: ["khong", "thoi", "giu lai"],
  });
  if (choice === null) return lost({ at: "withdraw", purpose }, context, texts.pick);
  if (choice === "no") return show({ at: "menu" }, context);
  return {
    kind: "do",
    command: { kind: "withdraw_consent", purpose },
    conclude: (outcome) =>
      outcome.kind === "consent_withdrawn"
        ? { reply: { text: texts.withdrawn(dayOf(outcome.dueAt)), ...cited(context, "Điều 5 khoản 2") } }
        : failed(outcome),
  };
}

function advanceErase(input: Input, context: DialogueContext): Step {
  switch (picked(input, ERASING, { keep: ["khong", "thoi", "khong xoa"] })) {
    case "understood":
      return show({ at: "last_word" }, context);
    case "keep":
      return { kind: "leave", reply: { text: texts.kept } };
    case null:
      return lost({ at: "erase" }, context, texts.chooseUnderstood);
  }
}

function advanceLastWord(input: Input, context: DialogueContext): Step {
  // Typed out, the word alone: "xóa giúp" or "xóa gì" erases nothing.
  // Spoken it is not enough either: a machine may have misheard.
  if (input.kind === "text" && input.spoken) return lost({ at: "last_word" }, context, texts.chooseErase);
  const isWord = input.kind === "text" && plain(input.text) === "xoa";
  const choice = isWord ? "erase" : picked(input, LAST_WORD, { keep: ["khong", "thoi", "khong xoa"] });
  switch (choice) {
    case "erase":
      return { kind: "do", command: { kind: "erase_me" }, conclude: erased };
    case "keep":
      return { kind: "leave", reply: { text: texts.kept } };
    case null:
      return lost({ at: "last_word" }, context, texts.chooseErase);
  }
}

function erased(outcome: CommandOutcome): Concluded {
  if (outcome.kind !== "erased") return failed(outcome);
  return { reply: { text: texts.erased(outcome.registrationsCancelled, outcome.requestsWithdrawn) } };
}

function failed(outcome: CommandOutcome): Concluded {
  return { reply: { text: outcome.kind === "declined" ? declineTexts[outcome.why] : texts.notDone } };
}

function show(screen: Screen, context: DialogueContext): Step {
  return { kind: "ask", state: screen, reply: render(screen, context) };
}

function lost(screen: Screen, context: DialogueContext, text: string): Step {
  const again = render(screen, context);
  return { kind: "not_understood", reply: { ...again, text: `${text}\n\n${again.text}` } };
}

function render(screen: Screen, context: DialogueContext): Reply {
  switch (screen.at) {
    case "menu":
      return { text: texts.menu, choices: menuChoices(context) };
    case "consents":
      return {
        text: context.mine.consents.length === 0 ? texts.noConsent : texts.askWithdraw,
        choices: consentChoices(context),
      };
    case "withdraw":
      return {
        text: texts.confirmWithdraw(PURPOSE_IN_WORDS[screen.purpose], FOLLOWS[screen.purpose]),
        choices: WITHDRAWING,
        ...cited(context, "Điều 5 khoản 2"),
      };
    case "erase":
      return { text: texts.explainErase, choices: ERASING, ...cited(context, "Điều 5 khoản 4") };
    case "last_word":
      return { text: texts.lastWord, choices: LAST_WORD };
  }
}

/** What is held, and by when requests about it are answered; the deadlines only where their basis is at hand. */
function seen(context: DialogueContext): Reply {
  const basis = cited(context, "Điều 5");
  const deadlines = basis.citations.length > 0 ? ["", texts.deadlines] : [];
  return {
    text: [...heldInWords(context.mine), ...deadlines].join("\n"),
    choices: menuChoices(context),
    ...basis,
  };
}

function cited({ cite }: DialogueContext, section: string) {
  return { citations: [cite(DECREE, section)].filter((one) => one !== null) };
}

function menuChoices({ mine }: DialogueContext) {
  return [
    { label: texts.see, value: "see" } as const,
    ...(mine.person ? [{ label: texts.correctPerson, value: "correct_person" } as const] : []),
    ...(mine.enterprise ? [{ label: texts.correctEnterprise, value: "correct_enterprise" } as const] : []),
    ...(mine.consents.length > 0 ? [{ label: texts.withdraw, value: "withdraw" } as const] : []),
    { label: texts.erase, value: "erase" } as const,
    { label: texts.leave, value: "leave" } as const,
  ];
}

function consentChoices({ mine }: DialogueContext): Choice[] {
  return [
    ...mine.consents.map(({ purpose }) => ({
      label: capitalised(PURPOSE_IN_WORDS[purpose]),
      value: `consent:${purpose}`,
    })),
    { label: texts.leave, value: "leave" },
  ];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function screenOf(raw: unknown): Screen {
  const { at, purpose } = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>;
  if (at === "withdraw" && isPurpose(purpose)) return { at, purpose };
  return at === "consents" || at === "erase" || at === "last_word" ? { at } : { at: "menu" };
}

function isPurpose(value: unknown): value is ConsentPurpose {
  return typeof value === "string" && Object.hasOwn(CONSENT_PURPOSES, value);
}

function screenFor(start: unknown): "erase" | "consents" | "menu" {
  const { erase, withdraw } = (typeof start === "object" && start !== null ? start : {}) as Record<
    string,
    unknown
  >;
  if (erase === true) return "erase";
  return withdraw === true ? "consents" : "menu";
}
