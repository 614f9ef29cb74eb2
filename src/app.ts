import type { Hono } from "hono";
import type { Answerer } from "./answer/answer.ts";
import { createExtractiveAnswerer, todayInVietnam, type Knowledge } from "./answer/create.ts";
import { createWeb } from "./channels/web/index.ts";
import type { Config } from "./config.ts";
import { createLibrary } from "./knowledge/library.ts";

/** What the service is made of; tests give their own. */
export interface Parts {
  knowledge: Knowledge;
  /** answers from the knowledge unless given */
  answerer?: Answerer;
  now?: () => Date;
  /** told of what should not happen */
  onError?: (error: unknown) => void;
}

export interface App {
  /** serves HTTP by `fetch` */
  web: Hono;
  /** does now what the first question would wait for */
  warmUp: () => void;
}

/** All wiring; nothing else sees everything, and nothing runs before it is asked something. */
export function createApp(config: Config, parts: Parts): App {
  const { knowledge, now = () => new Date(), onError = console.error } = parts;
  const today = () => todayInVietnam(now());
  // Reading all sections for the answerer takes longer than all else, and pages can be served meanwhile.
  const extractive = once(() => createExtractiveAnswerer(knowledge, today, onError).answerer);
  const answerer = parts.answerer ?? {
    answer: (question, history) => extractive().answer(question, history),
  };
  const library = createLibrary(knowledge.documents);
  return {
    web: createWeb({ config, answerer, library, today, onError }),
    warmUp: () => void extractive(),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
