import { mentionMatches, type NumberMention } from "../knowledge/document-number.ts";
import {
  documentLabel,
  sectionText,
  type KnowledgeDocument,
  type Relation,
  type Section,
} from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import { dayInWords } from "./validity.ts";

/** What became of a document that the question names, with the place that says so. */
export interface Fate {
  /** the number as the knowledge prints it */
  number: string;
  sentence: string;
  document: KnowledgeDocument;
  section: Section;
  /** the whole document is gone, not just a part */
  whole: boolean;
}

/** Replacements and suspensions of the documents a question names. */
export function fatesOf(library: Library, mentions: readonly NumberMention[]): Fate[] {
  const fates = new Map<string, Fate>();
  for (const document of library.documents) {
    for (const relation of document.relations) {
      if (relation.kind !== "replaces" && relation.kind !== "suspends") continue;
      if (!mentions.some((mention) => mentionMatches(mention, relation.document))) continue;
      const section = placeOf(document, relation);
      if (!section) continue;
      const known = fates.get(relation.document);
      if (known && (known.whole || relation.part !== null)) {
        if (relation.part !== null && !known.whole)
          fates.set(relation.document, joined(known, document, relation));
        continue;
      }
      fates.set(relation.document, {
        number: relation.document,
        sentence: fateInWords(document, relation),
        document,
        section,
        whole: relation.part === null,
      });
    }
  }
  return [...fates.values()];
}

/** The section that tells of the relation: the article it names, else one that mentions the number. */
function placeOf(document: KnowledgeDocument, relation: Relation): Section | undefined {
  const citable = document.sections.filter((section) => section.citable);
  const digits = /\d+(?:\/\d{4})?/.exec(relation.document)?.[0] ?? relation.document;
  const mentions = (section: Section) => sectionText(section).includes(digits);
  return (
    citable.find(
      (section) => relation.basis !== null && section.anchor.startsWith(relation.basis) && mentions(section),
    ) ??
    citable.find(mentions) ??
    citable.find((section) => relation.basis !== null && section.anchor.startsWith(relation.basis))
  );
}

function fateInWords(by: KnowledgeDocument, relation: Relation): string {
  const since = relation.from ? ` từ ngày ${dayInWords(relation.from)}` : "";
  if (relation.kind === "suspends") {
    return `${relation.document} đang tạm ngưng áp dụng${since} theo ${documentLabel(by)}.`;
  }
  return relation.part === null
    ? `${relation.document} đã hết hiệu lực${since}, được thay bằng ${documentLabel(by)}.`
    : `${relation.document}: ${relation.part} đã hết hiệu lực${since}, được thay bằng ${documentLabel(by)}.`;
}

function joined(known: Fate, by: KnowledgeDocument, relation: Relation): Fate {
  const since = relation.from ? ` từ ngày ${dayInWords(relation.from)}` : "";
  return {
    ...known,
    sentence: `${known.sentence.replace(/\.$/, "")}; ${relation.part ?? ""} hết hiệu lực${since} theo ${documentLabel(by)}.`,
  };
}
