import { CODE_ALPHABET, letters } from "../registry/codes.ts";

const LENGTH = 10;

/** Bytes needed for one code. */
export const LINK_CODE_BYTES = LENGTH * 2;

/** A one-time code like "7KQ3M-9AHWX": 25^10 of them, gone after minutes. */
export function makeLinkCode(random: Uint8Array): string {
  const code = letters(LENGTH, random);
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

const TYPED = new RegExp(
  `^\\s*/?k[eế]t ?n[oố]i\\s+([${CODE_ALPHABET}]{${LENGTH / 2}})[\\s-]?([${CODE_ALPHABET}]{${LENGTH / 2}})\\s*$`,
  "iu",
);

/** Somebody means to link something, but no code can be read. As one word it is nobody's question. */
export function asksForLink(text: string): boolean {
  return /^\s*\/?ketnoi(?:\s|$)/i.test(text);
}

/** The code in "kết nối 7KQ3M-9AHWX", "ketnoi 7kq3m9ahwx"; null in any other words. */
export function linkCodeIn(text: string): string | null {
  const [, first, second] = TYPED.exec(text.normalize("NFC")) ?? [];
  return first === undefined || second === undefined ? null : `${first}-${second}`.toUpperCase();
}
