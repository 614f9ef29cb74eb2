import { z } from "zod";
import { COVERAGES, MODEL_ROUTES } from "../../answer/model.ts";

/** The forms of a model's answers, as JSON Schema for the server and as checks for us. */

const UNDERSTANDING = z.strictObject({
  route: z.enum(MODEL_ROUTES),
  questions: z.array(z.string()).min(1).max(2),
  language: z.enum(["vi", "en"]),
});

const SENTENCE = z.strictObject({
  text: z.string(),
  vietnamese: z.string(),
  sources: z.array(z.string()),
});

/** Coverage comes last, so that an answer that was cut off is known by its absence. */
const COMPOSITION = z.strictObject({
  sentences: z.array(SENTENCE),
  coverage: z.enum(COVERAGES),
});

export const answers = {
  understanding: UNDERSTANDING,
  sentence: SENTENCE,
  composition: COMPOSITION,
} as const;

/** Servers that are strict take no limits on lengths; what comes back is checked by us anyway. */
export function schemaOf(form: z.ZodType): Record<string, unknown> {
  return withoutLimits(z.toJSONSchema(form)) as Record<string, unknown>;
}

const LIMITS: ReadonlySet<string> = new Set(["minItems", "maxItems", "$schema"]);

function withoutLimits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLimits);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LIMITS.has(key))
      .map(([key, inner]) => [key, withoutLimits(inner)]),
  );
}
