import { z } from "zod";
import {
  address,
  endpointOf,
  wholeNumber,
  words,
  type Endpoint,
  type ServerSettings,
} from "./endpoint-config.ts";

/** A language model that answers may be put in words by. */
export interface ModelSettings extends ServerSettings {
  output: "json_schema" | "tools" | "json";
  /** for all calls of one question together */
  seconds: number;
}

/** The lease of a message is 30 seconds: a turn must be over before. */
const LONGEST_SECONDS = 20;

/** Part of the schema of the environment; see `.env.example`. */
export const MODEL_VARIABLES = {
  OPENAI_API_KEY: words,
  OPENAI_BASE_URL: address,
  CHAT_MODEL: words,
  MODEL_OUTPUT: z.enum(["json_schema", "tools", "json"]).default("json_schema"),
  MODEL_EXTERNAL: z.enum(["on", "off"]).default("off"),
  MODEL_SECONDS: wholeNumber("15", 2, LONGEST_SECONDS),
  MODEL_PER_PERSON: wholeNumber("50", 1, 1_000_000),
  MODEL_PER_DAY: wholeNumber("2000", 1, 100_000_000),
};

type Given = z.infer<z.ZodObject<typeof MODEL_VARIABLES>>;

export const EXPECTED_OF_MODEL: Readonly<Record<string, string>> = {
  OPENAI_BASE_URL: "an address such as http://10.0.0.5:8000/v1, or nothing for OpenAI's own",
  MODEL_OUTPUT: "json_schema, tools or json",
  MODEL_EXTERNAL: "on or off",
  MODEL_SECONDS: `seconds from 2 to ${LONGEST_SECONDS}`,
  MODEL_PER_PERSON: "questions a day of one person",
  MODEL_PER_DAY: "questions a day of all people",
};

/** The model that is switched on by naming it, and what is wrong with its settings; the key is never repeated. */
export function modelSettings(given: Given): { settings: ModelSettings | null; mistakes: readonly string[] } {
  if (given.CHAT_MODEL === "") return { settings: null, mistakes: [] };
  const endpoint = questionsEndpoint(given, "CHAT_MODEL", given.OPENAI_BASE_URL);
  if ("mistake" in endpoint) return { settings: null, mistakes: [endpoint.mistake] };
  return {
    settings: {
      ...endpoint,
      model: given.CHAT_MODEL,
      output: given.MODEL_OUTPUT,
      seconds: given.MODEL_SECONDS,
      perPerson: given.MODEL_PER_PERSON,
      perDay: given.MODEL_PER_DAY,
    },
    mistakes: [],
  };
}

/**
 * Where questions may go, stripped of personal data, or why they may not.
 * @param variable that names the model
 * @param place its address; OpenAI's own where it is empty
 */
export function questionsEndpoint(
  { OPENAI_API_KEY: key, MODEL_EXTERNAL }: Pick<Given, "OPENAI_API_KEY" | "MODEL_EXTERNAL">,
  variable: string,
  place: string,
): Endpoint | { mistake: string } {
  return endpointOf({
    key,
    address: place,
    mayLeave: MODEL_EXTERNAL === "on",
    missing: `${variable} needs OPENAI_API_KEY, or OPENAI_BASE_URL of a server of your own`,
    refused: (host) =>
      `MODEL_EXTERNAL=off: questions, stripped of personal data, would leave for ${host}; set it to on once the organisation has agreed to that`,
  });
}
