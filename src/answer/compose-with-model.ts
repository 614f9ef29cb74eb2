import { syllables } from "../search/index.ts";
import { MAX_CITATIONS, type Citation } from "./answer.ts";
import { checkSentence } from "./check-sentence.ts";
import { scoreUnits, type Chosen } from "./choose.ts";
import {
  cautionsFor,
  citationsFor,
  fateCitations,
  fateSentences,
  finished,
  uniqueCitations,
  type Draft,
  type Material,
} from "./compose.ts";
import { figuresIn } from "./figures.ts";
import type { Answerable } from "./from-attempt.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import type { BriefPassage, ComposedSentence, Coverage, Language, ModelSession } from "./model.ts";
import { texts } from "./texts.ts";
import type { ModelTrace } from "./trace.ts";
import type { Asks } from "./understand.ts";

export interface ComposeWithModel {
  question: string;
  history: readonly string[];
  language: Language;
  answerables: readonly Answerable[];
  /** the answer that needs no model */
  without: Draft;
  session: ModelSession;
  /** shows what is certain already; the final answer opens with every text that was shown */
  draft: ((text: string) => void) | undefined;
}

interface Written {
  sentences: readonly Kept[];
  coverage: Coverage | null;
  trouble: string | null;
  faults: readonly string[];
}

interface Kept {
  text: string;
  vietnamese: string;
  cited: readonly Citation[];
}

const MOST_SENTENCES = 8;
/** Two bubbles: what a model needs longer for is not read. */
const LONGEST_ANSWER = 1200;

/**
 * The answer in the model's words where they hold and leave nothing out, else in the words of the documents. A sentence
 * is shown once it is checked, and nothing shown is taken back: where the model ends too soon, what it left out follows.
 */
export async function composeWithModel(
  given: ComposeWithModel,
): Promise<{ draft: Draft; trace: Omit<ModelTrace, "reading"> }> {
  const { answerables, without, language, draft: show } = given;
  const citations = uniqueCitations([
    ...without.citations,
    ...answerables.flatMap(({ material, composed }) => citationsFor(material, composed.draft)),
  ]).slice(0, MAX_CITATIONS);
  const fates = answerables.flatMap(({ material }) => fateSentences(material.fates, citations));
  const basisOfFates = citations.filter(({ document, section }) =>
    answerables.some(({ material }) =>
      fateCitations(material).some((one) => one.document === document && one.section === section),
    ),
  );
  const page = openPage(fates, basisOfFates, citations.length > 1);
  const written = await write(given, citations, (kept) => {
    page.add(kept);
    show?.(page.text());
  });
  const { sentences, faults, trouble, coverage } = written;
  const documents = (why: string) => ({
    draft: inLanguage(without, language),
    trace: { words: "documents" as const, why, faults },
  });
  if (sentences.length === 0) return documents(trouble ?? (coverage === "none" ? "none" : "nothing_kept"));

  const missing = answerables.flatMap((one) => leftOut(one, sentences));
  const isWhole = trouble === null && coverage !== "none" && missing.length === 0;
  if (isWhole) {
    const outcome = coverage === "partial" || without.outcome === "partial" ? "partial" : "answered";
    const cautions = cautionsOf(outcome, answerables, language);
    const draft = finished({ outcome, conclusion: page.text(), cautions, citations: page.citations() });
    return { draft, trace: { words: "model", why: null, faults } };
  }
  const why = trouble ?? "incomplete";
  // Nobody has seen a word of it.
  if (!show) return documents(why);
  const rest = missing.length > 0 ? missing : restOf(answerables, sentences);
  return {
    draft: inLanguage(
      finished({
        ...without,
        conclusion: [page.text(), ...rest.map((line) => `- ${line}`)].join("\n"),
        citations: uniqueCitations([...page.citations(), ...without.citations]).slice(0, MAX_CITATIONS),
      }),
      language,
    ),
    trace: { words: "both", why, faults },
  };
}

/** Takes the model's sentences as they come; each is checked before anybody sees it. */
async function write(
  { question, history, language, session }: ComposeWithModel,
  citations: readonly Citation[],
  onKept: (kept: Kept) => void,
): Promise<Written> {
  const sentences: Kept[] = [];
  const faults: string[] = [];
  let coverage: Coverage | null = null;
  let trouble: string | null = null;
  let length = 0;
  const passages = citations.map(asPassage);
  for await (const piece of session.compose({ question, history, language, passages })) {
    if (piece.kind === "end") coverage = piece.coverage;
    else if (piece.kind === "failed") trouble = piece.why;
    else {
      const kept = keep(piece, passages, citations, language);
      if ("fault" in kept) faults.push(kept.fault);
      else if (sentences.some(({ text }) => text === kept.text)) faults.push("repeated");
      else if (sentences.length < MOST_SENTENCES && length + kept.text.length <= LONGEST_ANSWER) {
        length += kept.text.length;
        sentences.push(kept);
        onKept(kept);
      } else faults.push("too_many");
    }
  }
  return { sentences, faults, coverage, trouble };
}

