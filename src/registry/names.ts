import { readingTexts as texts } from "./reading-texts.ts";

/** A name is kept as it was typed, diacritics and capitals included: nothing is ever restored. */
export type NameReading = { kind: "name"; name: string } | { kind: "mistake"; text: string };

const SHORTEST = 2;
const LONGEST_PERSON = 80;
const LONGEST_ENTERPRISE = 150;

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u20e3\ufe0f]/u;
const LINK = /https?:|www\.|\S@\S|\.(?:com|net|org|vn|info|xyz|top)(?:\b|\/)/iu;
const PERSON_SIGNS = /[^\p{L}\p{M}\s.'’\-]/gu;
const ENTERPRISE_SIGNS = /[^\p{L}\p{M}\p{N}\s.,:&+/'’‘"“”()\-–№%]/gu;

export function readPersonName(typed: string): NameReading {
  const name = tidy(typed);
  if (name === "") return mistake(texts.nameEmpty);
  if (EMOJI.test(name)) return mistake(texts.nameEmoji);
  if (LINK.test(name)) return mistake(texts.nameLink);
  const length = lengthOf(name);
  if (length > LONGEST_PERSON) return mistake(texts.nameLong(length, LONGEST_PERSON));
  const signs = strange(name, PERSON_SIGNS).replace(/\p{N}/gu, "").trim();
  if (signs !== "") return mistake(texts.nameSigns(signs));
  if (/\p{N}/u.test(name)) return mistake(texts.nameDigits);
  if (length < SHORTEST || !/\p{L}/u.test(name)) return mistake(texts.nameShort);
  return { kind: "name", name };
}

export function readEnterpriseName(typed: string): NameReading {
  const name = tidy(typed);
  if (name === "") return mistake(texts.enterpriseEmpty);
  if (EMOJI.test(name)) return mistake(texts.enterpriseEmoji);
  if (LINK.test(name)) return mistake(texts.enterpriseLink);
  const length = lengthOf(name);
  if (length > LONGEST_ENTERPRISE) return mistake(texts.enterpriseLong(length, LONGEST_ENTERPRISE));
  const signs = strange(name, ENTERPRISE_SIGNS);
  if (signs !== "") return mistake(texts.enterpriseSigns(signs));
  if (length < SHORTEST) return mistake(texts.enterpriseShort);
  if (!/\p{L}/u.test(name)) return mistake(texts.enterpriseEmpty);
  return { kind: "name", name };
}

function tidy(typed: string): string {
  return typed.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
}

/** The signs that do not belong there, each once: "< > ;" */
function strange(name: string, signs: RegExp): string {
  return [...new Set(name.match(signs) ?? [])].join(" ");
}

function lengthOf(name: string): number {
  return Array.from(name).length;
}

function mistake(text: string): NameReading {
  return { kind: "mistake", text };
}
