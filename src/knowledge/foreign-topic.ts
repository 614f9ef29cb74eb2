/** A subject that people ask about by mistake, with where to turn instead. */
export interface ForeignTopic {
  name: string;
  phrases: readonly string[];
  /** words that show the question is ours after all */
  unless: readonly string[];
  /** a sentence, or "" */
  hint: string;
}

/** A province; of another one we do not know the policies. */
export interface Place {
  name: string;
  /** every way it is called, `name` first */
  names: readonly string[];
  /** typed without diacritics the name is also something else: "gia lai", "giá lại" */
  ambiguous: boolean;
  /** the territory we are here for */
  ours: boolean;
}
