/** The button under a question of staff's about a request: what is written next goes into it. */
export function addChoice(code: string): string {
  return `go:my_requests:add.${code}`;
}

/** The request that such a button adds to, from what it hands to its dialogue. */
export function requestToAdd(saved: string): string | null {
  return /^add\.(YC-[0-9A-Z]+)$/.exec(saved)?.[1] ?? null;
}
