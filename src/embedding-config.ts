import { join } from "node:path";
import { z } from "zod";
import { address, type ServerSettings } from "./endpoint-config.ts";
import { questionsEndpoint, type MODEL_VARIABLES } from "./model-config.ts";
import { DENSE_WEIGHT } from "./search/index.ts";

/** An embedding model by which passages are found that say the same in other words. */
export interface EmbeddingSettings extends ServerSettings {
  /** points that the nearest passage gets in the ranking */
  weight: number;
  /** where this replica keeps the vectors */
  folder: string;
  /** of the service's database, where it is a server that may have pgvector; null otherwise */
  databaseUrl: string | null;
}

const HEAVIEST = 20;

/** Part of the schema of the environment; see `.env.example`. */
export const EMBEDDING_VARIABLES = {
  EMBEDDING_MODEL: z.string().trim().default(""),
  EMBEDDING_BASE_URL: address,
  DENSE_WEIGHT: z
    .string()
    .trim()
    .default("")
    .transform((value) => (value === "" ? DENSE_WEIGHT : Number(value)))
    .pipe(z.number().min(0).max(HEAVIEST)),
};

export const EXPECTED_OF_EMBEDDING: Readonly<Record<string, string>> = {
  EMBEDDING_BASE_URL: "an address such as http://10.0.0.5:8080/v1, or nothing for that of OPENAI_BASE_URL",
  DENSE_WEIGHT: `a number from 0 to ${HEAVIEST}`,
};

type Given = z.infer<z.ZodObject<typeof MODEL_VARIABLES & typeof EMBEDDING_VARIABLES>>;

/** Dense search, which is switched on by naming the embedding model, and what is wrong with its settings. */
export function embeddingSettings(
  given: Given,
  { dataFolder, databaseUrl }: { dataFolder: string; databaseUrl: string | undefined },
): { settings: EmbeddingSettings | null; mistakes: readonly string[] } {
  if (given.EMBEDDING_MODEL === "") return { settings: null, mistakes: [] };
  const endpoint = questionsEndpoint(
    given,
    "EMBEDDING_MODEL",
    given.EMBEDDING_BASE_URL || given.OPENAI_BASE_URL,
  );
  if ("mistake" in endpoint) return { settings: null, mistakes: [endpoint.mistake] };
  return {
    settings: {
      ...endpoint,
      model: given.EMBEDDING_MODEL,
      weight: given.DENSE_WEIGHT,
      perPerson: given.MODEL_PER_PERSON,
      perDay: given.MODEL_PER_DAY,
      folder: join(dataFolder, "dense"),
      databaseUrl: databaseUrl ?? null,
    },
    mistakes: [],
  };
}
