import type { ConsentGiven } from "../../registry/commands.ts";
import { picked } from "../choosing.ts";
import { field, type Field } from "../form.ts";
import { consentTo, hasConsented, privacyNotice } from "../privacy-notice.ts";
import type { ConsentAnswers } from "./answers.ts";
import { fieldTexts as texts } from "./texts.ts";

const CHOICES = [
  { label: texts.agree, value: "agree" },
  { label: texts.disagree, value: "disagree" },
] as const;

const SAYINGS = {
  agree: ["dong y", "toi dong y", "em dong y", "minh dong y", "ok", "oke", "co", "duoc", "dong y a"],
  disagree: ["khong", "khong dong y", "toi khong dong y", "ko dong y", "ko", "thoi"],
};

/**
 * The privacy notice and the question whether the person agrees, for "registration"; comes before the first personal
 * datum. Never preticked: only "Đồng ý" goes on. A refusal closes the form with `refused`.
 */
export function consentField<A extends ConsentAnswers>(refused: string): Field<A> {
  return field<ConsentAnswers, "consent">({
    id: "consent",
    label: null,
    skip: (_answers, { mine }) => hasConsented(mine.consents, "registration"),
    ask: (_answers, context) => ({
      text: `${privacyNotice("registration", context)}\n\n${texts.askConsent}`,
      choices: CHOICES,
    }),
    read(input, _answers, context) {
      const answer = picked(input, CHOICES, SAYINGS);
      if (answer === "agree") return { kind: "value", value: consentTo("registration", context) };
      if (answer === "disagree") return { kind: "close", step: { kind: "leave", reply: { text: refused } } };
      return { kind: "mistake", text: texts.chooseConsent, unfit: true };
    },
  }) as unknown as Field<A>;
}

export interface AnnouncementAnswers {
  /** null: does not want any, or agreed earlier */
  announcements: ConsentGiven | null;
}

/** Whether the person also wants announcements: a purpose of its own, optional, asked last. */
export function announcementField<A extends AnnouncementAnswers>(): Field<A> {
  const choices = [
    { label: texts.noAnnouncements, value: "disagree" },
    { label: texts.wantAnnouncements, value: "agree" },
  ] as const;
  return field<AnnouncementAnswers, "announcements">({
    id: "announcements",
    label: texts.announcementsLabel,
    skip: (_answers, { mine }) => hasConsented(mine.consents, "announcement"),
    ask: (_answers, context) => ({
      text: `${texts.askAnnouncements}\n${privacyNotice("announcement", context)}`,
      choices,
    }),
    read(input, _answers, context) {
      const answer = picked(input, choices, SAYINGS);
      if (answer === "agree") return { kind: "value", value: consentTo("announcement", context) };
      if (answer === "disagree") return { kind: "value", value: null };
      return { kind: "mistake", text: texts.chooseAnnouncements, unfit: true };
    },
    show: ({ announcements }) =>
      announcements === undefined ? null : texts.announcementsLine(announcements !== null),
  }) as unknown as Field<A>;
}

/** The consents a command carries: those given just now. */
export function consentsGiven(
  answers: Partial<ConsentAnswers & AnnouncementAnswers>,
): readonly ConsentGiven[] {
  return [answers.consent, answers.announcements].filter((one) => one !== undefined && one !== null);
}
