import { holds, type Facts } from "./facts.ts";
import type { Rule } from "./rule.ts";
import { cooperativeRules } from "./rules-cooperative.ts";
import { farmingRules } from "./rules-farming.ts";
import { fundingRules } from "./rules-funding.ts";
import { learningRules } from "./rules-learning.ts";
import { markingRules } from "./rules-marking.ts";

/** First row that holds wins: what excludes stands before what is unknown, that before what admits. */
export const RULES: readonly Rule[] = [
  ...learningRules,
  ...fundingRules,
  ...farmingRules,
  ...cooperativeRules,
  ...markingRules,
];

/** Said where no row holds. Nothing is known then, and nothing is promised. */
export const NO_RULE: Rule = {
  case: "none",
  when: {},
  verdict: "unverified",
  says: "chưa có căn cứ chắc chắn cho trường hợp này",
  basis: [{ document: "ai-duoc-tham-gia-ho-tro", section: "Cách hiểu kết luận" }],
  prepare: ["Gửi yêu cầu để cán bộ trả lời đúng trường hợp của anh/chị"],
};

export function ruleFor(facts: Facts): Rule {
  return RULES.find(({ when }) => holds(when, facts)) ?? NO_RULE;
}
