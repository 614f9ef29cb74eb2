/** How one HTTP call ended, before anybody reads what Zalo says in it. */
export type Called =
  | { kind: "answered"; status: number; body: Record<string, unknown> | null; retryAfterMs: number | null }
  /** it never left */
  | { kind: "not_sent" }
  /** it left, and no answer came */
  | { kind: "no_answer" };

/** Answers of the platform are short; more is not read. */
const LONGEST_ANSWER = 1_000_000;

/** Errors of a connection that never stood. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Never throws, and nothing of the request – tokens, words – is in what it returns. */
export async function call(
  url: string,
  { headers, body, ms }: { headers: Record<string, string>; body: string; ms: number },
): Promise<Called> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "error",
      signal: AbortSignal.timeout(ms),
    });
    const text = await response.text();
    return {
      kind: "answered",
      status: response.status,
      body: text.length > LONGEST_ANSWER ? null : objectIn(text),
      retryAfterMs: secondsIn(response.headers.get("retry-after")),
    };
  } catch (error) {
    return { kind: NEVER_CONNECTED.has(codeOf(error)) ? "not_sent" : "no_answer" };
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function secondsIn(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}

/** `fetch` hides the reason behind one or two causes. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return "";
}
