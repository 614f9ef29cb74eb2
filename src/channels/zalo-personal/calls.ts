/** Every call of the library goes through here: to a gateway where there is one, and never without an end. */
interface CallParts {
  gateway: string | null;
  callMs: number;
  pollMs: number;
}

/** The header in which a gateway reads whom we meant to call. */
const MEANT_HOST = "x-original-host";

/** Of these the platform answers when something happens. */
const LONG_POLLS = /\/waiting-(?:scan|confirm)$/;

export function createFetch({ gateway, callMs, pollMs }: CallParts): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    // The library also claims zstd, which fetch cannot read.
    headers.set("accept-encoding", "gzip, deflate, br");
    const meant = url.host;
    const to = gateway === null ? url : new URL(url.pathname + url.search, gateway);
    if (gateway !== null) headers.set(MEANT_HOST, meant);
    const end = AbortSignal.timeout(LONG_POLLS.test(url.pathname) ? pollMs : callMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, end]) : end;
    return fetch(to, { ...init, headers, signal });
  };
}

/** Errors of a connection that never stood. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a call surely never reached anybody. */
export function neverLeft(error: unknown): boolean {
  return NEVER_CONNECTED.has(codeIn(error));
}

/** `fetch` hides the reason behind one or two causes. */
function codeIn(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeIn(at.errors[0]);
  }
  return "";
}
