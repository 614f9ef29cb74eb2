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

/** Replacements and suspensions of the documents a question names; what applies instead is cited first. */
export function fatesOf(library: Library, mentions: readonly NumberMention[]): Fate[] {
  const fates = new Map<string, Fate>();
  for (const { document, relation } of changesTo(library, mentions)) {
    const section = placeOf(document, relation);
    if (!section) continue;
    const known = fates.get(relation.document);
    if (known) {
      if (!known.whole && relation.part !== null)
        fates.set(relation.document, joined(known, document, relation));
      if (known.whole || relation.part !== null) continue;
    }
    fates.set(relation.document, {
      number: relation.document,
      sentence: fateInWords(document, relation),
      ...(standIn(library, relation) ?? { document, section }),
      whole: relation.part === null,
    });
  }
  return [...fates.values()];
}

function changesTo(
  library: Library,
  mentions: readonly NumberMention[],
): { document: KnowledgeDocument; relation: Relation }[] {
  return library.documents.flatMap((document) =>
    document.relations
      .filter(({ kind }) => kind === "replaces" || kind === "suspends")
      .filter((relation) => mentions.some((mention) => mentionMatches(mention, relation.document)))
      .map((relation) => ({ document, relation })),
  );
}

/** While a document is suspended another one applies; people need that one. */
function standIn(
  library: Library,
  { kind, document: number }: Relation,
): Pick<Fate, "document" | "section"> | null {
  if (kind !== "suspends") return null;
  for (const { by, relation } of library.changesTo(number)) {
    const section = relation.kind === "applies_instead" ? placeOf(by, relation) : undefined;
    if (section) return { document: by, section };
  }
  return null;
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