function keep(
  sentence: ComposedSentence,
  passages: readonly BriefPassage[],
  citations: readonly Citation[],
  language: Language,
): Kept | { fault: string } {
  const cited = citations.filter((_, at) => sentence.sources.includes(passages[at]?.id ?? ""));
  const checked = checkSentence(sentence, cited, language);
  if (checked.kind === "dropped") return { fault: checked.fault };
  const vietnamese = language === "vi" ? checked.text : sentence.vietnamese;
  return { text: checked.text, vietnamese, cited };
}

function asPassage(citation: Citation, at: number): BriefPassage {
  const { document, section, title, text, validity } = citation;
  return { id: `C${at + 1}`, place: `${document}, ${section}`, title, text, validity };
}

const MARKS = ["¹", "²", "³", "⁴"] as const;

/** The answer as it grows: every text it ever had opens the next one. */
function openPage(fates: readonly string[], basisOfFates: readonly Citation[], marked: boolean) {
  const used: Citation[] = [...basisOfFates];
  const markOf = (citation: Citation): string => {
    if (!used.includes(citation)) used.push(citation);
    return MARKS[used.indexOf(citation)] ?? "";
  };
  let text = fates.join("\n");
  let endsLine = fates.length > 0;
  return {
    text: () => text,
    citations: (): readonly Citation[] =>
      marked ? used.map((citation, at) => ({ ...citation, mark: MARKS[at] ?? "" })) : used,
    add(kept: Kept): void {
      const marks = kept.cited.map(markOf).join("");
      const isItem = kept.text.startsWith("- ");
      const gap = text === "" ? "" : endsLine || isItem ? "\n" : " ";
      text += gap + kept.text + (marked ? marks : "");
      endsLine = isItem;
    },
  };
}

/** How much of a unit's words must be said for it to count as said. */
const SAID = 0.55;

/** What the words of the documents say that the model's sentences leave out, as units. */
function leftOut({ material, composed }: Answerable, sentences: readonly Kept[]): string[] {
  const { asks } = material.understood;
  const [main] = composed.said;
  // What became of a document is said by us, and was the question.
  if (!main || material.fates.length > 0) return [];
  const said = sentences.map(({ vietnamese }) => vietnamese).join(" ");
  const wantsAll = asks.has("list") || FIGURED.some((kind) => asks.has(kind));
  const units = wantsAll ? main.units : bestUnits(main, material);
  return units.filter(({ text }) => isLeftOut(text, said, asks)).map(({ text }) => text);
}

function restOf(answerables: readonly Answerable[], sentences: readonly Kept[]): string[] {
  const said = sentences.map(({ vietnamese }) => vietnamese).join(" ");
  return answerables
    .flatMap(({ composed }) => composed.said.flatMap(({ units }) => units.map(({ text }) => text)))
    .filter((text) => shareSaid(text, said) < SAID);
}

function bestUnits({ passage, units }: Chosen, { retrieved, understood }: Material) {
  const scores = scoreUnits(passage, retrieved.terms, understood.asks);
  const scoreOf = (unit: (typeof units)[number]) => scores[passage.section.units.indexOf(unit)] ?? 0;
  const best = Math.max(...units.map(scoreOf));
  return units.filter((unit) => scoreOf(unit) === best).slice(0, 1);
}

const FIGURED: readonly Asks[] = ["amount", "count", "date", "duration"];

/** Asked for a figure, the figures decide; else the words. */
function isLeftOut(unit: string, said: string, asks: ReadonlySet<Asks>): boolean {
  const wanted = asks.has("list") ? [] : [...figuresIn(unit)];
  if (wanted.length === 0 || !FIGURED.some((kind) => asks.has(kind))) return shareSaid(unit, said) < SAID;
  const figures = figuresIn(said);
  return wanted.some((figure) => !figures.has(figure));
}

function shareSaid(unit: string, said: string): number {
  const words = new Set(syllables(unit).filter((word) => !FUNCTION_WORDS.has(word)));
  if (words.size === 0) return 1;
  const theirs = new Set(syllables(said));
  return [...words].filter((word) => theirs.has(word)).length / words.size;
}

function cautionsOf(
  outcome: Draft["outcome"],
  answerables: readonly Answerable[],
  language: Language,
): string[] {
  const own =
    outcome === "partial"
      ? [texts.notCertain]
      : [...new Set(answerables.flatMap(({ composed }) => cautionsFor(composed.said)))];
  return language === "en" ? [...own, texts.translated] : own;
}

/** The words of the documents are Vietnamese, whatever the question was. */
function inLanguage(draft: Draft, language: Language): Draft {
  if (language === "vi" || draft.cautions.includes(texts.onlyVietnamese)) return draft;
  return finished({ ...draft, cautions: [...draft.cautions, texts.onlyVietnamese] });
}
