import type { IndexData } from "./index-data.ts";
import type { Matcher } from "./matcher.ts";
import { askedMass, type Query } from "./query.ts";

/** What the reranker knows of a question and an entry; all are shares of the question's mass unless said. */
export interface Comparison {
  features: Float64Array;
  /** number of the best clause among the text's, -1 when the entry has no text */
  bestClause: number;
  coverage: number;
  titleCoverage: number;
}

export const FEATURES = [
  "first stage",
  "text terms",
  "text pairs",
  "title terms",
  "title pairs",
  "title named",
  "title run",
  "best clause terms",
  "best clause pairs",
  "best clause with title",
  "coverage",
  "runs of 2",
  "runs of 3",
  "runs of 4",
  "longest run",
  "length",
  "question terms",
  "question pairs",
  "first by mass",
  "near 2",
  "near 10",
  "section named",
  "section terms",
  "name named",
  "name terms",
  "definition",
  "worst missing",
  "coverage squared",
  "union pairs",
  "best clause raw",
  "best clause sq",
  "section run",
] as const;
export interface Extra {
  prefix: Uint16Array;
  rarity: Float32Array;
  la: number;
  scores: Float32Array;
  topic: number[];
}

export const CLAUSE_PAIR_WEIGHT = 0.6;

/** Compares one entry with the question. */
export function compare(
  query: Query,
  data: IndexData,
  matcher: Matcher,
  entry: number,
  first: number,
  extra?: Extra,
): Comparison {
  const total = askedMass(query) || 1;
  const features = new Float64Array(FEATURES.length);
  const size = query.terms.length;
  const inTitle = new Uint8Array(size);
  const inQuestions = new Uint8Array(size);
  const inText = new Uint8Array(size);
  let pairTotal = 0;
  for (const value of query.pairRarity) pairTotal += value;
  pairTotal ||= 1;

  // title
  matcher.begin();
  const titleClause = data.title.entryClauses[entry] ?? 0;
  const title = matcher.read(data.title, titleClause);
  mark(inTitle, matcher);
  features[3] = title.mass / total;
  features[4] = title.pairMass / pairTotal;
  features[5] = namedShare(data, titleClause, query, matcher);
  features[6] = longestRun(matcher.runs) / Math.max(1, query.sequence.length);

  // questions: the best one
  matcher.begin();
  let bestQuestion = 0;
  let bestQuestionPairs = 0;
  const lastQuestion = data.questions.entryClauses[entry + 1] ?? 0;
  for (let c = data.questions.entryClauses[entry] ?? 0; c < lastQuestion; c++) {
    const found = matcher.read(data.questions, c);
    if (found.mass > bestQuestion) bestQuestion = found.mass;
    if (found.pairMass > bestQuestionPairs) bestQuestionPairs = found.pairMass;
  }
  mark(inQuestions, matcher);
  features[16] = bestQuestion / total;
  features[17] = bestQuestionPairs / pairTotal;

  // text
  matcher.begin();
  const from = data.text.entryClauses[entry] ?? 0;
  const to = data.text.entryClauses[entry + 1] ?? 0;
  let bestClause = -1;
  let bestScore = -1;
  let length = 0;
  let bestUnion = 0;
  let rawBest = 0;
  for (let c = from; c < to; c++) {
    const found = matcher.read(data.text, c);
    length += found.length;
    if (found.mass > rawBest) rawBest = found.mass;
    const damping = 1 / (0.7 + 0.3 * Math.min(6, found.length / 30));
    const terms = found.mass * damping;
    const pairs = found.pairMass * damping;
    const score = terms + CLAUSE_PAIR_WEIGHT * pairs;
    if (score > bestScore) {
      bestScore = score;
      bestClause = c;
      features[7] = terms / total;
      features[8] = pairs / pairTotal;
    }
    let union = 0;
    for (let t = 0; t < size; t++) {
      if (inTitle[t] !== 0 || matcher.inLast(t))
        union += (query.terms[t]?.weight ?? 0) * (query.terms[t]?.rarity ?? 0);
    }
    if (union > bestUnion) bestUnion = union;
  }
  features[9] = bestUnion / total;
  mark(inText, matcher);

  let textTerms = 0;
  let covered = 0;
  let titleCovered = 0;
  const damp = 1.2 * (0.4 + (0.6 * length) / 240);
  for (let t = 0; t < size; t++) {
    const term = query.terms[t];
    if (term === undefined) continue;
    const count = matcher.count(t);
    textTerms += (term.weight * term.rarity * count * 2.2) / (count + damp);
    if (term.weight < 1) continue;
    if (inTitle[t] || inQuestions[t]) titleCovered += term.rarity;
    if (inTitle[t] || inQuestions[t] || inText[t]) covered += term.rarity;
  }
  features[0] = first;
  features[1] = textTerms / total;
  let textPairs = 0;
  let run2 = 0;
  let run3 = 0;
  let run4 = 0;
  for (let i = 0; i < query.sequence.length; i++) {
    const count = matcher.pairCounts[i] ?? 0;
    if (count > 0) textPairs += ((query.pairRarity[i - 1] ?? 0) * count * 2.2) / (count + damp);
    const run = matcher.runs[i] ?? 0;
    const value = query.pairRarity[i - 1] ?? 0;
    if (run >= 2) run2 += value;
    if (run >= 3) run3 += value;
    if (run >= 4) run4 += value;
  }
  features[2] = textPairs / pairTotal;
  features[10] = covered / total;
  features[11] = run2 / pairTotal;
  features[12] = run3 / pairTotal;
  features[13] = run4 / pairTotal;
  features[14] = longestRun(matcher.runs) / Math.max(1, query.sequence.length);
  features[15] = Math.log(1 + length / 240);
  if (extra) {
    features[18] = extra.scores[entry]! / total;
    let n2 = 0,
      n10 = 0;
    for (let k = 1; k <= 10; k++) {
      const v = (extra.scores[entry - k] ?? 0) + (extra.scores[entry + k] ?? 0);
      n10 += v;
      if (k <= 2) n2 += v;
    }
    features[19] = n2 / 4 / total;
    features[20] = n10 / 20 / total;
    const f0 = data.title.clauseStarts[titleClause]!,
      f1 = data.title.clauseStarts[titleClause + 1]!;
    const cut = f0 + extra.prefix[entry]!;
    const q = new Set(query.terms.filter((t) => t.known && t.weight === 1).map((t) => t.id));
    let a = 0,
      b = 0,
      nn = 0,
      dn = 0;
    const seen = new Set<number>();
    let secTerms = 0,
      nameTerms = 0,
      run = 0,
      bestRun = 0;
    for (let i = f0; i < f1; i++) {
      const id = data.title.tokens[i]!;
      const r = extra.rarity[id]!;
      if (/^\d/.test(data.terms[id]!)) continue;
      const hit = q.has(id) ? r : 0;
      if (i < cut) {
        dn += r;
        nn += hit;
        if (hit && !seen.has(id)) {
          nameTerms += r;
        }
      } else {
        b += r;
        a += hit;
        if (hit && !seen.has(id)) secTerms += r;
        run = hit ? run + 1 : 0;
        if (run > bestRun) bestRun = run;
      }
      seen.add(id);
    }
    features[21] = b ? a / b : 0;
    features[22] = secTerms / total;
    features[23] = dn ? nn / dn : 0;
    features[24] = nameTerms / total;
    let worst = 0,
      sq = 0,
      sqt = 0;
    for (let t = 0; t < size; t++) {
      const term = query.terms[t]!;
      if (term.weight < 1) continue;
      const r = term.rarity;
      sqt += r * r;
      if (inTitle[t] || inText[t] || inQuestions[t]) sq += r * r;
      else if (term.known && r > worst) worst = r;
    }
    features[26] = worst / 9;
    features[27] = sqt ? sq / sqt : 0;
    features[29] = rawBest / total;
    let bq = 0;
    features[31] = bestRun / Math.max(1, query.sequence.length);
    if (extra.topic.length) {
      let hitd = 0;
      for (let c = from; c < to; c++) {
        let i = data.text.clauseStarts[c]!;
        const e = data.text.clauseStarts[c + 1]!;
        if (/^\d+$/.test(data.terms[data.text.tokens[i]!] ?? "")) i++;
        let k = 0;
        while (k < extra.topic.length && i < e && data.text.tokens[i] === extra.topic[k]) {
          i++;
          k++;
        }
        if (k === extra.topic.length && data.text.tokens[i] === extra.la) hitd = 1;
      }
      features[25] = hitd;
    }
  }
  return {
    features,
    bestClause,
    coverage: Math.min(1, covered / total),
    titleCoverage: Math.min(1, titleCovered / total),
  };
}

function mark(set: Uint8Array, matcher: Matcher): void {
  for (let t = 0; t < set.length; t++) if (matcher.count(t) > 0) set[t] = 1;
}

/** How much of the title the question names: the share of the title's terms that it has. */
function namedShare(data: IndexData, clause: number, query: Query, matcher: Matcher): number {
  const length = (data.title.clauseStarts[clause + 1] ?? 0) - (data.title.clauseStarts[clause] ?? 0);
  let met = 0;
  for (let t = 0; t < query.terms.length; t++) met += matcher.count(t);
  return length === 0 ? 0 : met / length;
}

function longestRun(runs: Uint16Array): number {
  let longest = 0;
  for (const run of runs) if (run > longest) longest = run;
  return longest;
}
