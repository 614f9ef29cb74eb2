import type { RequestKind } from "../../registry/views.ts";
import type { Conditions } from "./facts.ts";
import type { Place } from "./questions.ts";

/** The four endings there are; never a bare "đủ điều kiện". */
export const VERDICTS = {
  may_join: "Có thể tham gia",
  may_apply: "Có thể nộp khi có thông báo",
  not_addressed: "Không thuộc đối tượng",
  unverified: "Chưa kiểm chứng",
} as const;
export type Verdict = keyof typeof VERDICTS;

/** A row of the decision table. */
export interface Rule {
  case: string;
  when: Conditions;
  verdict: Verdict;
  /** goes on after the verdict, a clause */
  says: string;
  basis: readonly Place[];
  /** what is missing, what to get ready or to clear up first */
  prepare: readonly string[];
  /** the kind a request would have; absent where the person chooses */
  request?: RequestKind;
}
