import type { IsoDate, Unit } from "../knowledge/document.ts";
import { BUBBLE_LENGTH, MAX_CITATIONS, type Citation, type Outcome } from "./answer.ts";
import { chooseUnits, scoreUnits, type Chosen } from "./choose.ts";
import { cite, wordsOf } from "./cite.ts";
import { figuresWithoutSource } from "./figures.ts";
import { leavesGap } from "./known-gaps.ts";
import type { Fate } from "./repealed.ts";
import type { Passage, Retrieved } from "./retriever.ts";
import { texts } from "./texts.ts";
import type { Understood } from "./understand.ts";

/** What will be said: the conclusion and what it stands on. */
export interface Draft {
  outcome: Extract<Outcome, "answered" | "partial">;
  text: string;
  conclusion: string;
  cautions: readonly string[];
  citations: readonly Citation[];
}

// A further passage is quoted only when it ranks nearly as high as the first and adds what the first lacks.
const NEARLY_AS_GOOD = 0.5;
// Two things compared stand in two places, the second of which meets the question only by half.
const COMPARED = 0.5;
const MOST_PASSAGES = 3;
const LEAST_SHARE = 140;
// A list that is cut short misleads, so it may be a little longer than a bubble.
const LIST_EXTRA = 160;

export interface Composed {
  /** null when nothing could be said with a source */
  draft: Draft | null;
  /** the units that are said */
  said: readonly Chosen[];
  /** the units whose figures nothing cited states */
  dropped: readonly Unit[];
}

export interface Material {
  understood: Understood;
  retrieved: Retrieved;
  /** passages that may be cited, best first */
  passages: readonly Passage[];
  fates: readonly Fate[];
  asOf: IsoDate;
}

/** Conclusion first, short; then the basis and its validity. */
export function compose(material: Material): Composed {
  const chosen = choosePassages(material);
  const citations = uniqueCitations([
    ...fateCitations(material),
    ...chosen.map((one) => cite(one, material.asOf)),
  ]).slice(0, MAX_CITATIONS);
  const sources = citations.flatMap(wordsOf);
  const fates = fateSentences(material.fates, citations);
  const dropped = new Set(
    chosen.flatMap(({ units }) => units.filter(({ text }) => figuresWithoutSource(text, sources).length > 0)),
  );
  const said = chosen
    .map((one) => ({ ...one, units: one.units.filter((unit) => !dropped.has(unit)) }))
    .filter((one) => one.units.length > 0);
  if (fates.length === 0 && said.length === 0) return { draft: null, said, dropped: [...dropped] };

  const partial = fates.length === 0 && leavesGap(material.understood, material.retrieved, said);
  const words = [...fates, ...said.map((one, at) => saying(one.units, at === 0 && fates.length === 0))].join(
    "\n",
  );
  const conclusion = partial ? `${texts.partly}\n${words}` : words;
  const cautions = partial ? [texts.notCertain] : cautionsFor(said);
  const outcome = partial ? "partial" : "answered";
  const draft = finished({ outcome, conclusion, cautions, citations });
  return { draft, said, dropped: [...dropped] };
}

/** The conclusion with its basis, the validity of that and the cautions below it. */
export function finished(draft: Omit<Draft, "text">): Draft {
  const { conclusion, cautions, citations } = draft;
  const basis = [
    texts.basis(citations.map(placeInWords).join("; ")),
    ...validityLines(citations),
    ...cautions,
  ];
  return { ...draft, text: `${conclusion}\n\n${basis.join("\n")}` };
}

/** What is said of a repealed document, where its figures have a source. */
export function fateSentences(fates: readonly Fate[], citations: readonly Citation[]): string[] {
  const sources = citations.flatMap(wordsOf);
  return fates
    .map((fate) => fate.sentence)
    .filter((sentence) => figuresWithoutSource(sentence, sources).length === 0);
}

/** Where it stands what became of the documents asked for. */
export function fateCitations({ fates, retrieved, asOf }: Material): Citation[] {
  return fates.map((fate) => cite(asChosen(fate, retrieved), asOf));
}

/** Everything that may be cited for a question: what the answer without a model cites, and what comes next. */
export function citationsFor({ retrieved, passages, asOf, understood }: Material, draft: Draft): Citation[] {
  const next = passages
    .slice(0, MAX_CITATIONS)
    .map((passage) => cite(chooseUnits(passage, retrieved.terms, understood.asks, BUBBLE_LENGTH), asOf));
  return uniqueCitations([...draft.citations, ...next]).slice(0, MAX_CITATIONS);
}

/** Sentences that ask for care with what is said. */
export function cautionsFor(said: readonly Chosen[]): string[] {
  return needsCare(said) ? [texts.secondhand] : [];
}

