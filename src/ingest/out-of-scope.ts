import { marked, type Tokens } from "marked";
import type { ForeignTopic } from "../knowledge/foreign-topic.ts";
import type { Parsed } from "./front-matter.ts";

/** Reads the table of `knowledge/ngoai-pham-vi.md`. */
export function parseForeignTopics(markdown: string): Parsed<ForeignTopic[]> {
  const table = marked
    .lexer(markdown.normalize("NFC").replace(/^---[\s\S]*?\n---\n/, ""))
    .find((token): token is Tokens.Table => token.type === "table");
  if (!table) return { ok: false, problems: ["ngoài phạm vi: thiếu bảng chủ đề"] };
  const topics = table.rows.map((row): ForeignTopic => {
    const [name = "", phrases = "", unless = "", hint = ""] = row.map((cell) => cell.text.trim());
    return { name, phrases: list(phrases), unless: list(unless), hint };
  });
  const problems = topics
    .filter((topic) => !topic.name || topic.phrases.length === 0)
    .map((topic) => `ngoài phạm vi: hàng "${topic.name}" thiếu chủ đề hoặc cụm từ`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: topics };
}

function list(words: string): string[] {
  return words
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
