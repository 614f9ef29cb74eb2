import { mentionMatches } from "../knowledge/document-number.ts";
import type { IsoDate, KnowledgeDocument } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import type { SearchIndex, SearchTerm } from "../search/index.ts";
import type { Passage, Retrieved, Retriever, Term } from "./retriever.ts";
import type { Understood } from "./understand.ts";
import { statusOn } from "./validity.ts";

const DEPTH = 40;
const LEAST_RARITY = 4;

// Factors on the lexical score. A named document outweighs nearly any wording; a lapsed text still answers
// about itself but yields to one in force on the same matter.
const NAMED = 1.6;
const SUCCEEDS_NAMED = 1.25;
const REPLACED = 0.75;
const SUSPENDED = 0.8;
const NOT_YET = 0.9;

/** Ranks sections with the embedded lexical search. */
export function createLexicalRetriever(library: Library, index: SearchIndex): Retriever {
  return {
    retrieve(understood: Understood, asOf: IsoDate): Promise<Retrieved> {
      const result = index.search(understood.query, DEPTH);
      const named = namedDocuments(library, understood);
      const passages: Passage[] = [];
      for (const hit of result.hits) {
        const found = library.section(sectionId(hit.id));
        if (!found) continue;
        passages.push({
          ...found,
          score: hit.score * standingFactor(found.document, named, library, understood, asOf),
          coverage: hit.coverage,
          titleCoverage: hit.titleCoverage,
        });
      }
      passages.sort((a, b) => b.score - a.score);
      return Promise.resolve({
        repaired: result.repaired,
        terms: weighted(result.terms),
        passages,
      });
    },
  };
}

/** A word that no document has tells most about a question, so it weighs as much as the rarest known one. */
function weighted(terms: readonly SearchTerm[]): Term[] {
  const rarest = Math.max(LEAST_RARITY, ...terms.map(({ idf }) => idf));
  return terms.map(({ term, weight, idf, known }) => ({
    term,
    weight: weight * (known ? idf : rarest),
    known,
  }));
}

/** An entry of the index is a section, or one line of an uncitable section: `doc#anchor~3`. */
export function sectionId(entryId: string): string {
  return entryId.replace(/~\d+$/, "");
}

function namedDocuments(library: Library, understood: Understood): ReadonlySet<KnowledgeDocument> {
  return new Set(
    library.documents.filter((document) =>
      understood.mentions.some(
        (mention) => document.number !== null && mentionMatches(mention, document.number),
      ),
    ),
  );
}

function standingFactor(
  document: KnowledgeDocument,
  named: ReadonlySet<KnowledgeDocument>,
  library: Library,
  understood: Understood,
  asOf: IsoDate,
): number {
  if (named.has(document)) return NAMED;
  if (understood.mentions.length > 0 && succeedsNamed(document, understood)) return SUCCEEDS_NAMED;
  switch (statusOn(asOf, document)) {
    case "replaced":
      return REPLACED;
    case "suspended":
      return SUSPENDED;
    case "not_yet":
      return NOT_YET;
    case "expired":
      return document.number !== null &&
        library.changesTo(document.number).some((change) => change.relation.kind === "replaces")
        ? REPLACED
        : 1;
    case "in_force":
    case "unverified":
      return 1;
  }
}

function succeedsNamed(document: KnowledgeDocument, understood: Understood): boolean {
  return document.relations.some(
    (relation) =>
      relation.kind === "replaces" &&
      understood.mentions.some((mention) => mentionMatches(mention, relation.document)),
  );
}
