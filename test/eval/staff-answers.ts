import { readFileSync } from "node:fs";
import type { StaffAnswer } from "../../src/answer/staff-answers.ts";

/** A made-up answer of staff, with two ways of asking that it was not told of. */
export interface MadeUpAnswer {
  item: StaffAnswer;
  asked: readonly string[];
}

export function readStaffAnswers(): MadeUpAnswer[] {
  return readFileSync(new URL("staff-answers.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { asked, ...given } = JSON.parse(line) as Pick<
        StaffAnswer,
        "id" | "question" | "variants" | "answer" | "document"
      > & { asked: string[] };
      const place = { documentTitle: "Công văn thử", section: "mục 1" };
      const dates = { validFrom: null, expiresOn: null, verifiedAt: "2026-11-20" };
      return { item: { ...given, ...place, ...dates, revision: 1 }, asked };
    });
}
