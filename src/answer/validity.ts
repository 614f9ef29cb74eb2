import type { IsoDate, KnowledgeDocument, LegalStatus, Section } from "../knowledge/document.ts";

type DocumentValidity = Pick<
  KnowledgeDocument,
  "status" | "effective" | "expires" | "validityNote" | "verifiedAt" | "number"
>;
type SectionValidity = Pick<Section, "status" | "from" | "to" | "note">;

/** The legal status of a section on a day: its own where it differs, else its document's; dates win over words. */
export function statusOn(day: IsoDate, document: DocumentValidity, section?: SectionValidity): LegalStatus {
  const written = section?.status ?? document.status;
  const from = section?.from ?? document.effective;
  const to = endOf(document, section);
  if (to !== null && to < day && written !== "replaced") return "expired";
  if (from !== null && from > day) return "not_yet";
  if (written === "not_yet" && from !== null && from <= day) return "in_force";
  return written;
}

/** Validity as a sentence or two for the person who asked. */
export function validityInWords(day: IsoDate, document: DocumentValidity, section?: SectionValidity): string {
  const status = statusOn(day, document, section);
  const notes = [section?.note, document.validityNote].filter((note): note is string => Boolean(note));
  if (notes.length > 0) {
    const note = sentence(section?.note ?? document.validityNote ?? "");
    return saysStatus(note) ? note : `${standing(status, document, section)} ${note}`;
  }
  return `${standing(status, document, section)} ${checked(status, document)}`.trim();
}

function standing(status: LegalStatus, document: DocumentValidity, section?: SectionValidity): string {
  const from = section?.from ?? document.effective;
  const to = endOf(document, section);
  switch (status) {
    case "in_force":
      if (document.number === null) return "Bài hướng dẫn tổng hợp.";
      return from ? `Còn hiệu lực, áp dụng từ ${dayInWords(from)}.` : "Còn hiệu lực.";
    case "not_yet":
      return from ? `Chưa có hiệu lực, áp dụng từ ${dayInWords(from)}.` : "Chưa có hiệu lực.";
    case "suspended":
      return "Đang tạm ngưng áp dụng.";
    case "expired":
      return to ? `Đã hết hiệu lực sau ngày ${dayInWords(to)}.` : "Đã hết hiệu lực.";
    case "replaced":
      return "Đã bị văn bản khác thay thế.";
    case "unverified":
      return "Chưa kiểm chứng được tình trạng hiệu lực.";
  }
}

/** A section with a standing of its own (what applies now, told in a lapsed plan) does not lapse with its document. */
function endOf(document: DocumentValidity, section?: SectionValidity): IsoDate | null {
  if (section && (section.to ?? section.status ?? section.from) !== null) return section.to;
  return document.expires;
}

function checked(status: LegalStatus, document: DocumentValidity): string {
  return status === "in_force" || status === "unverified"
    ? `Kiểm chứng ngày ${dayInWords(document.verifiedAt)}.`
    : "";
}

function saysStatus(note: string): boolean {
  return /hiệu lực|kết thúc|áp dụng|thay|kiểm chứng|tạm ngưng|bãi bỏ|hết hạn/i.test(note);
}

function sentence(note: string): string {
  const trimmed = note.trim();
  const whole = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** 2025-12-31 → "31/12/2025". */
export function dayInWords(day: IsoDate): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}/${month}/${year}`;
}
