/** A sentence as a model might say it of one place of the knowledge, with what a reader judged of it. */
export interface Labelled {
  /** document and section as cited */
  document: string;
  section: string;
  sentence: string;
  faithful: boolean;
}
