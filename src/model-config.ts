import { z } from "zod";
import { address, isOwn, NO_KEY, OPENAI, wholeNumber, words } from "./endpoint-config.ts";

/** A language model that answers may be put in words by. */
export interface ModelSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  output: "json_schema" | "tools" | "json";
  /** for all calls of one question together */
  seconds: number;
  /** questions a day that may go to it */
  perPerson: number;
  perDay: number;
  /** questions leave the organisation's own machines */
  isExternal: boolean;
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
  if (given.OPENAI_API_KEY === "" && given.OPENAI_BASE_URL === "")
    return {
      settings: null,
      mistakes: ["CHAT_MODEL needs OPENAI_API_KEY, or OPENAI_BASE_URL of a server of your own"],
    };
  const baseUrl = given.OPENAI_BASE_URL === "" ? OPENAI : given.OPENAI_BASE_URL;
  const isExternal = !isOwn(new URL(baseUrl).hostname);
  if (isExternal && given.MODEL_EXTERNAL !== "on") {
    const where = new URL(baseUrl).host;
    return {
      settings: null,
      mistakes: [
        `MODEL_EXTERNAL=off: questions, stripped of personal data, would leave for ${where}; set it to on once the organisation has agreed to that`,
      ],
    };
  }
  return {
    settings: {
      apiKey: given.OPENAI_API_KEY === "" ? NO_KEY : given.OPENAI_API_KEY,
      baseUrl,
      model: given.CHAT_MODEL,
      output: given.MODEL_OUTPUT,
      seconds: given.MODEL_SECONDS,
      perPerson: given.MODEL_PER_PERSON,
      perDay: given.MODEL_PER_DAY,
      isExternal,
    },
    mistakes: [],
  };
}
