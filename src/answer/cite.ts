import { documentLabel, type IsoDate } from "../knowledge/document.ts";
import { MAX_CITATION_LENGTH, type Citation } from "./answer.ts";
import { excerpt, type Chosen } from "./choose.ts";
import { validityInWords } from "./validity.ts";

/** The basis for what was chosen, as it stands on the given day. */
export function cite(chosen: Chosen, asOf: IsoDate): Citation {
  const { document, section } = chosen.passage;
  return {
    document: documentLabel(document),
    title: document.title,
    section: section.anchor,
    kind: "tóm tắt",
    text: excerpt(chosen, MAX_CITATION_LENGTH),
    validity: validityInWords(asOf, document, section),
  };
}

/** Everything a figure of the answer may be backed by. */
export function wordsOf(citation: Citation): string[] {
  return [citation.text, citation.document, citation.title, citation.section, citation.validity];
}
