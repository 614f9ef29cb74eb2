import { forgetCookie, readCookie, writeCookie } from "../cookies.ts";
import type { ConsoleContext } from "../visit.ts";

export interface FlashWords {
  tone: "good" | "caution";
  text: string;
}

/** Goes to a page that says how it went. Names of people do not belong here: the words travel in a cookie. */
export function goTo(
  c: ConsoleContext,
  path: string,
  text?: string,
  tone: FlashWords["tone"] = "good",
): Response {
  if (text !== undefined) {
    const words = Buffer.from(JSON.stringify({ tone, text } satisfies FlashWords)).toString("base64url");
    writeCookie(c, c.var.visit.secure, "flash", words);
  }
  return c.redirect(path, 303);
}

/** Said once. */
export function takeFlash(c: ConsoleContext): FlashWords | null {
  const { secure } = c.var.visit;
  const kept = readCookie(c, secure, "flash");
  if (kept === undefined) return null;
  forgetCookie(c, secure, "flash");
  try {
    const { tone, text } = JSON.parse(Buffer.from(kept, "base64url").toString()) as Partial<FlashWords>;
    return typeof text === "string" ? { tone: tone === "caution" ? "caution" : "good", text } : null;
  } catch {
    return null;
  }
}
