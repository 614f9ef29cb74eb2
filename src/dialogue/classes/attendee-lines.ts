import { plain } from "../choosing.ts";

/** A person as one line says it; nothing is judged yet. */
export interface LineParts {
  name: string;
  phone: string;
  position: string;
}

// A run of digits as phones are typed: 0905 123 456, +84.905.123.456, (0255) 3822 456. Shorter and longer ones count
// too, so that a mistyped number is told of and not taken for part of a name.
const PHONE = /\+?\(?\d[\d .\-()]{4,}\d|(?<!\d)0\d{2,}/u;
// A column of digits that is too short is a phone with digits missing.
const ONLY_DIGITS = /^\+?\d[\d .]+$/u;
const NUMBERING = /^\s*(?:(?:stt|số|dòng)\s*)?(?:\d{1,3}\s*[.)/:\-]+(?!\d)|[-–•*+]+(?!\d))\s*/iu;
const NUMBER_COLUMN = /^\s*\d{1,3}\s*[\t;,|]\s*/u;
const SEPARATORS = /[\t;,|]/u;
const HEADER_WORDS = new Set(
  (
    "stt tt so thu tu ho ten va dem nguoi tham du hoc vien dien thoai dt sdt di dong lien he lien lac chuc vu danh " +
    "sach don vi phone name position ghi chu"
  ).split(" "),
);

/** The people of a pasted list; empty lines and a header are passed over. */
export function readLines(text: string): LineParts[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .filter((line) => line.trim() !== "" && !isHeader(line))
    .map(readLine);
}

/** One line: "2. Nguyễn Văn A, 0905123456, trưởng phòng"; the separators may be missing. */
export function readLine(line: string): LineParts {
  const bare = line.replace(NUMBERING, "").replace(NUMBER_COLUMN, "");
  const pieces = bare.split(SEPARATORS).map(tidy).filter(Boolean);
  const parts: LineParts = { name: "", phone: "", position: "" };
  for (const piece of pieces) addPiece(piece, parts);
  return parts;
}

/** A piece is a phone, or has one inside; the first words are the name, what follows is the position. */
function addPiece(piece: string, parts: LineParts): void {
  const found = parts.phone === "" ? (PHONE.exec(piece) ?? ONLY_DIGITS.exec(piece)) : null;
  if (!found) {
    addWords(piece, parts);
    return;
  }
  parts.phone = tidy(found[0]);
  addWords(tidy(piece.slice(0, found.index).replace(/\b(sđt|sdt|đt|dt|tel|điện thoại)\W*$/iu, "")), parts);
  addWords(tidy(piece.slice(found.index + found[0].length)), parts);
}

function addWords(words: string, parts: LineParts): void {
  if (words === "") return;
  if (parts.name === "") parts.name = words;
  else parts.position = parts.position === "" ? words : `${parts.position}, ${words}`;
}

/** Only words of headings, at least two of them: "STT, Họ và tên, SĐT", "Danh sách người tham dự:". */
function isHeader(line: string): boolean {
  const heading = plain(line);
  const words = heading.split(" ");
  const namesColumns = /^danh sach|\b(?:ho (?:va )?ten|ten|name)\b/.test(heading);
  return words.length >= 2 && namesColumns && words.every((word) => HEADER_WORDS.has(word));
}

function tidy(piece: string): string {
  return piece
    .replace(/\s+/gu, " ")
    .replace(/^[\s\-–:.]+|[\s\-–:]+$/gu, "")
    .trim();
}
