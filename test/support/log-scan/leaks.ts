import { canaries } from "../canaries.ts";

interface Kind {
  name: string;
  pattern: RegExp;
}

/** A line that holds what no log may hold; `shape` shows it without that. */
export interface Leak {
  kinds: string[];
  shape: string;
}

const MOST_SHOWN = 200;

const KINDS: readonly Kind[] = [
  ...Object.entries(canaries).map(([name, value]) => ({ name, pattern: anyWritingOf(value) })),
  { name: "token of a bot", pattern: /\b(?:bot)?\d{6,}(?::|%3A)(?=[\w-]*[A-Za-z])[\w-]{16,}/gi },
  {
    name: "named secret",
    pattern:
      /\b(?:access_?token|refresh_?token|secret_?key|secret_?token|app_?secret|password)["']?\s*[:=]\s*["']?[\w.%~+/-]{6,}/gi,
  },
  { name: "authorization", pattern: /\bauthorization["']?\s*[:=]|\bbearer\s+[\w.~+/-]{8,}/gi },
  { name: "session of Zalo", pattern: /\bzpw_[a-z]{2,}["']?\s*(?:=|:\s*["'])/gi },
  { name: "password in a URL", pattern: /\b[a-z][a-z0-9+]*:\/\/[^\s:@/]*:[^\s@/]+@/gi },
  {
    name: "mobile number",
    pattern: /(?<![\w.])(?:(?:\+?84|0)[35789]\d{8}|0[35789]\d{2}([ .-])\d{3}\1\d{3})(?!\w)/g,
  },
  { name: "e-mail address", pattern: /(?<![\w:/])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi },
];

/** null for a line that may be logged */
export function leakIn(line: string): Leak | null {
  const found = KINDS.filter(({ pattern }) => line.search(pattern) >= 0);
  if (found.length === 0) return null;
  const shape = found.reduce((text, { name, pattern }) => text.replace(pattern, `‹${name}›`), line);
  return {
    kinds: found.map(({ name }) => name),
    shape: shape.slice(Math.max(0, shape.indexOf("‹") - MOST_SHOWN / 2)).slice(0, MOST_SHOWN),
  };
}

/** As it is, in a URL, or as JSON and databases may write it. */
function anyWritingOf(value: string): RegExp {
  // Within a longer number or an id it is by chance.
  if (/^\d+$/.test(value)) return new RegExp(`(?<![\\w.])${value}(?!\\w)`, "g");
  const escaped = value.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const writings = [value, value.normalize("NFD"), encodeURIComponent(value), escaped];
  return new RegExp(
    [...new Set(writings)].map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|"),
    "gi",
  );
}
