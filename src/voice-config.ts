import { z } from "zod";
import { address, endpointOf, wholeNumber, words, type ServerSettings } from "./endpoint-config.ts";

/** What hears voice messages. */
export interface VoiceSettings extends ServerSettings {
  /** for one recording */
  seconds: number;
}

/** A recording has a lease of its message to itself, which is 30 seconds. */
const LONGEST_SECONDS = 25;

/** Part of the schema of the environment; see `.env.example`. */
export const VOICE_VARIABLES = {
  TRANSCRIPTION_MODEL: words,
  TRANSCRIPTION_API_KEY: words,
  TRANSCRIPTION_BASE_URL: address,
  TRANSCRIPTION_EXTERNAL: z.enum(["on", "off"]).default("off"),
  TRANSCRIPTION_SECONDS: wholeNumber("20", 2, LONGEST_SECONDS),
  TRANSCRIPTION_PER_PERSON: wholeNumber("30", 1, 1_000_000),
  TRANSCRIPTION_PER_DAY: wholeNumber("1000", 1, 100_000_000),
};

type Given = z.infer<z.ZodObject<typeof VOICE_VARIABLES>> & {
  OPENAI_API_KEY: string;
  OPENAI_BASE_URL: string;
};

export const EXPECTED_OF_VOICE: Readonly<Record<string, string>> = {
  TRANSCRIPTION_BASE_URL:
    "an address such as http://10.0.0.5:8000/v1, or nothing for that of OPENAI_BASE_URL",
  TRANSCRIPTION_EXTERNAL: "on or off",
  TRANSCRIPTION_SECONDS: `seconds from 2 to ${LONGEST_SECONDS}`,
  TRANSCRIPTION_PER_PERSON: "voice messages a day of one person",
  TRANSCRIPTION_PER_DAY: "voice messages a day of all people",
};

/** What hears voice messages, switched on by naming its model, and what is wrong with its settings. */
export function voiceSettings(given: Given): { settings: VoiceSettings | null; mistakes: readonly string[] } {
  if (given.TRANSCRIPTION_MODEL === "") return { settings: null, mistakes: [] };
  const hasOwnPlace = given.TRANSCRIPTION_BASE_URL !== "";
  const place = hasOwnPlace ? given.TRANSCRIPTION_BASE_URL : given.OPENAI_BASE_URL;
  // A key is told to nobody but the server it was given for.
  const key = given.TRANSCRIPTION_API_KEY || (hasOwnPlace ? "" : given.OPENAI_API_KEY);
  const endpoint = endpointOf({
    key,
    address: place,
    mayLeave: given.TRANSCRIPTION_EXTERNAL === "on",
    missing: "TRANSCRIPTION_MODEL needs TRANSCRIPTION_BASE_URL or OPENAI_BASE_URL, or a key for OpenAI",
    refused: (host) =>
      `TRANSCRIPTION_EXTERNAL=off: people's voices would leave for ${host}; set it to on once the organisation has agreed to that`,
  });
  if ("mistake" in endpoint) return { settings: null, mistakes: [endpoint.mistake] };
  return {
    settings: {
      ...endpoint,
      model: given.TRANSCRIPTION_MODEL,
      seconds: given.TRANSCRIPTION_SECONDS,
      perPerson: given.TRANSCRIPTION_PER_PERSON,
      perDay: given.TRANSCRIPTION_PER_DAY,
    },
    mistakes: [],
  };
}
