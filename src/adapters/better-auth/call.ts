import type { Source } from "../../console/access/port.ts";
import { OperatorError } from "../../errors.ts";
import { BASE, CLIENT_HEADER, type Auth } from "./auth.ts";

/** The cookies that better-auth would give to a browser; the console has its own. */
export type AuthCookie = "session_token" | "two_factor";

export interface Called {
  status: number;
  /** of a failure */
  code: string;
  body: Readonly<Record<string, unknown>>;
  /** value of a cookie as it was set, null where it was not */
  cookie(name: AuthCookie): string | null;
  /** seconds until another attempt may be made */
  retryAfter: number;
}

/** One call of better-auth, as a browser would make it, without a network. */
export async function call(
  auth: Auth,
  path: string,
  body: Readonly<Record<string, unknown>>,
  { from, cookies = {} }: { from: Source; cookies?: Partial<Record<AuthCookie, string>> },
): Promise<Called> {
  const headers = new Headers({ "Content-Type": "application/json", Cookie: cookieHeader(cookies) });
  if (from.address !== undefined) headers.set(CLIENT_HEADER, from.address);
  if (from.agent !== undefined) headers.set("User-Agent", from.agent);
  const response = await auth.handler(
    new Request(`${BASE}${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  const answer = record(await response.json().catch(() => ({})));
  if (response.status >= 500) throw new OperatorError(`better-auth ${path}: ${response.status}`);
  const set = response.headers.getSetCookie();
  return {
    status: response.status,
    code: typeof answer["code"] === "string" ? answer["code"] : "",
    body: answer,
    cookie: (name) => {
      const start = `${cookieName(name)}=`;
      const value = set
        .findLast((line) => line.startsWith(start))
        ?.slice(start.length)
        .split(";")[0];
      return value === undefined || value === "" ? null : value;
    },
    retryAfter: Number(response.headers.get("X-Retry-After") ?? 60),
  };
}

export function cookieHeader(cookies: Partial<Record<AuthCookie, string>>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${cookieName(name)}=${value}`)
    .join("; ");
}

function cookieName(name: string): string {
  return `staff.${name}`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
