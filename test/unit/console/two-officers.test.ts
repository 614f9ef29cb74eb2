import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { ANNOUNCEMENT_EDITS } from "../../support/editing/announcements.ts";
import type { Edits } from "../../support/editing/edit.ts";
import { FIGURE_EDITS } from "../../support/editing/figures.ts";
import { OFFICE_EDITS } from "../../support/editing/office.ts";
import { QUESTION_EDITS } from "../../support/editing/questions.ts";
import { repository } from "../../support/knowledge.ts";
import { REVISED_MODELS, wholeDatabase } from "../../support/whole-database.ts";

const EDITS: Edits = { ...ANNOUNCEMENT_EDITS, ...FIGURE_EDITS, ...OFFICE_EDITS, ...QUESTION_EDITS };

/** How actions say that somebody else was faster. */
const TOLD = ["conflict", "stale"];
const DONE = ["done", "saved", "frozen"];
/** Made and dropped, never edited. */
const NEVER_EDITED = ["EventTemplate"];

describe("editing actions", () => {
  it("each have a case here", () => {
    const declared = [...declaredEdits()].sort();
    expect(declared.length).toBeGreaterThan(25);
    expect(Object.keys(EDITS).sort()).toEqual(declared);
  });

  it("are there for every model whose rows carry a revision", () => {
    const covered = new Set(Object.values(EDITS).map(({ model }) => model));
    expect(REVISED_MODELS.length).toBeGreaterThan(8);
    expect(REVISED_MODELS.filter((model) => !covered.has(model))).toEqual(NEVER_EDITED);
  });
});

eachDatabase("two officers who edit the same thing", (given) => {
  vi.setConfig({ testTimeout: 60_000 });

  it.each(Object.entries(EDITS))(
    "%s: the second is told, nothing is overwritten",
    async (_name, { open }) => {
      const { seen, faster, second } = await open(given.database);
      const shown = await seen();
      expect(DONE).toContain((await faster()).kind);
      const saved = await wholeDatabase(given.database);
      expect(TOLD).toContain((await second(shown)).kind);
      expect(await wholeDatabase(given.database)).toEqual(saved);
      // Whoever has seen what was saved may do the same; of two at once one does.
      const current = await seen();
      const ended = await Promise.all([second(current), second(current)]);
      expect(ended.filter(({ kind }) => DONE.includes(kind))).toHaveLength(1);
    },
  );
});

/** What somebody does (`by`) in the ports of the console to something they saw: `Port.action`. */
function* declaredEdits(): Generator<string> {
  const folder = join(repository, "src", "console");
  const ports = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("port.ts"))
    .map((path) =>
      ts.createSourceFile(path, readFileSync(join(folder, path), "utf8"), ts.ScriptTarget.Latest),
    );
  const interfaces = ports.flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration));
  // `RequestAt`, `Seen`: a row together with the revision that was shown.
  const seen = new Set(
    interfaces.filter(({ members }) => members.some(isRevision)).map(({ name }) => name.text),
  );
  for (const { name, members } of interfaces) {
    for (const action of members.filter(ts.isMethodSignature)) {
      const [first, ...given] = action.parameters;
      const isDone = first !== undefined && ts.isIdentifier(first.name) && first.name.text === "by";
      if (isDone && given.some((parameter) => saysWhatWasSeen(parameter, seen)))
        yield `${name.text}.${nameOf(action)}`;
    }
  }
}

function saysWhatWasSeen({ name, type }: ts.ParameterDeclaration, seen: ReadonlySet<string>): boolean {
  if (type === undefined || !ts.isIdentifier(name)) return false;
  if (type.kind === ts.SyntaxKind.NumberKeyword) return ["revision", "seen"].includes(name.text);
  if (ts.isTypeLiteralNode(type)) return type.members.some((member) => nameOf(member) === "was");
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && seen.has(type.typeName.text);
}

function isRevision(member: ts.TypeElement): boolean {
  return nameOf(member) === "revision";
}

function nameOf({ name }: ts.TypeElement): string {
  return name !== undefined && ts.isIdentifier(name) ? name.text : "";
}
