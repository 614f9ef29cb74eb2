import type { KnowledgeDocument } from "../../knowledge/document.ts";
import { fold, normalise } from "../../search/index.ts";

export const CHAT = "/";
/** the chat for frames on other sites */
export const EMBEDDED = "/nhung";
export const NEW_CHAT = "/cuoc-moi";
/** where an answer is rated without a script */
export const RATING = "/danh-gia";
export const PRIVACY = "/quyen-rieng-tu";
export const DOCUMENTS = "/van-ban";

export function documentUrl(document: Pick<KnowledgeDocument, "id">, anchor?: string): string {
  const page = `${DOCUMENTS}/${encodeURIComponent(document.id)}`;
  return anchor === undefined ? page : `${page}#${sectionId(anchor)}`;
}

/** "Điều 31 khoản 1" → "muc-dieu-31-khoan-1"; the prefix keeps it apart from the ids of the page's own parts. */
export function sectionId(anchor: string): string {
  return `muc-${slug(anchor)}`;
}

export function fieldId(heading: string): string {
  return `linh-vuc-${slug(heading)}`;
}

function slug(words: string): string {
  return fold(normalise(words))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
