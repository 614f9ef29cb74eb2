import { readPersonName } from "../../registry/names.ts";
import { readPhone } from "../../registry/phone.ts";
import { wordsOf } from "../choosing.ts";
import { field, type Field } from "../form.ts";
import type { SubmitterAnswers } from "./answers.ts";
import { fromName, fromPhone } from "./reading.ts";
import { fieldTexts as texts } from "./texts.ts";

/**
 * The person who writes. The name is kept as it is typed: diacritics are asked for, never restored.
 * @param forCertificate whether the name is printed on a certificate
 */
export function personNameField<A extends Pick<SubmitterAnswers, "submitterName">>(
  forCertificate = false,
): Field<A> {
  return field<Pick<SubmitterAnswers, "submitterName">, "submitterName">({
    id: "submitterName",
    label: texts.submitterLabel,
    ask: () => ({ text: forCertificate ? texts.askSubmitter : texts.askContactName }),
    read: (input) => fromName(readPersonName(wordsOf(input) ?? ""), noteOn),
    show: ({ submitterName }) =>
      submitterName === undefined ? null : `${texts.submitterLabel}: ${submitterName}`,
  }) as unknown as Field<A>;
}

export function phoneField<A extends Pick<SubmitterAnswers, "phone">>(): Field<A> {
  return field<Pick<SubmitterAnswers, "phone">, "phone">({
    id: "phone",
    label: texts.phoneLabel,
    ask: () => ({ text: texts.askPhone }),
    read: (input) => fromPhone(readPhone(wordsOf(input) ?? "")),
    show: ({ phone }) => (phone === undefined ? null : `${texts.phoneLabel}: ${phone}`),
  }) as unknown as Field<A>;
}

/** Said before the name stands on a certificate: it is kept exactly as it was typed. */
function noteOn(name: string): string | null {
  if (!name.includes(" ")) return texts.nameOneWord(name);
  return /[^\u0000-\u007f]/u.test(name) ? null : texts.nameWithoutMarks(name);
}
