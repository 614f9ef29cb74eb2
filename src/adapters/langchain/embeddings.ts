import { OpenAIEmbeddings } from "@langchain/openai";
import type { Embedded, Embedder } from "../../answer/dense/port.ts";
import { OperatorError } from "../../errors.ts";
import { fetchOnly } from "./only-endpoint.ts";
import { troubleOf } from "./troubles.ts";
import { withoutTracing } from "./without-tracing.ts";

export interface EmbedderSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** told of what should not happen: names and codes alone are logged */
  onError: (error: unknown) => void;
}

/** An embedding model behind the OpenAI protocol: OpenAI, or vLLM, Ollama, TEI on a machine of one's own. */
export function createEmbedder(settings: EmbedderSettings): Embedder {
  withoutTracing();
  const fetchThere = fetchOnly(settings.baseUrl);

  /** LangChain's takes no signal: each call has a client of its own, whose requests end with it. */
  function client(signal: AbortSignal): OpenAIEmbeddings {
    return new OpenAIEmbeddings({
      apiKey: settings.apiKey,
      model: settings.model,
      // The client would ask for base64 and read whatever comes as that.
      encodingFormat: "float",
      maxRetries: 0,
      configuration: {
        baseURL: settings.baseUrl,
        maxRetries: 0,
        fetch: (input, init) =>
          fetchThere(input, {
            ...init,
            signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal,
          }),
      },
    });
  }

  return {
    async embed(texts, signal): Promise<Embedded> {
      try {
        const vectors: unknown = await client(signal).embedDocuments([...texts]);
        if (areVectors(vectors, texts.length)) return { kind: "vectors", vectors };
        settings.onError(
          new OperatorError(`${settings.model}: what came back are no ${texts.length} vectors`),
        );
        return { kind: "failed", why: "malformed" };
      } catch (error) {
        settings.onError(error);
        // The answer had not the parts that LangChain reads.
        const isForm = error instanceof TypeError && !signal.aborted;
        return { kind: "failed", why: isForm ? "malformed" : troubleOf(error, signal) };
      }
    },
  };
}

/** So many, all of one length, of finite numbers that are not all 0. */
function areVectors(given: unknown, count: number): given is number[][] {
  if (!Array.isArray(given) || given.length !== count) return false;
  const lists: readonly unknown[] = given;
  const [first] = lists;
  const length = Array.isArray(first) ? first.length : 0;
  return lists.every((one) => Array.isArray(one) && one.length === length && isDirection(one));
}

function isDirection(numbers: readonly unknown[]): boolean {
  return numbers.every((value) => Number.isFinite(value)) && numbers.some((value) => value !== 0);
}
