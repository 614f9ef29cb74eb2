interface Known {
  mediaType: string;
  extensions: readonly string[];
  looksLike: (content: Uint8Array) => boolean;
}

const OOXML = "application/vnd.openxmlformats-officedocument";

const KNOWN: readonly Known[] = [
  known("application/pdf", ["pdf"], startsWith("%PDF-")),
  known("image/jpeg", ["jpg", "jpeg"], startsWith("\xff\xd8\xff")),
  known("image/png", ["png"], startsWith("\x89PNG\r\n\x1a\n")),
  known(`${OOXML}.wordprocessingml.document`, ["docx"], zipWith("word/document.xml")),
  known(`${OOXML}.spreadsheetml.sheet`, ["xlsx"], zipWith("xl/workbook.xml")),
  known("text/plain", ["txt"], isText),
];

/** For the file chooser of the page. */
export const ACCEPTED_FILES = KNOWN.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(",");

/** Media type by name and first bytes; null where they do not agree, or the kind is not taken. */
export function mediaTypeOf(name: string, content: Uint8Array): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = KNOWN.find(({ extensions }) => extensions.includes(extension));
  return kind?.looksLike(content) === true ? kind.mediaType : null;
}

/** A name that can be shown and saved anywhere: no folders, no control characters, not endless. */
export function tidyName(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const extension = /\.[a-z0-9]{1,8}$/i.exec(bare)?.[0] ?? "";
  const stem = bare.slice(0, bare.length - extension.length);
  return `${Array.from(stem).slice(0, 100).join("").trim() || "tep"}${extension}`;
}

function known(mediaType: string, extensions: readonly string[], looksLike: Known["looksLike"]): Known {
  return { mediaType, extensions, looksLike };
}

function startsWith(bytes: string): Known["looksLike"] {
  return (content) => Array.from(bytes).every((byte, at) => content[at] === byte.charCodeAt(0));
}

/** Names inside an archive are not compressed. Macros stay out. */
function zipWith(entry: string): Known["looksLike"] {
  return (content) => {
    if (!startsWith("PK\x03\x04")(content)) return false;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    return bytes.includes(entry) && !bytes.includes("vbaProject.bin");
  };
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
