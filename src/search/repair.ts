import { looksLikeSyllable, type Expander } from "./expand.ts";
import type { LanguageModel } from "./language-model.ts";
import type { FoldTable } from "./restore.ts";
import { spelledOutKind } from "./references.ts";
import { fold, isAccented } from "./text.ts";
import type { Token } from "./tokens.ts";
import { isOneEditApart, type SpellingNeighbours } from "./typos.ts";

/** A syllable of the question as it is searched. */
interface RepairedSyllable {
  term: string;
  /** number of the term, -1 when the index has no such term */
  id: number;
}

/** A question made fit to search. */
interface Repaired {
  syllables: readonly RepairedSyllable[];
  /** abbreviations as typed, other readings of them: searched at a lower weight */
  alternatives: readonly (readonly string[])[];
}

export interface Repairer {
  repair(tokens: readonly Token[]): Repaired;
}

export interface RepairParts {
  model: LanguageModel;
  folds: FoldTable;
  neighbours: SpellingNeighbours;
  expander: Expander;
  idOf: (term: string) => number;
  termOf: (id: number) => string;
}

// Costs in nats. REAL_WORD_COST was chosen on the development questions (5 to 10 were tried); the others are set by
// hand and were not searched over.
/** Changing an unaccented syllable in a question whose every other syllable is accented. */
const ACCENT_COST = 9;
/** Changing the accents of a syllable that is typed with some, but is not a word. */
const WRONG_ACCENT_COST = 2;
const EDIT_COST = 6;
/** One edit on top of accents that differ. */
const EDIT_AND_ACCENT_COST = 8;
const CUT_COST = 6;
/** Two typed words that make one known word together: a stray space or sign within it. */
const JOIN_COST = 5;
/** Taking a word that exists for a slip of the finger; only where it was never read beside its neighbours. */
const REAL_WORD_COST = 9;
/** Within a reading, syllables follow each other by definition: only a share of their cost counts. */
const INSIDE_READING = 0.3;
const CHAT_COST = 1;
const MOST_STATES = 8;
const MOST_CANDIDATES = 12;

interface Step {
  span: number;
  syllables: readonly RepairedSyllable[];
  cost: number;
  inside: number;
  /** what else the typed words may mean */
  others?: readonly (readonly string[])[];
}

interface State {
  last: number;
  /** number of the pair that ends in `last`, -1 when it was never read */
  pair: number;
  score: number;
  step: Step | null;
  before: State | null;
}

