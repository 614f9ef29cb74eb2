/** A subject that people ask about by mistake, with where to turn instead. */
export interface ForeignTopic {
  name: string;
  phrases: readonly string[];
  /** words that show the question is ours after all */
  unless: readonly string[];
  /** a sentence, or "" */
  hint: string;
}
