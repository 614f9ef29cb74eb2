import type { Citation } from "../../answer/answer.ts";
import type { Reply, ReplyFile } from "../../conversation/reply.ts";
import { checklistFile, placeOf } from "../checklist.ts";
import type { DialogueContext } from "../dialogue.ts";
import { eligibilityTexts as texts } from "./eligibility-texts.ts";
import type { Facts } from "./facts.ts";
import { VERDICTS, type Rule, type Verdict } from "./rule.ts";
import { ruleFor } from "./rules.ts";

/** A row of the table with its basis looked up. */
export interface Concluded {
  rule: Rule;
  verdict: Verdict;
  /** the three lines */
  lines: readonly [string, string, string];
  citations: readonly Citation[];
}

/** The row that holds. A basis that is gone from the knowledge takes the verdict with it. */
export function verdictOf(facts: Facts, context: DialogueContext): Concluded {
  const rule = ruleFor(facts);
  const citations = rule.basis
    .map(({ document, section }) => context.cite(document, section))
    .filter((one) => one !== null);
  const founded = citations.length > 0;
  const verdict = founded ? rule.verdict : "unverified";
  const basis = founded ? citations.map(placeOf).join("; ") : texts.noBasis;
  return {
    rule,
    verdict,
    lines: [
      `${texts.verdict}: ${VERDICTS[verdict]} – ${founded ? rule.says : texts.noBasisSays}.`,
      `${texts.basis}: ${basis}.`,
      `${verdict === "not_addressed" ? texts.instead : texts.missing}: ${rule.prepare.join("; ")}.`,
    ],
    citations,
  };
}

/** `code` are the answers, which the buttons carry on. */
export function verdictReply(concluded: Concluded, code: string): Reply {
  const isClass = concluded.rule.case.startsWith("class-");
  return {
    text: [...concluded.lines, "", texts.reference].join("\n"),
    choices: [
      { label: texts.checklist, value: `go:eligibility:checklist:${code}` },
      ...(isClass ? [{ label: texts.classes, value: "go:classes" }] : []),
      { label: texts.request, value: `go:eligibility:request:${code}` },
      { label: texts.mend, value: `go:eligibility:mend:${code}` },
      { label: texts.another, value: "go:eligibility:another" },
    ],
    citations: concluded.citations,
  };
}

export function checklistOf({ rule, lines, citations }: Concluded, answers: readonly string[]): ReplyFile {
  return checklistFile({
    name: "danh-sach-ho-tro",
    title: texts.checklistTitle,
    about: [...answers, lines[0]],
    groups: [{ heading: texts.toPrepare, lines: rule.prepare }],
    citations,
    notice: texts.reference,
  });
}

/** What staff read above the request that came of it. */
export function backgroundOf({ lines }: Concluded, answers: readonly string[]): string[] {
  return [texts.background, ...answers, lines[0]];
}
