import { documentMentions, mentionMatches } from "../knowledge/document-number.ts";
import type { IsoDate, KnowledgeDocument, RelationKind } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import { DENSE_WEIGHT, syllables, type Near, type SearchIndex, type SearchResult } from "../search/index.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import type { Passage, Retrieved, Retriever, Term } from "./retriever.ts";
import type { Understood } from "./understand.ts";
import { statusOn } from "./validity.ts";

const DEPTH = 40;
// Sections of a named document are looked for all the way down, for others may meet the words better.
const DEPTH_CHOSEN = 2000;
const LOWEST = -1;
const LEAST_RARITY = 4;
const LEAST_REST = 2;

// Added to the relative score: a lapsed text still answers about itself but yields to one in force; a guide that retells yields to the text it tells of.
const REPLACED = -0.4;
const SUSPENDED = -0.3;
const NOT_YET = -0.1;
const RETELLS = -0.45;

const STANDS_FOR: ReadonlySet<RelationKind> = new Set(["replaces", "amends", "applies_instead"]);

/**
 * Ranks sections with the embedded lexical search.
 * @param denseWeight what the nearest of dense search counts, where there is one
 */
export function createLexicalRetriever(
  library: Library,
  index: SearchIndex,
  denseWeight: number = DENSE_WEIGHT,
): Retriever {
  return {
    restore: (question) => index.repair(question),
    knows: (word) => index.idf(word) > 0,
    retrieve(understood: Understood, asOf: IsoDate, near: readonly Near[] = []): Promise<Retrieved> {
      const chosen = chosenDocuments(library, understood);
      const depth = chosen.size > 0 ? DEPTH_CHOSEN : DEPTH;
      const result = index.search(withoutNames(understood.query), depth, { near, weight: denseWeight });
      const scale = relativeTo(result.hits);
      const passages: Passage[] = [];
      for (const hit of result.hits) {
        const found = library.section(sectionId(hit.id));
        if (!found || (chosen.size > 0 && !chosen.has(found.document))) continue;
        passages.push({
          ...found,
          line: found.section.citable ? null : (found.section.units[lineOf(hit.id)] ?? null),
          score: scale(hit.score) + standing(found.document, library, asOf),
        });
      }
      passages.sort((a, b) => b.score - a.score);
      return Promise.resolve({
        repaired: result.repaired,
        terms: weighted(result),
        passages,
        namesDocument: chosen.size > 0,
      });
    },
  };
}

/**
 * The words of the question, and what the dictionary added to find more.
 * A word that no document has tells most about a question, so it weighs as much as the rarest known one.
 */
function weighted({ repaired, terms }: SearchResult): Term[] {
  const own = new Set(syllables(repaired));
  const rarest = Math.max(LEAST_RARITY, ...terms.map(({ idf }) => idf));
  return terms
    .filter(({ term, known }) => known || own.has(term))
    .map(({ term, weight, idf, known }) => ({
      term,
      weight: weight * (known ? idf : rarest),
      known,
      added: !own.has(term),
    }));
}

/** The best hit scores 1, the tenth 1/2: what follows is added on a scale that does not depend on the question. */
function relativeTo(hits: SearchResult["hits"]): (score: number) => number {
  const top = hits[0]?.score ?? 0;
  const tenth = hits[Math.min(9, hits.length - 1)]?.score ?? 0;
  const spread = Math.max(top - tenth, 1e-6);
  return (score) => Math.max(LOWEST, 1 - (top - score) / (2 * spread));
}

/** An entry of the index is a section, or one line of an uncitable section: `doc#anchor~3`. */
function sectionId(entryId: string): string {
  return entryId.replace(/~\d+$/, "");
}

function lineOf(entryId: string): number {
  return Number(/~(\d+)$/.exec(entryId)?.[1] ?? -1);
}

/**
 * The question without the numbers it names: they choose the document, while what is asked of it chooses the
 * section. Left in, they would favour sections that talk about the document as such.
 */
function withoutNames(query: string): string {
  let rest = query;
  for (const { start, end, kind } of documentMentions(query).reverse()) {
    if (kind !== "iso") rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  const words = syllables(rest).filter((word) => !FUNCTION_WORDS.has(word));
  return words.length >= LEAST_REST ? rest : query;
}

/** The documents a question names, and those that took their place: nothing else is looked at. */
function chosenDocuments(library: Library, { mentions }: Understood): ReadonlySet<KnowledgeDocument> {
  return new Set(
    library.documents.filter((document) =>
      mentions.some(
        (mention) =>
          (document.number !== null && mentionMatches(mention, document.number)) ||
          document.relations.some(
            (relation) => STANDS_FOR.has(relation.kind) && mentionMatches(mention, relation.document),
          ),
      ),
    ),
  );
}

function standing(document: KnowledgeDocument, library: Library, asOf: IsoDate): number {
  if (document.retells) return RETELLS;
  if (document.number === null) return 0;
  switch (statusOn(asOf, document)) {
    case "replaced":
      return REPLACED;
    case "suspended":
      return SUSPENDED;
    case "not_yet":
      return NOT_YET;
    case "expired":
      return library.changesTo(document.number).some((change) => change.relation.kind === "replaces")
        ? REPLACED
        : 0;
    case "in_force":
    case "unverified":
      return 0;
  }
}
