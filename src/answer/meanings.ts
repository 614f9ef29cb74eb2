import { documentMentions, mentionMatches } from "../knowledge/document-number.ts";
import { sectionText } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import { syllables } from "../search/index.ts";
import { contentTerms, SIGNS } from "./choose.ts";
import type { Passage, Retrieved } from "./retriever.ts";
import type { Understood } from "./understand.ts";

const LEGAL_KINDS: ReadonlySet<string> = new Set(["nd", "tt", "qd", "nq", "kh", "luat", ""]);

/** The document a question names that stands nowhere in the knowledge, as typed; null when all are known. */
export function namesUnknownDocument(library: Library, understood: Understood): string | null {
  for (const mention of understood.mentions) {
    if (!LEGAL_KINDS.has(mention.kind)) continue;
    const known = library.documents.some(
      (document) =>
        (document.number !== null && mentionMatches(mention, document.number)) ||
        document.relations.some((relation) => mentionMatches(mention, relation.document)) ||
        document.shortNames.some((name) =>
          documentMentions(name).some((own) => own.number === mention.number),
        ) ||
        document.sections.some((section) =>
          mentionedIn(`${section.anchor} ${sectionText(section)}`, mention),
        ),
    );
    if (!known) return typed(understood, mention.start, mention.end);
  }
  return null;
}

function mentionedIn(text: string, mention: Understood["mentions"][number]): boolean {
  if (!text.includes(mention.number)) return false;
  return documentMentions(text).some(
    (own) =>
      own.number === mention.number &&
      (mention.kind === "" || own.kind === "" || own.kind === mention.kind) &&
      (mention.year === null || own.year === null || own.year === mention.year),
  );
}

function typed(understood: Understood, start: number, end: number): string {
  const inQuestion = documentMentions(understood.question).some(
    (own) => own.start === start && own.end === end,
  );
  return (inQuestion ? understood.question : (understood.earlier ?? "")).slice(start, end);
}

const TOO_FEW_WORDS = 2;
const OFFERED = 4;

/**
 * The meanings to ask about when a question is too short to choose by itself ("phí", "mức phạt"): sections of
 * several documents have the words in their titles, and hold the kind of thing asked for.
 */
export function clarifications(understood: Understood, retrieved: Retrieved): string[] {
  if (understood.mentions.length > 0 || understood.earlier !== null) return [];
  if (understood.asks.has("definition")) return [];
  const words = contentTerms(retrieved.terms).map(({ term }) => term);
  if (words.length === 0 || words.length > TOO_FEW_WORDS) return [];
  const named = retrieved.passages.filter((passage) => {
    if (!passage.section.citable) return false;
    const title = new Set(syllables(passage.section.title));
    return words.every((word) => title.has(word)) && holdsWhatIsAsked(understood, passage);
  });
  if (new Set(named.map(({ document }) => document.id)).size < 2) return [];
  return [...new Set(named.map(({ section }) => section.title))].slice(0, OFFERED);
}

function holdsWhatIsAsked({ asks }: Understood, { section }: Passage): boolean {
  return !asks.has("amount") || section.units.some(({ text }) => SIGNS.amount?.test(text));
}
