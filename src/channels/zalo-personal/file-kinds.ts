/** What staff can open; everything else is not fetched into the store. */
const KINDS: readonly { extension: string; mediaType: string; starts: string }[] = [
  { extension: "jpg", mediaType: "image/jpeg", starts: "\xff\xd8\xff" },
  { extension: "png", mediaType: "image/png", starts: "\x89PNG\r\n\x1a\n" },
  { extension: "webp", mediaType: "image/webp", starts: "RIFF" },
  { extension: "pdf", mediaType: "application/pdf", starts: "%PDF-" },
  {
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    starts: "PK\x03\x04",
  },
  {
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    starts: "PK\x03\x04",
  },
];

/** Name and media type by the first bytes: what a server or a name says may be anything. */
export function kindOf(
  name: string,
  content: Uint8Array,
  isPicture: boolean,
): { name: string; mediaType: string } | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const start = Buffer.from(content.subarray(0, 8)).toString("latin1");
  const fitting = KINDS.filter(({ starts }) => start.startsWith(starts));
  if (isPicture) {
    const picture = fitting.find(({ mediaType }) => mediaType.startsWith("image/"));
    return picture ? { name: `${name}.${picture.extension}`, mediaType: picture.mediaType } : null;
  }
  const named = extension === "jpeg" ? "jpg" : extension;
  const kind = fitting.find((one) => one.extension === named);
  if (kind) return { name: tidy(name), mediaType: kind.mediaType };
  return named === "txt" && isText(content) ? { name: tidy(name), mediaType: "text/plain" } : null;
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

/** A name that can be shown and saved anywhere. */
function tidy(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]+/gu, " ")
    .trim();
  return Array.from(bare).slice(-100).join("");
}
