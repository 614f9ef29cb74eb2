/** A question on its way in, with the ones before it that a follow-up may lean on. */
export interface Asking {
  question: string;
  /** oldest first */
  earlier: readonly string[];
}

// What a follow-up can lean on; more would only make addresses long.
const MOST_EARLIER = 4;
const LONGEST_EARLIER = 400;

export function asking(question: string, earlier: readonly string[] = []): Asking {
  const kept = earlier
    .map((one) => one.trim().slice(0, LONGEST_EARLIER))
    .filter((one) => one !== "")
    .slice(-MOST_EARLIER);
  return { question, earlier: kept };
}
