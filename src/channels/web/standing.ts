import { statusOn } from "../../answer/validity.ts";
import type { IsoDate, KnowledgeDocument, LegalStatus, Section } from "../../knowledge/document.ts";
import { PLAN_ENDED, STATUS_WORDS, texts } from "./texts.ts";

/** Where a document or one of its sections stands, for a badge: `tone` colours it, `words` say it. */
export interface Standing {
  tone: LegalStatus | "guide";
  words: string;
}

export function standingOn(day: IsoDate, document: KnowledgeDocument, section?: Section): Standing {
  const status = statusOn(day, document, section);
  if (status === "in_force" && document.number === null) return { tone: "guide", words: texts.guide };
  if (status === "expired" && document.kind === "kế hoạch") return { tone: status, words: PLAN_ENDED };
  return { tone: status, words: STATUS_WORDS[status] };
}
