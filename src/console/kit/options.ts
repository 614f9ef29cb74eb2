import type { Option } from "./form.tsx";

/** What can be chosen, from what is stored to its words. */
export function optionsOf(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
