import type { KnowledgeDocument } from "../../knowledge/document.ts";
import { fold } from "../../search/index.ts";

export const DOCUMENTS = "/van-ban";

export function documentUrl(document: Pick<KnowledgeDocument, "id">, anchor?: string): string {
  const page = `${DOCUMENTS}/${encodeURIComponent(document.id)}`;
  return anchor === undefined ? page : `${page}#${slug(anchor)}`;
}

/** "Điều 31 khoản 1" → "dieu-31-khoan-1": short enough to be read out and typed. */
export function slug(anchor: string): string {
  return fold(anchor)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
