import type { Outcome } from "../answer/answer.ts";
import type { Route } from "../answer/trace.ts";

/** What is missing in the knowledge: a question is a gap until staff answer or dismiss it. */
export type GapState = "open" | "answered" | "dismissed";

/** What the person who asked thinks of the answer. */
export type Rating = "good" | "bad";

/** Ways on which the documents were asked and could have answered; small talk and foreign subjects lack nothing. */
const SEARCHED: ReadonlySet<Route> = new Set(["documents", "unknown_document"]);

/** Whether a question shows that the knowledge lacks something: all of it was declined, or a part. */
export function lacksBasis(route: Route, outcome: Outcome): boolean {
  return SEARCHED.has(route) && (outcome === "unanswerable" || outcome === "partial");
}

/** The state after a rating: a bad one opens the gap, a better one closes what nothing else opened. */
export function gapAfterRating(
  { gap, route, outcome }: { gap: GapState | null; route: Route; outcome: Outcome },
  rating: Rating,
): GapState | null {
  if (rating === "bad") return "open";
  return gap === "open" && !lacksBasis(route, outcome) ? null : gap;
}

/** Ways whose answer is worth an opinion. */
const RATED: ReadonlySet<Route> = new Set([
  "documents",
  "unknown_document",
  "staff_answer",
  "foreign",
  "elsewhere",
]);

export function mayBeRated(route: Route): boolean {
  return RATED.has(route);
}

export const RATED_ROUTES: readonly Route[] = [...RATED];
