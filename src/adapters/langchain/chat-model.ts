import { ChatOpenAI } from "@langchain/openai";
import type { z } from "zod";
import { failed, type Composing, type Model, type ModelFailure } from "../../answer/model.ts";
import { answers, schemaOf } from "./answers.ts";
import { fetchOnly } from "./only-endpoint.ts";
import { composePrompt, understandPrompt, type Prompt } from "./prompts.ts";
import { troubleOf } from "./troubles.ts";
import { withoutTracing } from "./without-tracing.ts";

export interface ChatModelSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** how the server is told the form of its answer */
  output: "json_schema" | "tools" | "json";
  /** told of what should not happen: names and codes alone are logged */
  onError: (error: unknown) => void;
}

const METHODS = { json_schema: "jsonSchema", tools: "functionCalling", json: "jsonMode" } as const;
const LONGEST_ANSWER_TOKENS = 1500;

/** A model behind the OpenAI protocol: OpenAI itself, or vLLM, Ollama and the like on a machine of one's own. */
export function createChatModel(settings: ChatModelSettings): Model {
  withoutTracing();
  const chat = new ChatOpenAI({
    apiKey: settings.apiKey,
    model: settings.model,
    temperature: 0,
    maxTokens: LONGEST_ANSWER_TOKENS,
    // The desk tries again itself, within its time.
    maxRetries: 0,
    // Counting what a stream used would fetch a tokenizer from the internet.
    streamUsage: false,
    configuration: { baseURL: settings.baseUrl, fetch: fetchOnly(settings.baseUrl), maxRetries: 0 },
  });

  /** The answer as far as it has come, again and again. */
  async function* growing(name: string, form: z.ZodType, prompt: Prompt, signal: AbortSignal) {
    const structured = chat.withStructuredOutput<Record<string, unknown>>(schemaOf(form), {
      name,
      method: METHODS[settings.output],
      ...(settings.output === "json" ? {} : { strict: true }),
    });
    const system = settings.output === "json" ? withForm(prompt.system, form) : prompt.system;
    const stream = await structured.stream(
      [
        ["system", system],
        ["human", prompt.user],
      ],
      { signal },
    );
    for await (const grown of stream) yield grown as unknown;
  }

  function failure(error: unknown, signal: AbortSignal): ModelFailure {
    const trouble = troubleOf(error, signal);
    settings.onError(error);
    return failed(trouble);
  }

  return {
    async understand(asked, signal) {
      try {
        let last: unknown;
        for await (const grown of growing(
          "understanding",
          answers.understanding,
          understandPrompt(asked),
          signal,
        ))
          last = grown;
        const read = answers.understanding.safeParse(last);
        return read.success ? { kind: "understood", ...read.data } : failed("malformed");
      } catch (error) {
        return failure(error, signal);
      }
    },
    async *compose(brief, signal) {
      try {
        yield* sentencesOf(growing("answer", answers.composition, composePrompt(brief), signal));
      } catch (error) {
        yield failure(error, signal);
      }
    },
  };
}

/** A sentence is whole once the next one or the coverage has begun; the last thing said is how it ended. */
async function* sentencesOf(growing: AsyncIterable<unknown>): AsyncGenerator<Composing> {
  let said = 0;
  let last: unknown;
  for await (const grown of growing) {
    last = grown;
    const sentences = listIn(grown);
    for (; said < sentences.length - 1; said++) {
      const sentence = answers.sentence.safeParse(sentences[said]);
      if (!sentence.success) {
        yield failed("malformed");
        return;
      }
      yield { kind: "sentence", ...sentence.data };
    }
  }
  const whole = answers.composition.safeParse(last);
  if (!whole.success) {
    yield failed(said > 0 || listIn(last).length > 0 ? "cut_off" : "malformed");
    return;
  }
  for (const sentence of whole.data.sentences.slice(said)) yield { kind: "sentence", ...sentence };
  yield { kind: "end", coverage: whole.data.coverage };
}

function listIn(grown: unknown): readonly unknown[] {
  if (typeof grown !== "object" || grown === null || !("sentences" in grown)) return [];
  return Array.isArray(grown.sentences) ? grown.sentences : [];
}

/** Where a server knows no schemas, it is told the form in words. */
function withForm(system: string, form: z.ZodType): string {
  return `${system}\nAnswer with one JSON object of this JSON Schema and nothing else: ${JSON.stringify(schemaOf(form))}`;
}
