import type { Citation } from "../../answer/answer.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { ItemMistake, ItemWords } from "../../registry/knowledge-items.ts";
import type { KnowledgeStatus } from "../../registry/states.ts";
import type { By } from "../by.ts";
import type { ListQuery } from "../kit/list-query.ts";

interface Colleague {
  id: string;
  name: string;
}

export interface ItemLine {
  id: string;
  question: string;
  status: KnowledgeStatus;
  author: Colleague;
  document: string;
  expiresOn: IsoDate | null;
  /** how many were asked what it answers */
  asked: number;
  updatedAt: Date;
}

export interface ItemRecord extends ItemLine {
  words: ItemWords;
  reviewer: Colleague | null;
  publishedAt: Date | null;
  revision: number;
  /** what it answers, the newest first; the first few alone */
  questions: readonly AskedQuestion[];
  /** as it is, or would be, cited today */
  citation: Citation;
}

export interface AskedQuestion {
  id: string;
  question: string;
  askedAt: Date;
}

/** A document an answer may rest on. */
export interface SourceDocument {
  number: string;
  title: string;
}

/** An item as it was seen: its id, and the revision that was shown. */
export interface Seen {
  id: string;
  revision: number;
}

export type ItemDone<T = object> =
  | ({ kind: "done"; revision: number } & T)
  | { kind: "not_found" }
  /** the state it is in does not allow it */
  | { kind: "not_allowed"; from: string }
  /** somebody changed it since it was shown; nothing was changed */
  | { kind: "stale"; revision: number }
  | { kind: "invalid"; mistakes: readonly ItemMistake[] }
  /** whoever wrote it may not publish it */
  | { kind: "needs_another_person" };

/** Answers that staff write for everybody. */
export interface Items {
  list(
    query: ListQuery,
    status: KnowledgeStatus | null,
  ): Promise<{ lines: readonly ItemLine[]; total: number }>;
  find(id: string, now: Date): Promise<ItemRecord | null>;
  counts(): Promise<{ submitted: number }>;
  /** open questions like this one, itself among them; empty where it is no gap */
  like(question: string): Promise<readonly AskedQuestion[]>;
  /** whoever wrote an answer may publish it */
  onePerson(): Promise<boolean>;
  draft(by: By, words: ItemWords, questions: readonly string[]): Promise<{ id: string; revision: number }>;
  edit(by: By, seen: Seen, words: ItemWords): Promise<ItemDone>;
  submit(by: By, seen: Seen): Promise<ItemDone>;
  giveBack(by: By, seen: Seen): Promise<ItemDone>;
  publish(by: By, seen: Seen): Promise<ItemDone<{ told: number }>>;
  withdraw(by: By, seen: Seen): Promise<ItemDone>;
}

export interface Sources {
  /** those with a number, by number */
  documents: readonly SourceDocument[];
  /** any spelling of a number */
  find(number: string): SourceDocument | null;
}
