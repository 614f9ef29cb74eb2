import { documentLabel, type KnowledgeDocument, type Section } from "../../knowledge/document.ts";
import type { StaffAnswer } from "../staff-answers.ts";
import type { DensePassage } from "./port.ts";

/** Many embedding models read 512 tokens, which is about so many letters of Vietnamese; the rest would be cut off. */
const LONGEST = 1400;

/** What the embedding model reads of the documents: ids are those of the entries of the index (`ingest/publish`). */
export function densePassages(documents: readonly KnowledgeDocument[]): DensePassage[] {
  return documents.flatMap((document) =>
    document.sections.flatMap((section) =>
      section.citable
        ? inPieces(section.id, headingOf(document, section), linesOf(section))
        : section.units.map(({ text }, at) => ({
            id: `${section.id}~${at}`,
            text: `${document.title}\n${text}`.slice(0, LONGEST),
          })),
    ),
  );
}

/** An answer of staff, found by its question and by its words. */
export function densePassageOf({ id, question, variants, answer }: StaffAnswer): DensePassage {
  return { id: staffId(id), text: [question, ...variants, answer].join("\n").slice(0, LONGEST) };
}

/** Ids of documents hold no colon. */
export function staffId(id: string): string {
  return `staff:${id}`;
}

function headingOf(document: KnowledgeDocument, section: Section): string {
  return `${documentLabel(document)} ${document.title}\n${section.title}. ${section.anchor}`;
}

function linesOf({ units, questions }: Section): string[] {
  return [...questions.slice(0, 3), ...units.map(({ lead, text }) => (lead ? `${lead} ${text}` : text))];
}

/** Whole lines, each piece below the heading, so that each says what it is about. */
function inPieces(id: string, heading: string, lines: readonly string[]): DensePassage[] {
  const pieces: string[][] = [[]];
  let length = heading.length;
  for (const line of lines) {
    if (length + line.length > LONGEST && pieces.at(-1)?.length !== 0) {
      pieces.push([]);
      length = heading.length;
    }
    pieces.at(-1)?.push(line);
    length += line.length + 1;
  }
  return pieces.map((piece) => ({ id, text: [heading, ...piece].join("\n").slice(0, LONGEST) }));
}
