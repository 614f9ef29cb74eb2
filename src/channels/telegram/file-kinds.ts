interface Kind {
  mediaType: string;
  extension: string;
  isIt: (content: Uint8Array, name: string) => boolean;
}

const OOXML = "application/vnd.openxmlformats-officedocument";

const KINDS: readonly Kind[] = [
  { mediaType: "image/jpeg", extension: "jpg", isIt: startsWith("\xff\xd8\xff") },
  { mediaType: "image/png", extension: "png", isIt: startsWith("\x89PNG\r\n\x1a\n") },
  { mediaType: "application/pdf", extension: "pdf", isIt: startsWith("%PDF-") },
  { mediaType: `${OOXML}.wordprocessingml.document`, extension: "docx", isIt: zipWith("word/document.xml") },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, extension: "xlsx", isIt: zipWith("xl/workbook.xml") },
  {
    mediaType: "text/plain",
    extension: "txt",
    isIt: (content, name) => /\.txt$/i.test(name) && isText(content),
  },
];

/** What a file is by its first bytes, whatever it is called; null for kinds that are not taken. */
export function kindOf(content: Uint8Array, name: string): Omit<Kind, "isIt"> | null {
  return KINDS.find(({ isIt }) => isIt(content, name)) ?? null;
}

function startsWith(bytes: string): Kind["isIt"] {
  return (content) => Array.from(bytes).every((byte, at) => content[at] === byte.charCodeAt(0));
}

/** Names inside an archive are not compressed. Macros stay out. */
function zipWith(entry: string): Kind["isIt"] {
  return (content, name) => {
    if (!startsWith("PK\x03\x04")(content, name)) return false;
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
