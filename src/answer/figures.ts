/**
 * The number lock: every figure, date, percentage and document number that an answer states must stand
 * in what it cites. Compared as digit groups, so that "01/7/2026" cannot be backed by a stray "7".
 */

// A run of digits with the separators that belong to a figure, date or document number.
const FIGURE = /\d+(?:[.,/:-]\d+)*/g;

/** Figures as they are written, "1.500.000", "31/12/2025", "37/2026", "11892-1:2017", leading zeros dropped. */
export function figuresIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [figure] of text.normalize("NFC").matchAll(FIGURE)) found.add(canonical(figure));
  return found;
}

/** The figures of `text` that none of `sources` states. */
export function figuresWithoutSource(text: string, sources: readonly string[]): string[] {
  const backed = new Set(sources.flatMap((source) => [...figuresIn(source)]));
  return [...figuresIn(text)].filter((figure) => !backed.has(figure));
}

function canonical(figure: string): string {
  return figure.replace(/(^|[/:-])0+(?=\d)/g, "$1");
}
