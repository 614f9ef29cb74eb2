import type { ConsentGiven } from "../../registry/commands.ts";
import type {
  EnterpriseDetails,
  EnterpriseKind,
  EnterpriseView,
  PersonDetails,
} from "../../registry/views.ts";

/** The answers the shared fields fill in; a form's own answers extend what it uses. */
export interface ConsentAnswers {
  /** null: was agreed to earlier, in today's wording */
  consent: ConsentGiven | null;
}

export interface CommuneAnswer {
  /** 5 digits; null where the words were not recognised */
  code: string | null;
  /** what is shown and kept: the commune's name, or the words as they were typed */
  text: string;
  /** while the person chooses among several: codes of them */
  among?: readonly string[];
}

export interface EnterpriseAnswers {
  enterpriseKind: EnterpriseKind;
  enterpriseName: string;
  /** null: skipped */
  taxId: string | null;
  commune: CommuneAnswer;
}

export interface SubmitterAnswers {
  submitterName: string;
  phone: string;
}

/** The enterprise as a command wants it. */
export function enterpriseFrom(answers: EnterpriseAnswers): EnterpriseDetails {
  return {
    kind: answers.enterpriseKind,
    name: answers.enterpriseName,
    taxId: answers.taxId,
    communeCode: answers.commune.code,
    communeText: answers.commune.text,
  };
}

export function submitterFrom({ submitterName, phone }: SubmitterAnswers): PersonDetails {
  return { name: submitterName, phone };
}

/** The answers of an enterprise and a person known from earlier. */
export function answersFrom(
  enterprise: EnterpriseView,
  person: PersonDetails,
): EnterpriseAnswers & SubmitterAnswers {
  return {
    enterpriseKind: enterprise.kind,
    enterpriseName: enterprise.name,
    taxId: enterprise.taxId,
    commune: { code: enterprise.communeCode, text: enterprise.communeText },
    submitterName: person.name,
    phone: person.phone,
  };
}
