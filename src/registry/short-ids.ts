/** A UUID as part of a button's value, which may have 40 characters. */
export function hexOf(id: string): string {
  return id.replaceAll("-", "");
}

/** @param hex 32 hexadecimal digits */
export function idOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
