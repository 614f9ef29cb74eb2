import type { Hono } from "hono";
import type { Answerer } from "./answer/answer.ts";
import { createExtractiveAnswerer, todayInVietnam, type Knowledge } from "./answer/create.ts";
import { createWeb } from "./channels/web/index.ts";
import type { Config } from "./config.ts";

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
}

/** All wiring; nothing else sees everything, and nothing runs before it is asked something. */
export function createApp(config: Config, parts: Parts): App {
  const { knowledge, now = () => new Date(), onError = console.error } = parts;
  const today = () => todayInVietnam(now());
  const extractive = createExtractiveAnswerer(knowledge, today, onError);
  const answerer = parts.answerer ?? extractive.answerer;
  return { web: createWeb({ config, answerer, library: extractive.library, today, onError }) };
}
