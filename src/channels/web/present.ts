import { texts as answerTexts } from "../../answer/texts.ts";
import type { Citation, CitationKind } from "../../answer/answer.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { documentUrl } from "./links.ts";
import { standingOn, type Standing } from "./standing.ts";

/** A message cut into what a page shows apart: the words and the basis. */
export interface Presented {
  blocks: readonly Block[];
  bases: readonly Basis[];
}

export type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: readonly string[] };

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

export function present(
  text: string,
  citations: readonly Citation[],
  library: Library,
  today: IsoDate,
): Presented {
  const bases = basesOf(citations, library, today);
  return { blocks: blocksOf(bases.length > 0 ? withoutBasis(text) : text), bases };
}

const SAID_BY_BASES = [answerTexts.basis("").replace(/\.$/, ""), answerTexts.validity("")];

/** Other channels print the basis below the words; here it unfolds, and once is enough. */
function withoutBasis(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line) => !SAID_BY_BASES.some((start) => line.startsWith(start))).join("\n");
}

function blocksOf(text: string): Block[] {
  const blocks: ({ kind: "paragraph"; text: string } | { kind: "list"; items: string[] })[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
    const last = blocks.at(-1);
    if (!line.startsWith("- ")) blocks.push({ kind: "paragraph", text: line });
    else if (last?.kind === "list") last.items.push(line.slice(2));
    else blocks.push({ kind: "list", items: [line.slice(2)] });
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
      section: [citation.mark, placeInWords(citation.section)].filter(Boolean).join(" "),
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
