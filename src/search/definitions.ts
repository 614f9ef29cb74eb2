import type { FieldData } from "./index-data.ts";

const ASKED_FIRST =
  /^(?:khái niệm|định nghĩa|thế nào là|thuật ngữ)(?: về| của)? (.+?)(?: là gì| là| được hiểu.*)?$/u;
const ASKED_LAST =
  /^(.+?) (?:được hiểu là gì|có nghĩa là gì|nghĩa là gì|là gì|là như thế nào|được hiểu như thế nào|được định nghĩa.*)$/u;
/** "Theo Luật Cư trú thì" before what is asked. */
const BY_WHICH_LAW = /^.*luật [^,]* thì /u;

/** What a repaired question wants defined ("cư trú là gì" → "cư trú"); null when it asks something else. */
export function definedTopic(repaired: string): string | null {
  const first = ASKED_FIRST.exec(repaired);
  if (first !== null) return first[1] ?? null;
  const last = ASKED_LAST.exec(repaired.replace(BY_WHICH_LAW, ""));
  return last?.[1] ?? null;
}

/** Whether the clause opens with the topic and "là", after its own number if it has one. */
export function definesTopic(
  field: FieldData,
  clause: number,
  topic: readonly number[],
  is: number,
  isNumber: (term: number) => boolean,
): boolean {
  let at = field.clauseStarts[clause] ?? 0;
  const end = field.clauseStarts[clause + 1] ?? 0;
  if (at < end && isNumber(field.tokens[at] ?? 0)) at++;
  for (const term of topic) if (at >= end || field.tokens[at++] !== term) return false;
  return at < end && field.tokens[at] === is;
}
