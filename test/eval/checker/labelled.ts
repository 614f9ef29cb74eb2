import { readFileSync } from "node:fs";
import { cite } from "../../../src/answer/cite.ts";
import { checkSentence, type Checked } from "../../../src/answer/check-sentence.ts";
import type { Library } from "../../../src/knowledge/library.ts";

/** A sentence as a model might say it of one place, with what a reader judged of it and what the checker makes of it. */
interface Labelled {
  place: string;
  sentence: string;
  isFaithful: boolean;
  checked: Checked;
}

/** How often the checker is wrong, one way and the other. */
export interface CheckerScore {
  faithful: number;
  unfaithful: number;
  /** unfaithful sentences that would be said */
  missed: readonly Labelled[];
  /** faithful ones that would not */
  lost: readonly Labelled[];
}

export function scoreChecker(library: Library, today: string): CheckerScore {
  const all = readLabelled(library, today);
  return {
    faithful: all.filter(({ isFaithful }) => isFaithful).length,
    unfaithful: all.filter(({ isFaithful }) => !isFaithful).length,
    missed: all.filter(({ isFaithful, checked }) => !isFaithful && checked.kind === "kept"),
    lost: all.filter(({ isFaithful, checked }) => isFaithful && checked.kind === "dropped"),
  };
}

function readLabelled(library: Library, today: string): Labelled[] {
  const labelled: Labelled[] = [];
  let place = "";
  for (const line of readFileSync(new URL("labelled.txt", import.meta.url), "utf8").split("\n")) {
    const [sign, words] = [line.slice(0, 1), line.slice(2).trim()];
    if (sign === "@") place = words;
    if (sign !== "+" && sign !== "-") continue;
    const checked = checkSentence({ text: words, vietnamese: words }, citedAt(library, place, today), "vi");
    labelled.push({ place, sentence: words, isFaithful: sign === "+", checked });
  }
  return labelled;
}

function citedAt(library: Library, place: string, today: string) {
  const [number = "", anchor = ""] = place.split(" | ");
  const document = library.byNumber(number);
  const section = document?.sections.find((one) => one.anchor === anchor);
  if (!document || !section) throw new Error(`labelled.txt: the knowledge has no ${place}`);
  const passage = { document, section, line: null, score: 1 };
  return [cite({ passage, units: section.units }, today)];
}
