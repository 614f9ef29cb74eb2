/** The five tone marks of Vietnamese, as combining characters: huyền, sắc, hỏi, ngã, nặng. */
const TONES = "\u0300\u0301\u0309\u0303\u0323";
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufe0e\ufe0f]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

// The two schools of tone placement differ on open "oa", "oe", "uy" (hoá/hóa); the other lines are slips of
// the keyboard that every school calls wrong (cuả, hòan, qúy, gía).
const LATE_IN_OPEN_SYLLABLE = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵàáảãạ]|ư[àáảãạ]|(?<!g)i[àáảãạ])(?![\p{L}\p{M}])/gu;
const EARLY_IN_CLOSED_SYLLABLE = /([òóỏõọ][ae]|[ùúủũụ]y)(?=\p{L})/gu;
const EARLY_AFTER_Q_OR_GI = /(?<=q)[ùúủũụ][aeêioơyăâ]|(?<=(?<!n)g)[ìíỉĩị][aeêouơưăâô]/gu;
// The tone of iê, yê, uô, ươ stands on their second vowel (thứơc → thước).
const EARLY_IN_DOUBLE_VOWEL = /[ìíỉĩịỳýỷỹỵ]ê|[ùúủũụ]ô|[ừứửữự]ơ/gu;
// Both spellings are taught; the regulations write y (kĩ thuật → kỹ thuật, qui định → quy định).
const FINAL_I = /(?<!\p{L})(k|l|m|t|qu)([iìíỉĩị])(?!\p{L})/gu;
const I_TO_Y: Readonly<Record<string, string>> = { i: "y", ì: "ỳ", í: "ý", ỉ: "ỷ", ĩ: "ỹ", ị: "ỵ" };
const MAY_NEED_TONE_MOVED = /[oiuư][àáảãạèéẻẽẹỳýỷỹỵ]|[òóỏõọùúủũụìíỉĩị][aeêiyoơuưăâô]|[ừứửữự]ơ|[ỳýỷỹỵ]ê/u;

/**
 * One spelling for one text: NFC, lower case, tones placed the same way (hoá → hóa, uỷ → ủy), final y (kĩ → kỹ), control and
 * zero-width characters removed, whitespace folded to single spaces. Idempotent.
 */
export function normalise(text: string): string {
  const plain = text
    .replace(CONTROL, " ")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC");
  return writeFinalY(placeTones(plain)).replace(/\s+/gu, " ").trim();
}

/** Without diacritics: "đăng ký" → "dang ky". Lengths may change; the case stays. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** Whether a normalised syllable carries any diacritic, đ included. Looks at every letter, so it must be quick. */
export function isAccented(syllable: string): boolean {
  for (let i = 0; i < syllable.length; i++) {
    const code = syllable.charCodeAt(i);
    if ((code >= 0xc0 && code < 0x250) || (code >= 0x1ea0 && code < 0x1f00)) return true;
  }
  return false;
}

function placeTones(text: string): string {
  if (!MAY_NEED_TONE_MOVED.test(text)) return text;
  return text
    .replace(EARLY_AFTER_Q_OR_GI, moveToneRight)
    .replace(EARLY_IN_CLOSED_SYLLABLE, moveToneRight)
    .replace(EARLY_IN_DOUBLE_VOWEL, moveToneRight)
    .replace(LATE_IN_OPEN_SYLLABLE, moveToneLeft);
}

function writeFinalY(text: string): string {
  return text.replace(
    FINAL_I,
    (_whole, initial: string, vowel: string) => initial + (I_TO_Y[vowel] ?? vowel),
  );
}

function moveToneRight(pair: string): string {
  const { bases, tone } = separateTone(pair);
  return (bases + tone).normalize("NFC");
}

function moveToneLeft(pair: string): string {
  const { bases, tone } = separateTone(pair);
  return (bases.charAt(0) + tone + bases.slice(1)).normalize("NFC");
}

/** Splits two vowels into themselves (hats and horns kept, composed) and their tone mark. */
function separateTone(pair: string): { bases: string; tone: string } {
  let tone = "";
  let bases = "";
  for (const character of pair.normalize("NFD")) {
    if (TONES.includes(character)) tone += character;
    else bases += character;
  }
  return { bases: bases.normalize("NFC"), tone };
}
