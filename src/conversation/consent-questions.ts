import { picked } from "../dialogue/choosing.ts";
import { consentTo, privacyNotice } from "../dialogue/privacy-notice.ts";
import type { ConsentPurpose } from "../registry/views.ts";
import type { ConversationState } from "./conversations.ts";
import type { Forms } from "./forms.ts";
import type { Hearing, Result } from "./hearing.ts";
import type { Choice, Reply } from "./reply.ts";
import { texts } from "./texts.ts";

const AGREEING = ["dong y", "da dong y", "toi dong y", "em dong y", "ok", "oke", "co", "duoc", "u", "vang"];
const DECLINING = ["khong", "khong dong y", "toi khong dong y", "ko", "ko dong y", "thoi"];
const AGREE = "agree";
const DECLINE = "decline";

/** What was said to a question whether something may be done. */
export interface Consenting {
  purpose: ConsentPurpose;
  agrees: boolean;
}

/** The question, with the notice that is kept with the consent. */
export function consentQuestion(purpose: AskedPurpose, { context }: Hearing): Reply {
  return {
    text: [texts.consents[purpose].ask, privacyNotice(purpose, context)].join("\n"),
    choices: choicesFor(purpose),
  };
}

/** Purposes asked for outside forms. */
export type AskedPurpose = Extract<ConsentPurpose, "external_model" | "voice" | "external_voice">;

/** The same below an answer, which it must not delay. */
export function alsoAsking(purpose: AskedPurpose, result: Result, hearing: Hearing): Result {
  const last = result.replies.at(-1);
  if (!last) return result;
  const question = consentQuestion(purpose, hearing);
  const asked: Reply = {
    ...last,
    text: `${last.text}\n\n${question.text}`,
    choices: [...(last.choices ?? []), ...(question.choices ?? [])],
  };
  return {
    ...result,
    state: asking(purpose, result.state),
    replies: [...result.replies.slice(0, -1), asked],
  };
}

/** Once is enough: who declined says so themselves when they think otherwise. */
export function asking(purpose: AskedPurpose, state: ConversationState): ConversationState {
  return { ...state, consentsAsked: [...new Set([...state.consentsAsked, purpose])] };
}

export function readConsenting(value: string): (Consenting & { purpose: AskedPurpose }) | null {
  const [said, purpose, rest] = value.split(":");
  if (rest !== undefined || purpose === undefined || !isAsked(purpose)) return null;
  return said === AGREE || said === DECLINE ? { purpose, agrees: said === AGREE } : null;
}

/** What words say to the question that the last menu holds. */
export function consentingIn(words: string, { menu }: ConversationState) {
  const offered = menu?.choices.filter(({ value }) => readConsenting(value) !== null) ?? [];
  const [agree] = offered;
  const purpose = agree && readConsenting(agree.value)?.purpose;
  if (purpose === undefined) return null;
  const value = picked({ kind: "text", text: words }, offered, {
    [`${AGREE}:${purpose}`]: AGREEING,
    [`${DECLINE}:${purpose}`]: DECLINING,
  });
  return value === null ? null : readConsenting(value);
}

/** Keeps the consent, or leaves it at that; a voice message that waited for it is heard now. */
export function consented(
  hearing: Hearing,
  { purpose, agrees }: Consenting & { purpose: AskedPurpose },
  forms: Pick<Forms, "goingOn">,
): Result {
  const { state, context, unheard } = hearing;
  const { thanks, declined } = texts.consents[purpose];
  if (!agrees) return { state, replies: [forms.goingOn(hearing, declined)] };
  const isHeardNow = unheard !== null && purpose !== "external_model";
  const reply = isHeardNow ? { text: texts.listening } : forms.goingOn(hearing, thanks);
  return {
    state,
    replies: [],
    ...(isHeardNow && { takesUp: unheard.messageId }),
    does: {
      command: { kind: "give_consent", consent: consentTo(purpose, context) },
      conclude: (outcome) => ({
        state,
        replies: [outcome.kind === "consent_given" ? reply : { text: texts.notDone }],
      }),
    },
  };
}

function choicesFor(purpose: AskedPurpose): readonly Choice[] {
  return [
    { label: texts.agree, value: `${AGREE}:${purpose}` },
    { label: texts.disagree, value: `${DECLINE}:${purpose}` },
  ];
}

function isAsked(purpose: string): purpose is AskedPurpose {
  return Object.hasOwn(texts.consents, purpose);
}
