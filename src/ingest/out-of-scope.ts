import { marked, type Tokens } from "marked";
import type { ForeignTopic, Place } from "../knowledge/foreign-topic.ts";
import type { Parsed } from "./front-matter.ts";

/** What `knowledge/ngoai-pham-vi.md` says is not ours: subjects, and other provinces. */
export interface OutOfScope {
  topics: ForeignTopic[];
  places: Place[];
}

/** Reads the two tables of `knowledge/ngoai-pham-vi.md`; the one of places may be missing. */
export function parseOutOfScope(markdown: string): Parsed<OutOfScope> {
  const [topicTable, placeTable] = marked
    .lexer(markdown.normalize("NFC").replace(/^---[\s\S]*?\n---\n/, ""))
    .filter((token): token is Tokens.Table => token.type === "table");
  if (!topicTable) return { ok: false, problems: ["ngoài phạm vi: thiếu bảng chủ đề"] };
  const topics = topicTable.rows.map((row): ForeignTopic => {
    const [name = "", phrases = "", unless = "", hint = ""] = row.map((cell) => cell.text.trim());
    return { name, phrases: list(phrases), unless: list(unless), hint };
  });
  const places = (placeTable?.rows ?? []).map((row): Place => {
    const [name = "", others = "", mark = ""] = row.map((cell) => cell.text.trim());
    return { name, names: [name, ...list(others)], ambiguous: mark === "có", ours: mark === "của mình" };
  });
  const problems = topics
    .filter((topic) => !topic.name || topic.phrases.length === 0)
    .map((topic) => `ngoài phạm vi: hàng "${topic.name}" thiếu chủ đề hoặc cụm từ`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { topics, places } };
}

function list(words: string): string[] {
  return words
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
