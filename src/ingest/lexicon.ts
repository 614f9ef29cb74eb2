import { marked, type Tokens } from "marked";
import type { Parsed } from "./front-matter.ts";

/** The tables of `knowledge/tu-dien.md`, as written there, lower case, NFC. */
export interface LexiconTables {
  /** "nscl" → every meaning */
  abbreviations: ReadonlyMap<string, readonly string[]>;
  chatWords: ReadonlyMap<string, readonly string[]>;
  synonyms: readonly (readonly [string, string])[];
}

const TABLES = ["Viết tắt", "Chữ chat", "Đồng nghĩa"] as const;

/** Reads the editable tables; a row with an empty side or a table that is missing is a mistake in words. */
export function parseLexicon(markdown: string): Parsed<LexiconTables> {
  const problems: string[] = [];
  const tables = new Map<string, [string, string][]>();
  let heading = "";
  for (const token of marked.lexer(markdown.normalize("NFC").replace(/^---[\s\S]*?\n---\n/, ""))) {
    if (token.type === "heading") heading = String(token.text).trim();
    if (token.type === "table")
      tables.set(heading, [...(tables.get(heading) ?? []), ...rows(token as Tokens.Table)]);
  }
  for (const name of TABLES) if (!tables.has(name)) problems.push(`từ điển: thiếu bảng "${name}"`);
  for (const [name, pairs] of tables) {
    for (const [left, right] of pairs) {
      if (!left || !right)
        problems.push(`từ điển, bảng "${name}": hàng "${left} | ${right}" để trống một bên`);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      abbreviations: meanings(tables.get("Viết tắt") ?? []),
      chatWords: meanings(tables.get("Chữ chat") ?? []),
      synonyms: (tables.get("Đồng nghĩa") ?? []).flatMap(([left, right]) =>
        alternatives(left).flatMap((from) => alternatives(right).map((to) => [from, to] as const)),
      ),
    },
  };
}

function rows(table: Tokens.Table): [string, string][] {
  return table.rows.map((row) => [cell(row[0]), cell(row[1])]);
}

function cell(token: Tokens.TableCell | undefined): string {
  return (token?.text ?? "").replaceAll("`", "").trim().toLowerCase();
}

/** Several meanings stand in one cell, separated by ";". */
function alternatives(words: string): string[] {
  return words
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function meanings(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [left, right] of pairs) {
    for (const key of alternatives(left)) found.set(key, [...(found.get(key) ?? []), ...alternatives(right)]);
  }
  return found;
}
