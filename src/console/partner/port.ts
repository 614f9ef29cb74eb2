import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";
import type { NeedTopic } from "../../registry/need-topics.ts";
import type { NeedList } from "./read-rows.ts";
import type { ReadSheet } from "./sheet.ts";

/** One list that was handed in, with what became of its rows. */
export interface UploadLine {
  id: string;
  association: string;
  fileName: string;
  rowsTaken: number;
  rowsRefused: number;
  uploadedBy: string | null;
  at: Date;
}

export interface UploadRecord extends UploadLine {
  refused: readonly { line: number; reasons: readonly string[] }[];
}

export interface OwnNeed {
  id: string;
  enterprise: string;
  commune: string;
  topic: NeedTopic;
  year: number;
  quarter: number | null;
  people: number | null;
  /** title of the class that met it */
  metBy: string | null;
  metAt: Date | null;
}

/** How the rows stand against what is kept already. */
export interface Compared {
  /** lines that are there since an earlier upload */
  known: readonly number[];
  /** when exactly this list came; null where it did not */
  sameListAt: Date | null;
}

export type TakenIn =
  | { kind: "taken"; id: string; taken: number; known: number; refused: number }
  /** exactly this list came before: nothing changes */
  | { kind: "there_already"; id: string; at: Date };

/** What one association hands in, and sees again. All of it is of that association alone. */
export interface AssociationDesk {
  name(associationId: string): Promise<string | null>;
  uploads(associationId: string, query: ListQuery): Promise<{ lines: readonly UploadLine[]; total: number }>;
  upload(associationId: string, id: string): Promise<UploadRecord | null>;
  needs(associationId: string, query: ListQuery): Promise<{ needs: readonly OwnNeed[]; total: number }>;
  counts(associationId: string): Promise<{ needs: number; met: number; uploads: number }>;
  compare(associationId: string, list: NeedList): Promise<Compared>;
  /** The association attested that its members agreed. */
  takeIn(by: By, associationId: string, fileName: string, list: NeedList): Promise<TakenIn>;
}

/** Spreadsheets going in and out. */
export interface NeedSheets {
  read(content: Uint8Array): Promise<ReadSheet>;
  /** an empty list with what may stand in it */
  template(year: number): Promise<Uint8Array>;
  /** refused rows with their reasons, to be mended and handed in again */
  refused(list: NeedList): Promise<Uint8Array>;
}

/** Between preview and attestation the list travels with the page, closed: nothing is kept before members agreed. */
export interface Envelope {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string | null;
}
