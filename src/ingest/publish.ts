import { sectionText, type KnowledgeDocument, type Section } from "../knowledge/document.ts";
import type { ForeignTopic, Place } from "../knowledge/foreign-topic.ts";
import { buildIndex, type Entry, type SearchIndex } from "../search/index.ts";
import { parseLexicon } from "./lexicon.ts";
import { parseOutOfScope } from "./out-of-scope.ts";
import { parseDocument, type KnowledgeFile } from "./parse-document.ts";

/** What the service reads its answers from; made of files, rebuilt when one changes. */
export interface Publication {
  digest: string;
  documents: readonly KnowledgeDocument[];
  foreignTopics: readonly ForeignTopic[];
  places: readonly Place[];
  everyday: readonly string[];
  foreignQuestions: readonly string[];
  index: SearchIndex;
}

/** Everything in `knowledge/` as it stands. */
export interface KnowledgeSources {
  documents: readonly KnowledgeFile[];
  lexicon: string;
  everyday: string;
  outOfScope: string;
  /** a typical foreign question a line */
  foreignQuestions: string;
  digest: string;
}

/** A mistake in one file, in words for the person who edits it. */
export interface KnowledgeProblem {
  file: string;
  problem: string;
}

/**
 * Parses all files and builds the search index.
 * A file with mistakes is left out and told of, so that one slip does not silence the rest.
 */
export function publish(sources: KnowledgeSources): {
  publication: Publication;
  problems: KnowledgeProblem[];
} {
  const problems: KnowledgeProblem[] = [];
  const keep = <T>(
    file: string,
    parsed: { ok: true; value: T } | { ok: false; problems: readonly string[] },
  ) => {
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.problems.map((problem) => ({ file, problem })));
    return null;
  };
  const documents = sources.documents
    .map((file) => keep(file.name, parseDocument(file)))
    .filter((document) => document !== null);
  const lexicon = keep("tu-dien.md", parseLexicon(sources.lexicon));
  const { topics: foreignTopics, places } = keep("ngoai-pham-vi.md", parseOutOfScope(sources.outOfScope)) ?? {
    topics: [],
    places: [],
  };
  const everyday = linesOfText(sources.everyday);
  const foreignQuestions = linesOfText(sources.foreignQuestions);
  const index = buildIndex(documents.flatMap(entriesOf), {
    // Foreign words teach the restorer too, so that "gia vang" is heard as "giá vàng".
    everyday: [...everyday, ...foreignQuestions, ...foreignTopics.flatMap(({ phrases }) => phrases)].join(
      "\n",
    ),
    ...(lexicon ? { lexicon } : {}),
  });
  return {
    publication: {
      digest: sources.digest,
      documents,
      foreignTopics,
      places,
      everyday,
      foreignQuestions,
      index,
    },
    problems,
  };
}

/** Lines that say something; "#" opens a comment. */
function linesOfText(text: string): string[] {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** A citable section is one entry; each line of an uncitable one is its own, for its lines share no subject. */
function entriesOf(document: KnowledgeDocument): Entry[] {
  return document.sections.flatMap((section) =>
    section.citable ? [entryOf(document, section)] : linesOf(document, section),
  );
}

function entryOf(document: KnowledgeDocument, section: Section): Entry {
  return {
    id: section.id,
    title: `${section.title}. ${section.anchor}`,
    text: `${namesOf(document)}\n${sectionText(section)}`,
    questions: section.questions,
  };
}

function linesOf(document: KnowledgeDocument, section: Section): Entry[] {
  return section.units.map((unit, at) => ({
    id: `${section.id}~${at}`,
    title: document.title,
    text: unit.text,
    questions: section.questions,
  }));
}

function namesOf(document: KnowledgeDocument): string {
  return [document.number, document.title, ...document.shortNames].filter(Boolean).join(". ");
}
