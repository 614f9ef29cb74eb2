import { createHash } from "node:crypto";
import type { DensePassage } from "../../answer/dense/port.ts";

/** Tells an entry in these very words from the same in others. */
export function passageKey({ id, text }: DensePassage): string {
  return createHash("sha256").update(`${id}\n${text}`).digest("base64url");
}
