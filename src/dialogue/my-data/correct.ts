import type { CommandOutcome } from "../../registry/commands.ts";
import type { Concluded, Dialogue } from "../dialogue.ts";
import {
  enterpriseFrom,
  submitterFrom,
  type EnterpriseAnswers,
  type SubmitterAnswers,
} from "../fields/answers.ts";
import { communeField } from "../fields/commune.ts";
import { enterpriseKindField, enterpriseNameField, taxIdField } from "../fields/enterprise.ts";
import { personNameField, phoneField } from "../fields/person.ts";
import { createForm } from "../form.ts";
import { declineTexts } from "../support/request-texts.ts";
import { correctTexts as texts, myDataTexts } from "./my-data-texts.ts";

/** Both open at their summary, filled with what is on file; "Sửa một mục" changes a line. */

export const correctPerson: Dialogue = createForm<SubmitterAnswers>({
  name: "correct_person",
  version: 1,
  fields: [personNameField<SubmitterAnswers>(), phoneField<SubmitterAnswers>()],
  start: ({ mine: { person } }) =>
    person
      ? { answers: { submitterName: person.name, phone: person.phone } }
      : { refuse: { text: texts.nothing } },
  summary: texts.personSummary,
  send: texts.save,
  giveUp: texts.giveUp,
  cancelled: texts.cancelled,
  submit: (answers) => ({
    kind: "do",
    command: { kind: "correct_person", person: submitterFrom(answers) },
    conclude: concluded,
  }),
});

export const correctEnterprise: Dialogue = createForm<EnterpriseAnswers>({
  name: "correct_enterprise",
  version: 1,
  fields: [
    enterpriseKindField<EnterpriseAnswers>(),
    enterpriseNameField<EnterpriseAnswers>(),
    taxIdField<EnterpriseAnswers>(),
    communeField<EnterpriseAnswers>(),
  ],
  start: ({ mine: { enterprise } }) =>
    enterprise
      ? {
          answers: {
            enterpriseKind: enterprise.kind,
            enterpriseName: enterprise.name,
            taxId: enterprise.taxId,
            commune: { code: enterprise.communeCode, text: enterprise.communeText },
          },
        }
      : { refuse: { text: texts.nothing } },
  summary: texts.enterpriseSummary,
  send: texts.save,
  giveUp: texts.giveUp,
  cancelled: texts.cancelled,
  submit: (answers) => ({
    kind: "do",
    command: { kind: "correct_enterprise", enterprise: enterpriseFrom(answers) },
    conclude: concluded,
  }),
});

function concluded(outcome: CommandOutcome): Concluded {
  if (outcome.kind === "corrected") return { reply: { text: myDataTexts.done, choices: [again] } };
  return { reply: { text: outcome.kind === "declined" ? declineTexts[outcome.why] : myDataTexts.notDone } };
}

const again = { label: myDataTexts.see, value: "go:my_data" };
