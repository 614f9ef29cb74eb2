import type { Choice } from "../conversation/reply.ts";
import { fold, normalise } from "../search/index.ts";
import type { Input } from "./dialogue.ts";

/** Words as they are compared: lower case, without diacritics and punctuation. */
export function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of an input; null where a button was pressed. */
export function wordsOf(input: Input): string | null {
  return input.kind === "choice" ? null : input.text;
}

/** What politeness adds to an answer: "đồng ý ạ", "mình tôi thôi nhé". */
const POLITE_END = /(?: (?:a|nhe|nha|nghen|di|luon|thoi))+$/;

/** The words as they are, then without what politeness added. */
function barely(text: string): readonly string[] {
  const typed = plain(text);
  return typed === "" ? [] : [typed, typed.replace(POLITE_END, "")];
}

/** A label that was typed out is the choice itself. */
export function asChoice(input: Input, choices: readonly Choice[]): Input {
  if (input.kind !== "text") return input;
  for (const typed of barely(input.text)) {
    const [only, second] = choices.filter(({ label }) => plain(label) === typed);
    if (only && !second) return { kind: "choice", value: only.value };
  }
  return input;
}

/** The value that was picked, by button, label or one of the sayings given for it (without diacritics). */
export function picked<V extends string>(
  input: Input,
  choices: readonly { label: string; value: V }[],
  sayings: Partial<Record<V, readonly string[]>> = {},
): V | null {
  const resolved = asChoice(input, choices);
  if (resolved.kind === "choice") {
    return choices.find(({ value }) => value === resolved.value)?.value ?? null;
  }
  for (const typed of barely(resolved.text)) {
    const meant = choices.find(({ value }) => sayings[value]?.includes(typed) === true);
    if (meant) return meant.value;
  }
  return null;
}
