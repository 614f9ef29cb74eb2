import { documentLabel, sectionText, type IsoDate } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
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

/** A section cited whole, for what is said of its own accord and not in answer to a question; null where it is not there. */
export function citePlace(library: Library, number: string, anchor: string, asOf: IsoDate): Citation | null {
  const document = library.byNumber(number) ?? library.byId(number);
  const section = document?.sections.find((one) => one.anchor === anchor);
  if (!document || !section?.citable) return null;
  return {
    document: documentLabel(document),
    title: document.title,
    section: section.anchor,
    kind: "tóm tắt",
    text: sectionText(section).slice(0, MAX_CITATION_LENGTH),
    validity: validityInWords(asOf, document, section),
  };
}

/** Everything a figure of the answer may be backed by. */
export function wordsOf(citation: Citation): string[] {
  return [citation.text, citation.document, citation.title, citation.section, citation.validity];
}
