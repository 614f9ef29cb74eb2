import { neverLeft } from "./calls.ts";

/** What an error of the library means for the message it was to send. */
export type Failure =
  /** the login is no longer taken */
  | { kind: "expired" }
  /** too much was sent */
  | { kind: "too_much" }
  | { kind: "refused"; why: string }
  | { kind: "not_sent"; why: string }
  | { kind: "unknown"; why: string };

const TOO_MUCH = 221;
const SESSION = 600;

const REFUSALS: Readonly<Record<number, string>> = {
  122: "the person takes nothing from strangers",
  123: "the person refuses",
};

/** Never repeats the words of the error: they may hold what was sent, or the whole session. */
export function failureOf(error: unknown): Failure {
  const { name, code, message } = readable(error);
  // All errors of the library begin alike; their class would load the library.
  if (!/^Z(?:ca|alo)Api/.test(name))
    return neverLeft(error)
      ? { kind: "not_sent", why: "no connection to Zalo" }
      : { kind: "unknown", why: `no answer from Zalo (${name})` };
  if (code === SESSION) return { kind: "expired" };
  if (code === TOO_MUCH) return { kind: "too_much" };
  if (code !== null) return { kind: "refused", why: REFUSALS[code] ?? `Zalo says no, code ${code}` };
  const status = Number(/status code (\d{3})/.exec(message)?.[1]);
  if (status === 429) return { kind: "too_much" };
  if (status >= 500 || status === 408) return { kind: "unknown", why: `Zalo answered HTTP ${status}` };
  if (status >= 400) return { kind: "refused", why: `Zalo answered HTTP ${status}` };
  if (/parse response/i.test(message)) return { kind: "unknown", why: "Zalo's answer cannot be read" };
  // Checked by the library before anything is sent: a file too large, of a kind not taken.
  return { kind: "refused", why: "the library does not take it" };
}

function readable(error: unknown): { name: string; code: number | null; message: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, message: "" };
  const code = "code" in error && typeof error.code === "number" ? error.code : null;
  return { name: error.name, code, message: error.message };
}
