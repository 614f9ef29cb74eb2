import type { SendResult } from "../../src/conversation/channel.ts";

/** How a sending ended, in one word: a retry by its reason. */
export function endingOf(result: SendResult): string {
  return result.kind === "retry" ? result.because : result.kind;
}
