import { readingTexts as texts } from "./reading-texts.ts";

export type PhoneReading =
  /** starts with 0, digits only */
  { kind: "phone"; phone: string } | { kind: "mistake"; text: string };

const LABEL =
  /^\s*(?:số\s*)?(?:điện thoại|dien thoai|di động|sđt|sdt|đtdđ|dtdd|đt|dt|tel|phone|số|so)(?=[\s:.\d+])\s*[:.]?\s*/iu;
const SEVERAL = /\d{7,}\s*(?:[,;/|]|hoặc|hoac|và|va|or)\s*\+?\d{7,}/iu;
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** Reads a Vietnamese number as people type it: "0905.123.456", "+84 905 123 456", "(0255) 3822 123". */
export function readPhone(typed: string): PhoneReading {
  const words = typed.normalize("NFC").replace(LABEL, "").trim();
  const compact = words.replace(/[\s.\-–()_]/gu, "");
  if (!/\d/.test(compact)) return { kind: "mistake", text: texts.phoneNone };
  if (SEVERAL.test(compact)) return { kind: "mistake", text: texts.phoneSeveral };
  if (!/^\+?\d+$/.test(compact)) return { kind: "mistake", text: texts.phoneLetters };
  const phone = nationalForm(compact);
  if (phone === null) return { kind: "mistake", text: texts.phoneForeign };
  if (MOBILE.test(phone) || LANDLINE.test(phone)) return { kind: "phone", phone };
  return { kind: "mistake", text: mistakeIn(phone) };
}

/** With 0 in front; null for another country. */
function nationalForm(number: string): string | null {
  const abroad = number.replace(/^(?:\+|00)/, "");
  if (abroad !== number) return abroad.startsWith("84") ? withZero(abroad.slice(2)) : null;
  // "84905123456" without its plus
  if (/^84[235789]\d{8,9}$/.test(number)) return withZero(number.slice(2));
  // spreadsheets eat the leading zero
  if (/^[35789]\d{8}$/.test(number)) return `0${number}`;
  return number;
}

/** "+84 (0)905…" */
function withZero(rest: string): string {
  return rest.startsWith("0") ? rest : `0${rest}`;
}

function mistakeIn(phone: string): string {
  const isLandline = phone.startsWith("02");
  if (!isLandline && !/^0[35789]/.test(phone)) return texts.phonePrefix;
  const right = isLandline ? 11 : 10;
  return phone.length < right
    ? texts.phoneShort(right - phone.length)
    : texts.phoneLong(phone.length - right);
}
