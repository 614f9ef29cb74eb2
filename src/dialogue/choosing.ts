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

/** A label that was typed out is the choice itself. */
export function asChoice(input: Input, choices: readonly Choice[]): Input {
  if (input.kind !== "text") return input;
  const typed = plain(input.text);
  const meant = typed === "" ? [] : choices.filter(({ label }) => plain(label) === typed);
  const [only, second] = meant;
  return only && !second ? { kind: "choice", value: only.value } : input;
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
  const typed = plain(resolved.text);
  return choices.find(({ value }) => sayings[value]?.includes(typed) === true)?.value ?? null;
}
