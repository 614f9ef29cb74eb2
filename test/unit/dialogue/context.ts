import { cite } from "../../../src/answer/cite.ts";
import type { Citation } from "../../../src/answer/answer.ts";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { createLibrary, type Library } from "../../../src/knowledge/library.ts";
import { NOTHING_OF_MINE } from "../../../src/registry/views.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

/** A Tuesday within working hours of Quảng Ngãi. */
export const NOW = new Date("2026-11-24T02:00:00Z");

const DAY = 86_400_000;

/** What a dialogue sees, over the shipped knowledge; nothing of one's own unless given. */
export async function shippedContext(parts: Partial<DialogueContext> = {}): Promise<DialogueContext> {
  const library = await shippedLibrary();
  return {
    now: NOW,
    organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
    communes: { find: () => ({ kind: "none" }), byCode: () => null, all: [] },
    calendar: {
      isWorkingTime: () => true,
      nextWorkingTime: (at) => at,
      addWorkingDays: (at, days) => new Date(at.getTime() + days * DAY),
      hoursInWords: "7h30–11h30, 13h30–17h",
    },
    events: [],
    mine: NOTHING_OF_MINE,
    cite: (document, section) => citationFrom(library, document, section),
    ...parts,
  };
}

export async function shippedLibrary(): Promise<Library> {
  return createLibrary((await shippedKnowledge()).documents);
}

/** Null where the knowledge has no such place, or one that must not be cited. */
function citationFrom(library: Library, number: string, anchor: string): Citation | null {
  const document = library.byNumber(number) ?? library.byId(number);
  const section = document?.sections.find((one) => one.anchor === anchor);
  if (!document || !section?.citable) return null;
  const passage = { document, section, line: null, score: 0 };
  return cite({ passage, units: section.units }, "2026-11-24");
}
