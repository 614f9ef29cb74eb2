import type { KnowledgeDocument, Relation, Section } from "../knowledge/document.ts";
import {
  CONFIDENCE_WORDS,
  STATUS_WORDS,
  parseFrontMatter,
  type FrontMatter,
  type Parsed,
} from "./front-matter.ts";
import { cutIntoUnits } from "./units.ts";

/** One file as it was read. */
export interface KnowledgeFile {
  /** for messages: `van-ban/nd-37-2026.md` */
  name: string;
  content: string;
}

const SECTION_KEYS = [
  "hỏi",
  "nguồn",
  "tình trạng",
  "từ ngày",
  "đến ngày",
  "ghi chú",
  "độ tin cậy",
  "trích dẫn",
] as const;
type SectionKey = (typeof SECTION_KEYS)[number];

/**
 * Makes a document of one Markdown file.
 * Nothing is guessed: each mistake is a sentence that names the place, and a file with mistakes yields none.
 */
export function parseDocument(file: KnowledgeFile): Parsed<KnowledgeDocument> {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(
    file.content.replace(/^\uFEFF/, "").normalize("NFC"),
  );
  if (!parts) return { ok: false, problems: ['tệp phải mở đầu bằng phần giữa hai dòng "---"'] };
  const front = parseFrontMatter(parts[1] ?? "");
  if (!front.ok) return front;
  const body = parseSections(front.value.mã, parts[2] ?? "");
  if (!body.ok) return body;
  return { ok: true, value: toDocument(front.value, body.value) };
}

function toDocument(front: FrontMatter, sections: readonly Section[]): KnowledgeDocument {
  return {
    id: front.mã,
    number: front["số hiệu"] ?? null,
    title: front.tên,
    kind: front.loại,
    issuer: front["cơ quan ban hành"],
    issued: front["ngày ban hành"] ?? null,
    effective: front["ngày hiệu lực"] ?? null,
    expires: front["ngày hết hiệu lực"] ?? null,
    status: front["tình trạng"],
    validityNote: front["ghi chú hiệu lực"] ?? null,
    shortNames: front["gọi tắt"] ?? [],
    relations: (front["quan hệ"] ?? []).map((relation): Relation => ({
      kind: relation.loại,
      document: relation["văn bản"],
      from: relation["từ ngày"] ?? null,
      basis: relation["căn cứ"] ?? null,
      part: relation.phần ?? null,
    })),
    sources: front.nguồn,
    confidence: front["độ tin cậy"],
    verifiedAt: front["ngày kiểm chứng"],
    reviewDue: front["hạn rà soát"],
    territory: front["địa bàn"],
    field: front["lĩnh vực"],
    retells: front["dẫn lại"] === "có",
    sections,
  };
}

function parseSections(documentId: string, body: string): Parsed<Section[]> {
  const [, ...pieces] = `\n${body}`.split(/\n## +/);
  if (pieces.length === 0) return { ok: false, problems: ['không có mục nào ("## chỗ | tên mục")'] };
  const sections: Section[] = [];
  const problems: string[] = [];
  for (const piece of pieces) {
    const parsed = parseSection(documentId, piece);
    if (parsed.ok) sections.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: sections };
}

function parseSection(documentId: string, piece: string): Parsed<Section> {
  const [heading = "", ...lines] = piece.split(/\r?\n/);
  const [anchor = "", title = ""] = heading.split("|").map((part) => part.trim());
  if (!anchor || !title)
    return { ok: false, problems: [`mục "${heading.trim()}": tiêu đề phải có dạng "## chỗ | tên mục"`] };

  const problems: string[] = [];
  const meta = new Map<SectionKey, string[]>();
  let at = 0;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    if (line === "") continue;
    if (!line.startsWith(">")) break;
    const pair = /^>\s*([^:]+):\s*(.*)$/.exec(line);
    const key = SECTION_KEYS.find((known) => known === pair?.[1]?.trim());
    const value = pair?.[2]?.trim() ?? "";
    if (!key || !value) problems.push(`mục "${anchor}": dòng "${line}" không hiểu được`);
    else meta.set(key, [...(meta.get(key) ?? []), value]);
  }

  const one = (key: SectionKey): string | null => meta.get(key)?.[0] ?? null;
  const word = <T>(key: SectionKey, words: Readonly<Record<string, T>>): T | null => {
    const value = one(key);
    if (value === null) return null;
    const meaning = words[value];
    if (meaning === undefined)
      problems.push(`mục "${anchor}": "${key}" là "${value}"; chỉ nhận: ${Object.keys(words).join(", ")}`);
    return meaning ?? null;
  };
  const section: Section = {
    id: `${documentId}#${anchor}`,
    anchor,
    title,
    questions: meta.get("hỏi") ?? [],
    status: word("tình trạng", STATUS_WORDS),
    from: one("từ ngày"),
    to: one("đến ngày"),
    note: one("ghi chú"),
    confidence: word("độ tin cậy", CONFIDENCE_WORDS),
    citable: word("trích dẫn", { không: false, có: true }) ?? true,
    sources: meta.get("nguồn") ?? [],
    units: cutIntoUnits(lines.slice(at).join("\n")),
  };
  if (section.units.length === 0) problems.push(`mục "${anchor}" không có nội dung`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: section };
}
