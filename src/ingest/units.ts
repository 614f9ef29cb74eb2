import { marked, type Token, type Tokens } from "marked";
import type { Unit } from "../knowledge/document.ts";

/**
 * Cuts the Markdown of one section into units: sentences of a paragraph, items of a list, rows of a table.
 * A paragraph that ends in ":" introduces the list or table after it and travels with its units.
 */
export function cutIntoUnits(markdown: string): Unit[] {
  const units: Unit[] = [];
  let lead = "";
  for (const token of marked.lexer(markdown)) {
    switch (token.type) {
      case "paragraph": {
        const words = plainText(token);
        if (words.endsWith(":")) lead = words;
        else {
          lead = "";
          for (const text of sentences(words)) units.push({ kind: "sentence", text, lead: "" });
        }
        break;
      }
      case "list":
        units.push(...itemsOf(token as Tokens.List, lead));
        lead = "";
        break;
      case "table":
        units.push(...rowsOf(token as Tokens.Table, lead));
        lead = "";
        break;
      default:
        break;
    }
  }
  return units;
}

function itemsOf(list: Tokens.List, lead: string): Unit[] {
  return list.items.flatMap((item) => {
    const nested = item.tokens.filter((token): token is Tokens.List => token.type === "list");
    const own = item.tokens
      .filter((token) => token.type !== "list")
      .map((token) => plainText(token))
      .join(" ")
      .trim();
    if (nested.length === 0) return [{ kind: "item", text: own, lead } satisfies Unit];
    const inner = nested.flatMap((sub) => itemsOf(sub, own));
    return own.endsWith(":") ? inner : [{ kind: "item", text: own, lead } satisfies Unit, ...inner];
  });
}

/** A row reads "first cell – column: cell; column: cell", so that it can be said without its table. */
function rowsOf(table: Tokens.Table, lead: string): Unit[] {
  const headers = table.header.map((cell) => inlineText(cell.tokens));
  return table.rows.map((row) => {
    const [name = "", ...cells] = row.map((cell) => inlineText(cell.tokens));
    const rest = cells
      .map((cell, index) => [headers[index + 1] ?? "", cell] as const)
      .filter(([, cell]) => cell !== "" && cell !== "–" && cell !== "-")
      .map(([header, cell]) => (header ? `${header}: ${cell}` : cell));
    return { kind: "row", text: rest.length > 0 ? `${name} – ${rest.join("; ")}` : name, lead };
  });
}

function plainText(token: Token): string {
  const inner = "tokens" in token ? token.tokens : undefined;
  return fold(inner ? inlineText(inner) : "text" in token ? String(token.text) : "");
}

function inlineText(tokens: readonly Token[]): string {
  return fold(
    tokens
      .map((token) => {
        if (token.type === "br") return " ";
        const inner = "tokens" in token ? token.tokens : undefined;
        if (inner && inner.length > 0) return inlineText(inner);
        return "text" in token ? unescape(String(token.text)) : "";
      })
      .join(""),
  );
}

function fold(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** marked escapes quotes and ampersands for HTML; units are plain text. */
function unescape(words: string): string {
  return words
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

// A full stop ends a sentence only before a capital, so that "k.1", "TP. HCM" and "1.500.000" stay whole.
const SENTENCE_END = /(?<=[^\s.][.!?…]["”)]?)\s+(?=["“(]?\p{Lu}|\d+[.)]\s)/u;
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|KT|St|Q|P|TX|TT|ThS|TS|k|đ|Đ|v\.v)\.$/u;

/** Splits a paragraph into sentences; abbreviations and figures do not end one. */
function sentences(paragraph: string): string[] {
  const parts = paragraph.split(SENTENCE_END);
  const whole: string[] = [];
  for (const part of parts) {
    const previous = whole.at(-1);
    if (previous !== undefined && ABBREVIATION.test(previous))
      whole[whole.length - 1] = `${previous} ${part}`;
    else if (part) whole.push(part);
  }
  return whole;
}
