/** How a call of the platform failed; never carries what the platform wrote, which may repeat people's words. */
export type Failure =
  /** 401: the token is wrong or was replaced */
  | { kind: "token" }
  /** 429; `afterMs` only where the platform says it, which it usually does not */
  | { kind: "limited"; afterMs: number | null }
  /** 408: no update came while the poll was held open */
  | { kind: "timeout" }
  | { kind: "bad_request" }
  | { kind: "forbidden" }
  | { kind: "not_found" }
  /** the platform says that it failed itself */
  | { kind: "server"; code: number }
  | { kind: "other"; code: number | null }
  /** nothing left us: no address, no connection */
  | { kind: "unreachable" }
  /** the request left, and no answer that can be read came back */
  | { kind: "lost" }
  /** we gave it up ourselves */
  | { kind: "stopped" };

/** What an error answer means. Its codes look like those of HTTP but are Zalo's own. */
export function failureOf(code: number | null, description: string, retryAfter: string | null): Failure {
  if (code === null)
    return /request timeout/i.test(description) ? { kind: "timeout" } : { kind: "other", code };
  switch (code) {
    case 400:
      return { kind: "bad_request" };
    case 401:
      return { kind: "token" };
    case 403:
      // Zalo's own table calls 403 “Internal server error”.
      return /internal/i.test(description) ? { kind: "server", code } : { kind: "forbidden" };
    case 404:
      return { kind: "not_found" };
    case 408:
      return { kind: "timeout" };
    case 426:
    case 429:
      return { kind: "limited", afterMs: secondsIn(retryAfter) };
    case 502:
    case 504:
      // Somebody in between gave up waiting: what stands behind may have done it all the same.
      return { kind: "lost" };
    default:
      return code >= 500 && code < 600 ? { kind: "server", code } : { kind: "other", code };
  }
}

function secondsIn(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : null;
}

/** Connections that were never made: the platform cannot have heard of the request. */
const NEVER_LEFT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT(?:_.*)?|UNABLE_TO_.*)$/;

/** What an exception of `fetch` means for the request. */
export function failureOfException(error: unknown): Failure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return NEVER_LEFT.test(code) ? { kind: "unreachable" } : { kind: "lost" };
}
