import { readFileSync } from "node:fs";

/** A question of the own set; see README.md for the fields. */
export interface EvalQuestion {
  id: string;
  group: string;
  topic: string;
  kind: string;
  q: string;
  history: readonly string[];
  document: readonly string[];
  section: readonly string[];
  /** each must stand in the answer; alternatives are separated by "|" */
  fact: readonly string[];
  outcome: readonly string[];
  forbid: readonly string[];
}

export type Split = "dev" | "held";

const FILES: Readonly<Record<Split, readonly string[]>> = {
  dev: [
    "questions.dev.jsonl",
    "questions.dev2.jsonl",
    "out-of-scope.dev.jsonl",
    "out-of-scope.dev2.jsonl",
    "smalltalk.jsonl",
  ],
  held: ["questions.held.jsonl", "out-of-scope.held.jsonl"],
};

/** Reads one part of the set, out-of-scope questions marked by the kind "out-of-scope". */
export function readQuestions(split: Split): EvalQuestion[] {
  return FILES[split].flatMap((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => toQuestion(JSON.parse(line) as Partial<EvalQuestion>, name)),
  );
}

function toQuestion(raw: Partial<EvalQuestion>, file: string): EvalQuestion {
  const id = raw.id ?? "";
  const fallback = file.startsWith("out-of-scope") ? "out-of-scope" : "smalltalk";
  return {
    id,
    group: raw.group ?? id,
    topic: raw.topic ?? fallback,
    kind: raw.kind ?? fallback,
    q: raw.q ?? "",
    history: raw.history ?? [],
    document: raw.document ?? [],
    section: raw.section ?? [],
    fact: raw.fact ?? [],
    outcome: raw.outcome ?? [],
    forbid: raw.forbid ?? [],
  };
}
