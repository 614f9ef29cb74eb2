import type { IsoDate, KnowledgeDocument } from "../../knowledge/document.ts";
import { fold, normalise } from "../../search/index.ts";
import { standingOn } from "./standing.ts";
import { FIELD_HEADINGS } from "./texts.ts";

/** The documents of one field, under its heading. */
export interface Shelf {
  heading: string;
  documents: readonly KnowledgeDocument[];
}

/** The documents that have every word somewhere in their description, by field, newest first. */
export function shelves(documents: readonly KnowledgeDocument[], words: string, today: IsoDate): Shelf[] {
  const wanted = fold(normalise(words)).split(/\s+/).filter(Boolean);
  const found = documents.filter((document) => {
    const description = fold(normalise(descriptionOf(document, today)));
    return wanted.every((word) => description.includes(word));
  });
  const fields = [...new Set(found.map(({ field }) => field))].sort((a, b) => rank(a) - rank(b));
  return fields.map((field) => ({
    heading: headingOf(field),
    documents: found.filter((document) => document.field === field).sort(newestFirst),
  }));
}

function descriptionOf(document: KnowledgeDocument, today: IsoDate): string {
  return [
    document.number,
    document.title,
    document.kind,
    document.issuer,
    document.territory,
    headingOf(document.field),
    standingOn(today, document).words,
    ...document.shortNames,
  ].join(" ");
}

function headingOf(field: string): string {
  return FIELD_HEADINGS[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
}

function rank(field: string): number {
  const at = Object.keys(FIELD_HEADINGS).indexOf(field);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}

/** Guides, which have no date, close the shelf. */
function newestFirst(a: KnowledgeDocument, b: KnowledgeDocument): number {
  return (b.issued ?? "").localeCompare(a.issued ?? "") || a.title.localeCompare(b.title, "vi");
}
