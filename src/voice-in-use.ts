import type { Voice } from "./conversation/listen.ts";
import { createStanding, type AccountState } from "./conversation/standing.ts";
import { createTranscriptionDesk } from "./conversation/transcription.ts";
import { transcriptionTexts } from "./conversation/transcription-texts.ts";
import { shareOf, type ModelCore } from "./model-in-use.ts";
import type { VoiceSettings } from "./voice-config.ts";

/** What hears voice messages, with what the service keeps of it. */
export interface VoiceInUse extends Voice {
  status: () => AccountState;
}

/** Where states are listed, it stands among the channels. */
export const TRANSCRIPTION = "transcription";

/** Wires what hears voice messages; its library is loaded with the first of them. */
export function useVoice(settings: VoiceSettings, core: ModelCore): VoiceInUse {
  const { now, onError } = core;
  const standing = createStanding<"calls">({
    channel: TRANSCRIPTION,
    account: settings.model,
    now,
    onError,
  });
  const desk = createTranscriptionDesk({
    async transcriber() {
      const { createTranscriber } = await import("./adapters/langchain/transcriber.ts");
      return createTranscriber({ ...settings, onError });
    },
    budget: shareOf(settings, "recordings", core),
    seconds: settings.seconds,
    now,
    onOutcome(trouble) {
      if (trouble === null) standing.well("calls");
      else standing.set("calls", "waiting", transcriptionTexts.trouble(trouble));
    },
    onError,
  });
  return {
    desk,
    purpose: settings.isExternal ? "external_voice" : "voice",
    status: () => standing.status(),
  };
}
