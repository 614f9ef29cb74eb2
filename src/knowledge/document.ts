/**
 * The words of the knowledge: what a document, a section and a relation are.
 * Plain data; `ingest` makes it from Markdown, `answer` reads it.
 */

/** A day as written in the files, `2026-01-23`; `null` where the source does not give one. */
export type IsoDate = string;

export type LegalStatus = "not_yet" | "in_force" | "suspended" | "expired" | "replaced" | "unverified";

export type Confidence = "high" | "medium" | "low";

export type RelationKind = "replaces" | "amends" | "suspends" | "applies_instead" | "implements" | "based_on";

/** What this document does to another one, named by its number. */
export interface Relation {
  kind: RelationKind;
  /** number of the other document, `43/2017/NĐ-CP` */
  document: string;
  from: IsoDate | null;
  /** the article that says so */
  basis: string | null;
  /** the part of the other document concerned, when not the whole */
  part: string | null;
}

/** The smallest piece that may be said on its own. */
export interface Unit {
  kind: "sentence" | "item" | "row";
  /** plain words, no Markdown */
  text: string;
  /** the line that introduces a list or table ("Hồ sơ gồm:"), empty where there is none */
  lead: string;
}

export interface Section {
  /** `nd-37-2026#Điều 31 khoản 1` */
  id: string;
  /** the place a citation names */
  anchor: string;
  title: string;
  /** questions as people would type them */
  questions: readonly string[];
  /** set where the section differs from its document */
  status: LegalStatus | null;
  from: IsoDate | null;
  to: IsoDate | null;
  note: string | null;
  confidence: Confidence | null;
  /** false for "Chưa kiểm chứng" and for advice on how to answer */
  citable: boolean;
  sources: readonly string[];
  units: readonly Unit[];
}

export interface KnowledgeDocument {
  id: string;
  /** as printed, `11/KH-UBND`; `null` for a guide */
  number: string | null;
  title: string;
  kind: string;
  issuer: string;
  issued: IsoDate | null;
  effective: IsoDate | null;
  /** last day in force */
  expires: IsoDate | null;
  status: LegalStatus;
  /** one sentence about validity, said under every answer from the document */
  validityNote: string | null;
  shortNames: readonly string[];
  relations: readonly Relation[];
  sources: readonly string[];
  confidence: Confidence;
  verifiedAt: IsoDate;
  reviewDue: IsoDate;
  territory: string;
  field: string;
  /** a guide that retells other documents: cited only when they say it less well */
  retells: boolean;
  sections: readonly Section[];
}

/** How a citation names the document: its number, or its id for a guide. */
export function documentLabel(document: Pick<KnowledgeDocument, "id" | "number">): string {
  return document.number ?? document.id;
}

/** All words of a section, a unit a line; introductions once. */
export function sectionText(section: Pick<Section, "units">): string {
  const lines: string[] = [];
  let lead = "";
  for (const unit of section.units) {
    if (unit.lead !== lead) {
      lead = unit.lead;
      if (lead) lines.push(lead);
    }
    lines.push(unit.text);
  }
  return lines.join("\n");
}
