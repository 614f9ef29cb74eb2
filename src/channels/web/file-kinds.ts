import { kindOf, type FileKind } from "../../conversation/file-kinds.ts";

/** Extensions people may send, with the one that their files are kept under. */
const TAKEN: ReadonlyMap<string, string> = new Map([
  ["pdf", "pdf"],
  ["jpg", "jpg"],
  ["jpeg", "jpg"],
  ["png", "png"],
  ["docx", "docx"],
  ["xlsx", "xlsx"],
  ["txt", "txt"],
]);

/** For the file chooser of the page. */
export function acceptedFiles(takesRecordings: boolean): string {
  const files = [...TAKEN.keys()].map((extension) => `.${extension}`);
  return [...files, ...(takesRecordings ? ["audio/*"] : [])].join(",");
}

/** What a file is; null where its name and its first bytes do not agree, or the kind is not taken. */
export function takenKind(content: Uint8Array, name: string): FileKind | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = kindOf(content, name);
  return kind && kind.extension === TAKEN.get(extension) ? kind : null;
}
