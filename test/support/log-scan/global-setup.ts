import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { TestProject } from "vitest/node";
import type { Entry } from "./journal.ts";
import { leakIn } from "./leaks.ts";

/** Gives the tests a journal; when they are over, one leaked line in it fails the run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "nscl-log-"));
  project.provide("logJournal", folder);
  return () => {
    // What is thrown here would only be shown.
    const { exitCode } = process;
    process.exitCode = 1;
    const entries = entriesIn(folder);
    rmSync(folder, { recursive: true, force: true });
    if (report(entries, project.config.root)) process.exitCode = exitCode;
  };
}

function entriesIn(folder: string): Entry[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Entry),
  );
}

/** Says what was found; true when all is well. */
function report(entries: readonly Entry[], root: string): boolean {
  const lines = entries.flatMap(({ text, ...by }) =>
    (text ?? "").split("\n").flatMap((line) => (line.trim() === "" ? [] : [{ ...by, line }])),
  );
  const leaks = lines.flatMap(({ line, ...by }) => {
    const leak = leakIn(line);
    return leak ? [{ ...by, ...leak }] : [];
  });
  for (const { file, test, source, kinds, shape } of leaks)
    process.stderr.write(
      `LEAK of ${kinds.join(", ")} by ${source}: ${relative(root, file)} > ${test}\n  ${shape}\n`,
    );
  const files = new Set(entries.map(({ file }) => file)).size;
  const tests = new Set(lines.map(({ file, test }) => `${file}\n${test}`)).size;
  const verdict = leaks.length === 0 ? "nothing secret or personal" : `${leaks.length} LEAKS`;
  process.stdout.write(
    `   Log scan  ${lines.length} lines of ${tests} tests in ${files} files: ${verdict}\n\n`,
  );
  return leaks.length === 0;
}
