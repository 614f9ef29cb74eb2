import { sectionText } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import { syllables } from "../search/index.ts";
import { contentTerms } from "./choose.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import type { Passage, Retrieved, Term } from "./retriever.ts";
import type { SubjectModel } from "./subject.ts";

/** What is measured of a question against the passage found for it; every value 0..1. */
export interface Evidence {
  /** weight of the question's content words that the passage has */
  coverage: number;
  /** the same with rare words weighing much more: the very thing asked about */
  focus: number;
  /** the same in its title and sample questions */
  titleCoverage: number;
  /** weight of the words of the title that the question does not have: what the passage is about besides */
  stray: number;
  /** the same of the thing a section is about, where its place names one: "Sầu riêng – truy xuất" */
  otherSubject: number;
  /** weight of words that neither a document nor everyday talk has */
  unknown: number;
  /** weight of words of everyday talk that no document has */
  chatter: number;
  /** word pairs of the question that some document has */
  pairs: number;
  /** word pairs of the question that the passage has */
  passagePairs: number;
  /** likeness to the nearest sample question of the passage */
  likeness: number;
  /** how far the words are those of our subjects rather than of everyday talk */
  ours: number;
  /** share of the next best passages from the same field as the best */
  agreement: number;
  /** how far the passage stands out from the third next */
  lead: number;
}

/** Decides whether what was found answers the question at all. */
export interface Judge {
  evidence(retrieved: Retrieved, passage: Passage): Evidence;
  /** probability that the passage answers, 0..1 */
  confidence(evidence: Evidence, namesDocument: boolean): number;
}

// Logistic weights, fitted by `npm run eval:fit`: questions of ours, in all spellings, against foreign ones.
// The held-out questions were not read.
const BIAS = -6.67;
// What a section is about besides serves the order; whether it answers at all, `stray` tells already.
const WEIGHTS: Readonly<Record<Exclude<keyof Evidence, "otherSubject">, number>> = {
  coverage: 1.43,
  focus: 0.96,
  titleCoverage: -0.3,
  stray: -0.39,
  chatter: -0.25,
  unknown: -1.32,
  pairs: 2.19,
  passagePairs: 0.31,
  likeness: 0.52,
  ours: 5.17,
  lead: 2.29,
  agreement: 1.59,
};

// Set by hand: hardly any foreign question names a document that we have.
const NAMES_DOCUMENT = 2.7;

// How much an everyday word counts that no document has ("xíu", "sợ").
const SMALL_TALK = 0.35;

