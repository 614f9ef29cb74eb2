import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { OutputParserException } from "@langchain/core/output_parsers";
import type { ModelTrouble } from "../../answer/model.ts";

/** What went wrong, in the core's words; what the server said of it stays here, for it may repeat what was sent. */
export function troubleOf(error: unknown, signal: AbortSignal): ModelTrouble {
  if (signal.aborted || error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return "slow";
  if (error instanceof APIConnectionError) return "unreachable";
  if (error instanceof APIError) return ofStatus(Number(error.status));
  if (error instanceof OutputParserException || error instanceof SyntaxError) return "malformed";
  const status = statusOf(error);
  if (status !== null) return ofStatus(status);
  return isNamed(error, "TimeoutError") || isNamed(error, "AbortError") ? "slow" : "unreachable";
}

/** Without a status it failed in the middle of a stream. */
function ofStatus(status: number): ModelTrouble {
  if (status === 429) return "too_many_requests";
  if (status >= 500) return "server_error";
  return status >= 400 ? "refused" : "cut_off";
}

/** LangChain wraps some errors of the client in its own, with the status beside. */
function statusOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("status" in error)) return null;
  return typeof error.status === "number" ? error.status : null;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
