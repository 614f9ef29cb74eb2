import type { ReportFacts } from "./facts.ts";
import { EXTRACTS, factsWithin, type ExtractKey, type Remit } from "./extracts.ts";
import { periodInWords, type Period } from "./period.ts";
import { reportSections, type Section, type SectionKey } from "./sections.ts";

/** The officer's own words, by section. */
export type Narrative = Readonly<Partial<Record<SectionKey, string>>>;

/** What a frozen version keeps: its figures as they were, and the rows that extracts are counted from. */
export interface FrozenFigures {
  sections: readonly Section[];
  facts: ReportFacts;
}

export interface ReportDocument {
  organisation: string;
  title: string;
  /** "số liệu chốt ngày …, người chốt …", or that nothing is frozen */
  standing: string;
  sections: readonly (Section & { words: string })[];
}

/** Numbers the sections of a report as a document shows them. */
export function reportDocument(given: {
  organisation: string;
  period: Period;
  sections: readonly Section[];
  narrative: Narrative;
  standing: string;
}): ReportDocument {
  const { organisation, period, sections, narrative, standing } = given;
  return {
    organisation,
    title: `Báo cáo kết quả nâng cao năng suất, chất lượng ${periodInWords(period)}`,
    standing,
    sections: sections.map((section) => ({ ...section, words: narrative[section.key] ?? "" })),
  };
}

/** Part of the report for an agency of plan IV.2–IV.4. */
export function extractDocument(given: {
  organisation: string;
  period: Period;
  facts: ReportFacts;
  narrative: Narrative;
  standing: string;
  extract: ExtractKey;
  remit: Remit;
}): ReportDocument {
  const { facts, period, extract, remit } = given;
  const { agency, basis, sections } = EXTRACTS[extract];
  const keys: readonly SectionKey[] = sections;
  const whole = reportDocument({
    ...given,
    sections: reportSections(factsWithin(facts, remit), period).filter(({ key }) => keys.includes(key)),
  });
  const narrowed = [remit.sector, remit.area].filter((words) => words !== "").join(", ");
  const scope = narrowed === "" ? "" : ` Phạm vi: ${narrowed}.`;
  return {
    ...whole,
    title: `${whole.title} – trích gửi ${agency}`,
    standing: `${whole.standing} ${basis}.${scope}`,
  };
}

/** Reads what a frozen version keeps; only moments need reviving. */
export function readFrozen(json: string): FrozenFigures {
  const { sections, facts } = JSON.parse(json) as FrozenFigures;
  return {
    sections,
    facts: {
      ...facts,
      asOf: new Date(facts.asOf),
      requests: facts.requests.map((one) => ({
        ...one,
        dueAt: new Date(one.dueAt),
        settledAt: one.settledAt && new Date(one.settledAt),
      })),
    },
  };
}
