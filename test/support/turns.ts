import type { Turns } from "../../src/conversation/turns.ts";

/** Turns where there is no other replica. */
export const alone: Turns = { run: (_name, { work }, signal) => work(signal) };
