import type { CommandOutcome } from "../../registry/commands.ts";
import type { Concluded, Dialogue, Step } from "../dialogue.ts";
import { timeOf } from "../when.ts";
import { joinTexts as texts } from "./join-texts.ts";

/** Joins what one person wrote on two channels: shows a one-time code, or takes the one that was shown on the other. */
export const join: Dialogue = {
  name: "join",
  version: 1,
  begin: (_context, start) => step(codeIn(start)),
  // Nothing is ever asked.
  advance: () => step(null),
  resume: () => ({ text: texts.how }),
  back: () => null,
  typed: () => [],
};

function step(code: string | null): Step {
  return {
    kind: "do",
    command: code === null ? { kind: "make_contact_code" } : { kind: "join_contacts", code },
    conclude,
  };
}

function conclude(outcome: CommandOutcome): Concluded {
  return { reply: { text: wordsOn(outcome) } };
}

function wordsOn(outcome: CommandOutcome): string {
  if (outcome.kind === "contact_code_made") return texts.made(outcome.code, timeOf(outcome.expiresAt));
  if (outcome.kind === "contacts_joined") return texts.joined;
  if (outcome.kind === "contacts_are_one") return texts.areOne;
  return outcome.kind === "contact_code_refused" ? texts.refused : texts.notDone;
}

function codeIn(start: unknown): string | null {
  if (typeof start !== "object" || start === null || !("code" in start)) return null;
  return typeof start.code === "string" ? start.code : null;
}
