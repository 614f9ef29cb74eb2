import { randomBytes } from "node:crypto";

/**
 * Marks around data that nobody can write beforehand: they are made for one call. Tags and lines that look like marks
 * lose what makes them so.
 */
export function delimited(): { mark: string; part: (name: string, words: string) => string } {
  const mark = `=====${randomBytes(9).toString("base64url")}`;
  return {
    mark,
    part: (name, words) => [`${mark} ${name}`, harmless(words), `${mark} end`].join("\n"),
  };
}

/** Control characters go; tags, fences and rows of signs that open or close something become plain words. */
function harmless(words: string): string {
  return words
    .normalize("NFC")
    .replace(/[^\P{Cc}\n]+|\p{Cf}+/gu, " ")
    .replace(/[<>]/g, (sign) => (sign === "<" ? "‹" : "›"))
    .replace(/={3,}|-{4,}|`{3,}|#{2,}|\|{2,}/g, "…");
}