/** The basis of one citation and its validity, as they stand under an answer. */
export function basisOf(citation: Citation): string {
  return [texts.basis(placeInWords(citation)), texts.validity(citation.validity)].join("\n");
}

function choosePassages({ understood, retrieved, passages, fates }: Material): Chosen[] {
  const first = passages[0];
  if (!first) return [];
  const room = understood.asks.has("list") ? BUBBLE_LENGTH + LIST_EXTRA : BUBBLE_LENGTH - 100;
  let budget = room - fates.reduce((sum, fate) => sum + fate.sentence.length, 0);
  const chosen: Chosen[] = [chooseUnits(first, retrieved.terms, understood.asks, budget)];
  budget -= length(chosen[0]);

  const near = understood.asks.has("compare") ? COMPARED : NEARLY_AS_GOOD;
  const bestUnit = Math.max(...scoreUnits(first, retrieved.terms, understood.asks));
  for (const passage of passages.slice(1, 6)) {
    if (chosen.length >= MOST_PASSAGES || budget < LEAST_SHARE) break;
    if (passage.score < first.score * near) break;
    const scores = scoreUnits(passage, retrieved.terms, understood.asks);
    if (Math.max(...scores) < bestUnit * near) continue;
    const more = chooseUnits(passage, retrieved.terms, understood.asks, Math.min(budget, 260));
    if (length(more) > budget) continue;
    chosen.push(more);
    budget -= length(more);
  }
  return chosen;
}

function length(chosen: Chosen | undefined): number {
  return chosen?.units.reduce((sum, unit) => sum + unit.text.length + 3, 0) ?? 0;
}

/** The first unit stands as the conclusion; sentences run on; items and rows stand a line each under their lead. */
function saying(units: readonly Unit[], opens: boolean): string {
  const lines: string[] = [];
  let lead = "";
  for (const [at, unit] of units.entries()) {
    const last = lines.at(-1);
    if (unit.lead && unit.lead !== lead) {
      lead = unit.lead;
      lines.push(lead, `- ${unit.text}`);
    } else if (unit.lead) lines.push(`- ${unit.text}`);
    else if ((opens && at === 0) || units.length === 1) lines.push(unit.text);
    else if (unit.kind === "sentence" && last !== undefined && !last.startsWith("- ")) {
      lines[lines.length - 1] = `${last} ${unit.text}`;
    } else lines.push(unit.kind === "sentence" ? unit.text : `- ${unit.text}`);
  }
  return lines.join("\n");
}

function asChosen(fate: Fate, retrieved: Retrieved): Chosen {
  const { document, section } = fate;
  const passage: Passage = retrieved.passages.find((one) => one.section.id === section.id) ?? {
    document,
    section,
    line: null,
    score: 0,
  };
  const digits = /\d+(?:\/\d{4})?/.exec(fate.number)?.[0] ?? fate.number;
  return { passage, units: section.units.filter((unit) => unit.text.includes(digits)) };
}

/** One citation a place, the first. */
export function uniqueCitations(citations: readonly Citation[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const key = `${citation.document}#${citation.section}`;
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}

/** "11/KH-UBND, mục I.3.b (tóm tắt)" */
function placeInWords(citation: Citation): string {
  const named = /^(?:Điều|Chương|Phụ lục|Khoản|Mục|Mẫu)/i.test(citation.section);
  const numbered = /^[IVX]+(?:\.|$| )/.test(citation.section);
  const document = /\d/.test(citation.document) ? citation.document : citation.title;
  const section = named
    ? citation.section
    : numbered
      ? `mục ${citation.section}`
      : `phần “${citation.section}”`;
  return `${citation.mark ? `${citation.mark} ` : ""}${document}, ${section} (${citation.kind})`;
}

/** One line when all agree; else a line a document. */
function validityLines(citations: readonly Citation[]): string[] {
  const byDocument = new Map<string, string>();
  for (const citation of citations) {
    if (!byDocument.has(citation.document)) byDocument.set(citation.document, citation.validity);
  }
  const distinct = new Set(byDocument.values());
  if (distinct.size === 1) return [texts.validity([...distinct][0] ?? "")];
  return [...byDocument].map(([document, validity]) =>
    texts.validity(
      validity.includes(/\d+(?:\/\d{4})?/.exec(document)?.[0] ?? document)
        ? validity
        : `${nameOf(citations, document)}: ${validity}`,
    ),
  );
}

/** A guide has no number; the first part of its title names it. */
function nameOf(citations: readonly Citation[], document: string): string {
  if (/\d/.test(document)) return document;
  const title = citations.find((citation) => citation.document === document)?.title ?? document;
  return title.split(" – ")[0] ?? title;
}

function needsCare(said: readonly Chosen[]): boolean {
  return said.some(
    ({ passage }) =>
      (passage.section.confidence ?? passage.document.confidence) === "low" ||
      passage.section.status === "unverified",
  );
}