/** Repairs questions: restores diacritics, mends typos, spells out abbreviations; the likeliest sentence wins. */
export function createRepairer(parts: RepairParts): Repairer {
  const { model, folds, neighbours, expander, idOf, termOf } = parts;
  const syllable = (id: number): RepairedSyllable => ({ id, term: termOf(id) });

  function wordSteps(term: string, accentCost: number): Step[] {
    const id = idOf(term);
    const known = model.count(id) > 0;
    const steps: Step[] = [{ span: 1, syllables: [{ term, id }], cost: 0, inside: 0 }];
    if (!/^\p{L}+$/u.test(term)) return steps;
    const accented = isAccented(term);
    if (known && accented) return steps;
    const folded = fold(term);
    const sameFold = folds.syllablesOf(folded);
    const changeCost = accented ? WRONG_ACCENT_COST : known ? accentCost : 0;
    for (const other of sameFold) if (other !== id) steps.push(single(syllable(other), changeCost));
    if (known || (sameFold.length > 0 && !accented) || term.length < 2) return cheapest(steps);
    for (const spelling of neighbours.near(folded)) {
      for (const other of folds.syllablesOf(spelling)) {
        const plain = !accented || isOneEditApart(term, termOf(other));
        steps.push(single(syllable(other), plain ? EDIT_COST : EDIT_AND_ACCENT_COST));
      }
    }
    return [...cheapest(steps), ...cutSteps(folded)];
  }

  function cutSteps(folded: string): Step[] {
    const steps: Step[] = [];
    for (const [left, right] of neighbours.cuts(folded)) {
      for (const first of folds.syllablesOf(left)) {
        for (const second of folds.syllablesOf(right)) {
          const inside = model.after(first, second);
          steps.push({ span: 1, syllables: [syllable(first), syllable(second)], cost: CUT_COST, inside });
        }
      }
    }
    return steps.sort((a, b) => b.inside - a.inside).slice(0, MOST_CANDIDATES);
  }

  /** Keeps the candidates that are likeliest by themselves; the one typed is always among them. */
  function cheapest(steps: Step[]): Step[] {
    if (steps.length <= MOST_CANDIDATES) return steps;
    const [typed, ...others] = steps;
    const rated = others.map((step) => ({
      step,
      rate: model.alone(step.syllables[0]?.id ?? -1) - step.cost,
    }));
    rated.sort((a, b) => b.rate - a.rate);
    const best = rated.slice(0, MOST_CANDIDATES).map((r) => r.step);
    return typed === undefined ? best : [typed, ...best];
  }

  function readingSteps(typed: readonly string[], at: number): { steps: Step[]; only: boolean } {
    const readings = expander.readingsAt(typed, at);
    const steps = readings.map((reading): Step => {
      const syllables = reading.terms.map((term) => ({ term, id: idOf(term) }));
      let inside = 0;
      for (let i = 1; i < syllables.length; i++) {
        inside += INSIDE_READING * model.after(syllables[i - 1]?.id ?? -1, syllables[i]?.id ?? -1);
      }
      const others = readings.filter((other) => other !== reading).map((other) => other.terms);
      return { span: reading.span, syllables, cost: reading.kind === "chat" ? CHAT_COST : 0, inside, others };
    });
    const first = readings[0];
    const mayBeAWord = first?.span === 1 && looksLikeSyllable(typed[at] ?? "");
    return { steps, only: first !== undefined && !mayBeAWord };
  }

  function stepsAt(
    tokens: readonly Token[],
    typed: readonly string[],
    at: number,
    accentCost: number,
  ): Step[] {
    const token = tokens[at];
    const term = typed[at] ?? "";
    if (token?.inReference === true && !/^\p{L}{3,}$/u.test(term)) return [referenceStep(typed, at)];
    const { steps, only } = readingSteps(typed, at);
    if (only) return steps;
    const unexpected = accentCost > 0 && isUnexpected(typed, at) ? realWordSteps(term) : [];
    return [...wordSteps(term, accentCost), ...unexpected, ...joinSteps(typed, at), ...steps];
  }

  /** A piece of a document's number stays as it is; "nd" before the number is spelled out. */
  function referenceStep(typed: readonly string[], at: number): Step {
    const term = typed[at] ?? "";
    const words = /^\d/.test(typed[at + 1] ?? "") ? (spelledOutKind(term) ?? [term]) : [term];
    return { span: 1, syllables: words.map((word) => ({ term: word, id: idOf(word) })), cost: 0, inside: 0 };
  }

  /** Whether a known word was never read after the word before it nor before the word after it. */
  function isUnexpected(typed: readonly string[], at: number): boolean {
    const word = typed[at] ?? "";
    if (model.count(idOf(word)) === 0 || !/^\p{L}+$/u.test(word)) return false;
    const before = at > 0 && model.pair(idOf(typed[at - 1] ?? ""), idOf(word)) >= 0;
    return !before && !(at + 1 < typed.length && model.pair(idOf(word), idOf(typed[at + 1] ?? "")) >= 0);
  }

  function realWordSteps(word: string): Step[] {
    const steps: Step[] = [];
    for (const spelling of neighbours.near(fold(word))) {
      for (const other of folds.syllablesOf(spelling)) {
        if (termOf(other) !== word && isOneEditApart(word, termOf(other)))
          steps.push(single(syllable(other), REAL_WORD_COST));
      }
    }
    return cheapest(steps);
  }

  function joinSteps(typed: readonly string[], at: number): Step[] {
    const [left = "", right = ""] = [typed[at], typed[at + 1]];
    if (!/^\p{L}+$/u.test(left + right)) return [];
    if (![left, right].some((word) => word.length === 1 || folds.syllablesOf(fold(word)).length === 0))
      return [];
    const id = idOf(left + right);
    return model.count(id) > 0 ? [{ ...single(syllable(id), JOIN_COST), span: 2 }] : [];
  }

  return {
    repair(tokens) {
      const plain = tokens.filter((token) => !token.isReference);
      const typed = plain.map((token) => token.term);
      const accentCost = ACCENT_COST * accentedShare(typed);
      const columns: State[][] = typed.map(() => []);
      columns[0] = [{ last: -1, pair: -1, score: 0, step: null, before: null }];
      columns[typed.length] = typed.length === 0 ? columns[0] : [];
      for (let at = 0; at < typed.length; at++) {
        const states = prune(columns[at] ?? []);
        for (const step of stepsAt(plain, typed, at, accentCost))
          advance(states, step, columns[at + step.span] ?? []);
      }
      return trace(best(columns[typed.length] ?? []), typed);
    },
  };

  /** Extends the states by one step. States that agree on their last pair compete; the others stay apart. */
  function advance(states: readonly State[], step: Step, column: State[]): void {
    const first = step.syllables[0]?.id ?? -1;
    const last = step.syllables.at(-1)?.id ?? -1;
    for (const state of states) {
      const score = state.score + model.afterPair(state.pair, state.last, first) + step.inside - step.cost;
      const before = step.syllables.length > 1 ? (step.syllables.at(-2)?.id ?? -1) : state.last;
      column.push({ last, pair: model.pair(before, last), score, step, before: state });
    }
  }
}

function single(syllable: RepairedSyllable, cost: number): Step {
  return { span: 1, syllables: [syllable], cost, inside: 0 };
}

function prune(states: readonly State[]): readonly State[] {
  if (states.length <= MOST_STATES) return states;
  return [...states].sort((a, b) => b.score - a.score).slice(0, MOST_STATES);
}

function best(states: readonly State[]): State | null {
  let top: State | null = null;
  for (const state of states) if (top === null || state.score > top.score) top = state;
  return top;
}

function trace(end: State | null, typed: readonly string[]): Repaired {
  const steps: Step[] = [];
  for (let state = end; state?.step; state = state.before) steps.unshift(state.step);
  const alternatives: (readonly string[])[] = [];
  let at = 0;
  for (const step of steps) {
    const words = typed.slice(at, at + step.span);
    if (step.span > 1 || step.syllables.length > 1) alternatives.push(words);
    if (step.others !== undefined) alternatives.push(...step.others);
    at += step.span;
  }
  return { syllables: steps.flatMap((step) => step.syllables), alternatives };
}

/** The share of a question's words that carry diacritics, scaled so that an ordinary sentence comes to 1. */
function accentedShare(typed: readonly string[]): number {
  const words = typed.filter((term) => /^\p{L}+$/u.test(term));
  if (words.length === 0) return 0;
  return Math.min(1, (words.filter(isAccented).length / words.length) * 1.6);
}
