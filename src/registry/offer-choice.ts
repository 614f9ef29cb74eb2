/** The answer to an offered seat as the value of a button: 39 characters, where a choice may carry 40. */
export interface OfferAnswer {
  attendeeId: string;
  accept: boolean;
}

const SHAPE = /^offer:([yn])([0-9a-f]{32})$/;

export function offerChoice({ attendeeId, accept }: OfferAnswer): string {
  return `offer:${accept ? "y" : "n"}${attendeeId.replaceAll("-", "")}`;
}

/** Null for any other value. */
export function readOfferChoice(value: string): OfferAnswer | null {
  const [, answer, hex] = SHAPE.exec(value) ?? [];
  if (answer === undefined || hex === undefined) return null;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return { attendeeId: parts.join("-"), accept: answer === "y" };
}

/** The same answers as words to type, with the short number of the class; `dialogue/menu` reads them. */
export const offerWords = {
  take: (keyword: string) => `nhận ${keyword}`,
  pass: (keyword: string) => `nhường ${keyword}`,
  comes: (keyword: string) => `vẫn dự ${keyword}`,
  doesNotCome: (keyword: string) => `không dự ${keyword}`,
} as const;
