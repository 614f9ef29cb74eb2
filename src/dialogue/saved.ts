/** What a lasting button `go:<dialogue>:<saved>` hands to its dialogue. */
export function savedIn(start: unknown): string | null {
  if (typeof start !== "object" || start === null || !("saved" in start)) return null;
  return typeof start.saved === "string" ? start.saved : null;
}
