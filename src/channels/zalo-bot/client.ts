import { failureOf, failureOfException, type Failure } from "./failures.ts";

type Method = "getMe" | "getUpdates" | "setWebhook" | "deleteWebhook" | "getWebhookInfo" | "sendMessage";

type Called = { kind: "ok"; result: unknown } | { kind: "failed"; failure: Failure };

/** Calls the platform as one bot. Never throws, and tells nobody the token. */
export interface Client {
  call(
    method: Method,
    body?: Readonly<Record<string, string | number>>,
    options?: { waitMs?: number; signal?: AbortSignal },
  ): Promise<Called>;
}

export function createClient(apiRoot: string, token: string, requestMs: number): Client {
  const base = `${apiRoot.replace(/\/+$/, "")}/bot${token}/`;
  return {
    async call(method, body = {}, { waitMs = requestMs, signal } = {}) {
      const limit = AbortSignal.timeout(waitMs);
      try {
        const response = await fetch(base + method, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
          // The token stands in the address: it must not be carried elsewhere.
          redirect: "error",
          signal: signal ? AbortSignal.any([limit, signal]) : limit,
        });
        return readAnswer(response.status, response.headers.get("retry-after"), await response.text());
      } catch (error) {
        // The error is not passed on: what it says may hold the address, and with it the token.
        return failed(signal?.aborted === true ? { kind: "stopped" } : failureOfException(error));
      }
    },
  };
}

/** HTTP 200 alone is no success, and an error may come without JSON. */
function readAnswer(status: number, retryAfter: string | null, text: string): Called {
  const answer = parsed(text);
  if (answer === null) return failed(status < 400 ? { kind: "lost" } : failureOf(status, "", retryAfter));
  if (answer["ok"] === true && status < 400) return { kind: "ok", result: answer["result"] };
  const said = Number(answer["error_code"] ?? answer["errorCode"] ?? Number.NaN);
  const code = Number.isInteger(said) ? said : status >= 400 ? status : null;
  const description = answer["description"];
  return failed(failureOf(code, typeof description === "string" ? description : "", retryAfter));
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function failed(failure: Failure): Called {
  return { kind: "failed", failure };
}
