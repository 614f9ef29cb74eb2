import { hasConsented } from "../dialogue/privacy-notice.ts";
import { asking, consentQuestion } from "./consent-questions.ts";
import type { Forms } from "./forms.ts";
import type { Hearing, Result } from "./hearing.ts";
import type { Voice } from "./listen.ts";
import type { FileRef } from "./message.ts";
import { texts } from "./texts.ts";

/** A voice message without words: whether it may be heard is asked once, else its person is asked to type. */
export function unheardVoice(
  hearing: Hearing,
  recording: FileRef,
  voice: Pick<Voice, "purpose"> | undefined,
  forms: Pick<Forms, "again">,
): Result {
  const { state, context, claimed } = hearing;
  const isAllowed = voice !== undefined && hasConsented(context.mine.consents, voice.purpose);
  if (voice && !isAllowed && !state.consentsAsked.includes(voice.purpose)) {
    const unheard = { messageId: claimed.message.id, fileId: recording.id };
    return {
      state: { ...asking(voice.purpose, state), unheard },
      replies: [consentQuestion(voice.purpose, hearing)],
    };
  }
  const why = !voice ? texts.unreadable(texts.voiceMessage) : isAllowed ? texts.notHeard : texts.typeInstead;
  return { state, replies: [forms.again(hearing, why)], drops: [recording.id] };
}
