const TAG = /<(\/?)([a-z-]+)(?:\s[^<>]*)?>/g;
const KNOWN = new Set(["b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"]);
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

/** What a text in HTML shows; null where Telegram "can't parse entities". */
export function shownOf(html: string): string | null {
  const open: string[] = [];
  for (const [, closing, tag = ""] of html.matchAll(TAG)) {
    if (!KNOWN.has(tag)) return null;
    if (closing === "") open.push(tag);
    else if (open.pop() !== tag) return null;
  }
  const bare = html.replace(TAG, "");
  if (open.length > 0 || /[<>]/.test(bare)) return null;
  return bare.replace(/&(?:lt|gt|amp|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}
