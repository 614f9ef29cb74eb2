import { MAX_QUESTION_LENGTH, type Answer } from "../../answer/answer.ts";

/** A question on its way in, with the ones before it that a follow-up may lean on. */
export interface Asking {
  question: string;
  /** oldest first */
  earlier: readonly string[];
}

// What a follow-up can lean on; more would only make addresses long.
const MOST_EARLIER = 4;
const LONGEST_EARLIER = 400;
// Proxies commonly refuse request lines above 8 kB.
const LONGEST_URL = 6000;

export function asking(question: string, earlier: readonly string[] = []): Asking {
  const kept = earlier
    .map((one) => one.trim().slice(0, LONGEST_EARLIER))
    .filter((one) => one !== "")
    .slice(-MOST_EARLIER);
  return { question, earlier: kept };
}

/** The page of a question: shareable, and what the back button returns to. */
export function askUrl({ question, earlier }: Asking): string {
  const query = new URLSearchParams({ q: question });
  for (const one of earlier) query.append("h", one);
  return `/?${query.toString()}`;
}

/** The same with as many earlier questions as fit; null when even the question alone is too long. */
export function shareableUrl(asked: Asking): string | null {
  for (let from = 0; from <= asked.earlier.length; from++) {
    const url = askUrl({ ...asked, earlier: asked.earlier.slice(from) });
    if (url.length <= LONGEST_URL) return url;
  }
  return null;
}

/** What the next question may lean on, now that this one is answered. */
export function historyAfter(asked: Asking, answer: Answer): readonly string[] {
  if (answer.outcome === "blocked" || answer.outcome === "failed") return asked.earlier;
  if (asked.question.length > MAX_QUESTION_LENGTH) return asked.earlier;
  return asking("", [...asked.earlier, asked.question]).earlier;
}
