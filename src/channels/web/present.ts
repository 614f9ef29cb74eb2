import { texts as answerTexts } from "../../answer/texts.ts";
import type { Answer, Citation, CitationKind } from "../../answer/answer.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { documentUrl } from "./links.ts";
import { standingOn, type Standing } from "./standing.ts";

/** An answer cut into what a page shows apart: the words, the cautions, the basis, what to ask next. */
export interface Presented {
  blocks: readonly Block[];
  /** cautions that a chat would print after the basis */
  cautions: readonly string[];
  bases: readonly Basis[];
  /** suggestions that the words do not list already */
  suggestions: readonly string[];
}

export type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: readonly Item[] };

interface Item {
  text: string;
  /** the item is itself a question that can be asked */
  asks: boolean;
}

/** All that is cited from one document with one validity. */
export interface Basis {
  document: string;
  title: string;
  url: string | null;
  standing: Standing | null;
  validity: string;
  places: readonly Place[];
}

export interface Place {
  section: string;
  /** what the section is about, where the document is at hand */
  title: string | null;
  url: string | null;
  kind: CitationKind;
  lines: readonly string[];
}

export function present(answer: Answer, library: Library, today: IsoDate): Presented {
  // Nobody reads along here, so there is no one the question could be passed on to.
  const conclusion = answer.conclusion.replace(answerTexts.passOn, "").trim();
  const blocks = blocksOf(conclusion, answer.suggestions);
  const listed = new Set(
    blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ text }) => text) : [])),
  );
  return {
    blocks,
    cautions: answer.cautions,
    bases: basesOf(answer.citations, library, today),
    suggestions: answer.suggestions.filter((suggestion) => !listed.has(suggestion)),
  };
}

function blocksOf(text: string, suggestions: readonly string[]): Block[] {
  const blocks: ({ kind: "paragraph"; text: string } | { kind: "list"; items: Item[] })[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
    const last = blocks.at(-1);
    if (!line.startsWith("- ")) blocks.push({ kind: "paragraph", text: line });
    else {
      const item = { text: line.slice(2), asks: suggestions.includes(line.slice(2)) };
      if (last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
    }
  }
  return blocks;
}

function basesOf(citations: readonly Citation[], library: Library, today: IsoDate): Basis[] {
  const bases = new Map<string, Basis & { places: Place[] }>();
  for (const citation of citations) {
    const document = library.byNumber(citation.document) ?? library.byId(citation.document);
    const section = document?.sections.find(({ anchor }) => anchor === citation.section);
    const standing = document ? standingOn(today, document, section) : null;
    const guide = document?.number === null ? document : null;
    const key = [citation.document, citation.validity, standing?.tone].join("\n");
    const basis = bases.get(key) ?? {
      document: guide?.title ?? citation.document,
      title: guide ? "" : citation.title,
      url: document ? documentUrl(document) : null,
      standing,
      validity: citation.validity,
      places: [],
    };
    bases.set(key, basis);
    basis.places.push({
      section: placeInWords(citation.section),
      title: section?.title ?? null,
      url: document && section ? documentUrl(document, section.anchor) : null,
      kind: citation.kind,
      lines: citation.text.split("\n").filter((line) => line.trim() !== ""),
    });
  }
  return [...bases.values()];
}

/** "I.3.b" → "Mục I.3.b"; "Điều 31 khoản 1" speaks for itself. */
function placeInWords(section: string): string {
  return /^[IVX]+(?:\.|$| )/.test(section) ? `Mục ${section}` : section;
}
