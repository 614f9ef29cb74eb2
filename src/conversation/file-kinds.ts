import { texts } from "./texts.ts";

/** What a file is, as its content shows. */
export interface FileKind {
  mediaType: string;
  /** as staff's programs know it, without the dot */
  extension: string;
}

interface Known extends FileKind {
  isIt: (content: Uint8Array, name: string) => boolean;
}

const OOXML = "application/vnd.openxmlformats-officedocument";

/** What staff can open and what does no harm there. */
const KNOWN: readonly Known[] = [
  { mediaType: "image/jpeg", extension: "jpg", isIt: startsWith("\xff\xd8\xff") },
  { mediaType: "image/png", extension: "png", isIt: startsWith("\x89PNG\r\n\x1a\n") },
  {
    mediaType: "image/webp",
    extension: "webp",
    isIt: (content, name) =>
      startsWith("RIFF")(content, name) && startsWith("WEBP")(content.subarray(8), name),
  },
  { mediaType: "application/pdf", extension: "pdf", isIt: startsWith("%PDF-") },
  { mediaType: `${OOXML}.wordprocessingml.document`, extension: "docx", isIt: zipWith("word/document.xml") },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, extension: "xlsx", isIt: zipWith("xl/workbook.xml") },
  {
    mediaType: "text/plain",
    extension: "txt",
    isIt: (content, name) => /\.txt$/i.test(name) && isText(content),
  },
];

/** By the first bytes, whatever it is called; null for kinds that are not taken. */
export function kindOf(content: Uint8Array, name: string): FileKind | null {
  const known = KNOWN.find(({ isIt }) => isIt(content, name));
  return known ? { mediaType: known.mediaType, extension: known.extension } : null;
}

const LONGEST_NAME = 100;

/**
 * A name that can be shown and saved anywhere: no folders, no control characters, not endless, and the extension that
 * fits what is inside.
 */
export function tidyFileName(name: string, extension: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}"<>:|?*\s]+/gu, " ")
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .trim();
  return `${Array.from(bare).slice(0, LONGEST_NAME).join("").trim() || texts.fileName}.${extension}`;
}

function startsWith(bytes: string): Known["isIt"] {
  return (content) => holdsAt(content, 0, bytes);
}

/** Names inside an archive are not compressed. Macros stay out. */
function zipWith(entry: string): Known["isIt"] {
  return (content) =>
    holdsAt(content, 0, "PK\x03\x04") && holds(content, entry) && !holds(content, "vbaProject.bin");
}

function holds(content: Uint8Array, bytes: string): boolean {
  const first = bytes.charCodeAt(0);
  for (let at = content.indexOf(first); at >= 0; at = content.indexOf(first, at + 1))
    if (holdsAt(content, at, bytes)) return true;
  return false;
}

function holdsAt(content: Uint8Array, place: number, bytes: string): boolean {
  return Array.from(bytes).every((byte, at) => content[place + at] === byte.charCodeAt(0));
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