export function createJudge(library: Library, subject: SubjectModel): Judge {
  const known = new Set<string>();
  const contents = new Map<string, SectionWords>();
  const frequency = new Map<string, number>();
  for (const document of library.documents) {
    for (const section of document.sections) {
      const words = sectionWords(document, section);
      contents.set(section.id, words);
      for (const pair of words.pairs) known.add(pair);
      for (const word of words.all) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  const rarity = (word: string) => Math.log(contents.size / (frequency.get(word) ?? 1)) + 0.1;
  return {
    evidence(retrieved, passage) {
      const words = contents.get(passage.section.id) ?? sectionWords(passage.document, passage.section);
      const own = contentTerms(retrieved.terms).map((term) =>
        !term.known && subject.everyday(term.term) ? { ...term, weight: term.weight * SMALL_TALK } : term,
      );
      const added = retrieved.terms.filter((term) => term.added);
      const total = weightOf(own) || 1;
      // A synonym found makes up for the word it stands for, so the share may reach 1 but not exceed it.
      const share = (has: ReadonlySet<string>) =>
        Math.min(
          1,
          (weightOf(own.filter(({ term }) => has.has(term))) +
            weightOf(added.filter(({ term }) => has.has(term)))) /
            total,
        );
      const pairs = pairsOf(syllables(retrieved.repaired));
      const asked = new Set(retrieved.terms.map(({ term }) => term));
      return {
        coverage: share(words.all),
        focus: focusOf(own, words.all),
        titleCoverage: share(words.title),
        stray: Math.min(...words.headings.map((heading) => strayOf(heading, asked, rarity))),
        otherSubject: Math.min(...words.subjects.map((subject) => strayOf(subject, asked, rarity))),
        unknown:
          weightOf(own.filter(({ term, known: isKnown }) => !isKnown && !subject.everyday(term))) / total,
        chatter:
          weightOf(own.filter(({ term, known: isKnown }) => !isKnown && subject.everyday(term))) / total,
        pairs: shareOf(pairs, known),
        passagePairs: shareOf(pairs, words.pairs),
        ours: subject.ours(retrieved.repaired),
        agreement: agreement(retrieved.passages),
        lead: lead(retrieved.passages, passage),
        likeness: likeness(new Set(own.map(({ term }) => term)), words.questions),
      };
    },
    confidence(evidence, namesDocument) {
      let sum = BIAS + (namesDocument ? NAMES_DOCUMENT : 0);
      for (const [name, weight] of Object.entries(WEIGHTS))
        sum += weight * evidence[name as keyof typeof WEIGHTS];
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

/** Share of squared weights, so that "mật ong" counts for more than "tiêu chuẩn". */
function focusOf(own: readonly Term[], has: ReadonlySet<string>): number {
  const squared = (terms: readonly Term[]) => terms.reduce((sum, { weight }) => sum + weight ** 2, 0);
  return squared(own.filter(({ term }) => has.has(term))) / (squared(own) || 1);
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** How much of a heading the question leaves unmentioned: "Sầu riêng – truy xuất" for a question on truy xuất. */
function strayOf(
  heading: ReadonlySet<string>,
  asked: ReadonlySet<string>,
  rarity: (word: string) => number,
): number {
  let total = 0;
  let stray = 0;
  for (const word of heading) {
    total += rarity(word);
    if (!asked.has(word)) stray += rarity(word);
  }
  return total === 0 ? 0 : stray / total;
}

function lead(passages: readonly Passage[], passage: Passage): number {
  const others = passages.filter(({ section }) => section.id !== passage.section.id);
  return Math.max(0, Math.min(1, passage.score - (others[2]?.score ?? 0)));
}

/** What holds for every product is no other subject. */
const FOR_ALL = "Nền chung";

function subjectsOf(anchor: string): ReadonlySet<string>[] {
  const [subject = "", side] = anchor.split(" – ");
  if (side === undefined || subject === FOR_ALL) return [new Set()];
  return subject.split(", ").map((part) => new Set(syllables(part)));
}

interface SectionWords {
  /** words of the anchor with each part of the title that carry meaning: a title often names two things */
  headings: readonly ReadonlySet<string>[];
  /** the things named before the dash of its place; one empty set where none is */
  subjects: readonly ReadonlySet<string>[];
  all: ReadonlySet<string>;
  title: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  questions: readonly ReadonlySet<string>[];
}

function sectionWords(document: Passage["document"], section: Passage["section"]): SectionWords {
  const heading = [
    document.title,
    document.number ?? "",
    ...document.shortNames,
    section.title,
    section.anchor,
  ];
  const lines = [...heading, ...section.questions, sectionText(section)].map((line) => syllables(line));
  return {
    headings: section.title
      .split(", ")
      .map(
        (part) =>
          new Set(
            syllables(`${part} ${section.anchor}`).filter(
              (word) => carriesMeaning(word) && !/\d/.test(word) && !PLACE_WORDS.has(word),
            ),
          ),
      ),
    subjects: subjectsOf(section.anchor),
    all: new Set(lines.flat()),
    title: new Set([...heading, ...section.questions].flatMap((line) => syllables(line))),
    pairs: new Set(lines.flatMap((line) => [...pairsOf(line)])),
    questions: section.questions.map((question) => new Set(syllables(question).filter(carriesMeaning))),
  };
}

const PLACE_WORDS = new Set(["điều", "khoản", "điểm", "mục", "phụ", "lục", "chương", "bản", "nền", "chung"]);

/** Neighbouring syllables of which at least one carries meaning. */
function pairsOf(words: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words[at - 1] ?? "", words[at] ?? ""];
    if (carriesMeaning(left) || carriesMeaning(right)) pairs.add(`${left} ${right}`);
  }
  return pairs;
}

function carriesMeaning(word: string): boolean {
  return !FUNCTION_WORDS.has(word);
}

function shareOf(pairs: ReadonlySet<string>, among: ReadonlySet<string>): number {
  if (pairs.size === 0) return 0;
  let found = 0;
  for (const pair of pairs) if (among.has(pair)) found++;
  return found / pairs.size;
}

/** Dice overlap of content words with the nearest sample question. */
function likeness(content: ReadonlySet<string>, questions: readonly ReadonlySet<string>[]): number {
  let best = 0;
  for (const question of questions) {
    let common = 0;
    for (const word of content) if (question.has(word)) common++;
    const dice = (2 * common) / (content.size + question.size || 1);
    if (dice > best) best = dice;
  }
  return best;
}

const LOOKED_AT = 6;

function agreement(passages: readonly Passage[]): number {
  const [best, ...next] = passages.slice(0, LOOKED_AT);
  if (!best || next.length === 0) return 0;
  return (
    next.filter(({ document }) => document.id === best.document.id || document.field === best.document.field)
      .length / next.length
  );
}
