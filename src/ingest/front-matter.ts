import { parse } from "yaml";
import { z } from "zod";
import type { Confidence, IsoDate, LegalStatus, RelationKind } from "../knowledge/document.ts";

/** The Vietnamese words of the files and what they mean to the code. */
export const STATUS_WORDS: Readonly<Record<string, LegalStatus>> = {
  "chưa có hiệu lực": "not_yet",
  "còn hiệu lực": "in_force",
  "tạm ngưng": "suspended",
  "hết hiệu lực": "expired",
  "đã bị thay thế": "replaced",
  "chưa kiểm chứng": "unverified",
};

export const CONFIDENCE_WORDS: Readonly<Record<string, Confidence>> = {
  cao: "high",
  "trung bình": "medium",
  thấp: "low",
};

const RELATION_WORDS: Readonly<Record<string, RelationKind>> = {
  "thay thế": "replaces",
  "sửa đổi": "amends",
  "tạm ngưng": "suspends",
  "áp dụng thay": "applies_instead",
  "hướng dẫn": "implements",
  "căn cứ": "based_on",
};

const KINDS = [
  "kế hoạch",
  "luật",
  "nghị quyết",
  "nghị định",
  "quyết định",
  "thông tư",
  "tiêu chuẩn",
  "hướng dẫn",
] as const;

const UNKNOWN_DATE = "chưa rõ";

const text = (key: string) =>
  z
    .string({ error: `thiếu "${key}"` })
    .trim()
    .min(1, `"${key}" để trống`);

const isoDate = (key: string) =>
  text(key).refine(isRealDay, { error: `"${key}" phải là ngày dạng 2026-01-23` });

const dateOrUnknown = (key: string) =>
  z.union([z.literal(UNKNOWN_DATE).transform(() => null), isoDate(key)], {
    error: `"${key}" phải là ngày dạng 2026-01-23 hoặc "${UNKNOWN_DATE}"`,
  });

const oneOf = <T>(key: string, words: Readonly<Record<string, T>>) =>
  text(key).transform((word, context) => {
    const meaning = words[word];
    if (meaning !== undefined) return meaning;
    context.addIssue(`"${key}" là "${word}"; chỉ nhận: ${Object.keys(words).join(", ")}`);
    return z.NEVER;
  });

const listOf = (key: string) => z.array(text(key), { error: `"${key}" phải là danh sách` });

const relation = z.strictObject(
  {
    loại: oneOf("quan hệ: loại", RELATION_WORDS),
    "văn bản": text("quan hệ: văn bản"),
    "từ ngày": dateOrUnknown("quan hệ: từ ngày").optional(),
    "căn cứ": z.string().optional(),
    phần: z.string().optional(),
  },
  { error: 'mỗi "quan hệ" gồm: loại, văn bản, từ ngày, căn cứ, phần' },
);

const frontMatter = z.strictObject({
  mã: text("mã").regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '"mã" chỉ gồm chữ thường không dấu, số và dấu "-"'),
  "số hiệu": text("số hiệu").optional(),
  tên: text("tên"),
  loại: z.enum(KINDS, { error: `"loại" chỉ nhận: ${KINDS.join(", ")}` }),
  "cơ quan ban hành": text("cơ quan ban hành"),
  "ngày ban hành": dateOrUnknown("ngày ban hành").optional(),
  "ngày hiệu lực": dateOrUnknown("ngày hiệu lực").optional(),
  "ngày hết hiệu lực": isoDate("ngày hết hiệu lực").optional(),
  "tình trạng": oneOf("tình trạng", STATUS_WORDS),
  "ghi chú hiệu lực": text("ghi chú hiệu lực").optional(),
  "gọi tắt": listOf("gọi tắt").optional(),
  "quan hệ": z.array(relation).optional(),
  nguồn: listOf("nguồn").min(1, '"nguồn" để trống'),
  "độ tin cậy": oneOf("độ tin cậy", CONFIDENCE_WORDS),
  "ngày kiểm chứng": isoDate("ngày kiểm chứng"),
  "hạn rà soát": isoDate("hạn rà soát"),
  "địa bàn": text("địa bàn"),
  "lĩnh vực": text("lĩnh vực"),
  "dẫn lại": z.enum(["có", "không"], { error: '"dẫn lại" chỉ nhận: có, không' }).optional(),
});

export type FrontMatter = z.output<typeof frontMatter>;

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: readonly string[] };

/**
 * Reads the YAML between the two `---` lines.
 * Every mistake comes back as a Vietnamese sentence for the person who edits the file.
 */
export function parseFrontMatter(yaml: string): Parsed<FrontMatter> {
  let raw: unknown;
  try {
    // "core" keeps 2026-01-23 a string: a date here is a day, not a moment in some time zone.
    raw = parse(yaml, { schema: "core" });
  } catch (error) {
    return { ok: false, problems: [`phần đầu tệp không đọc được: ${firstLine(error)}`] };
  }
  const result = frontMatter.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.map((issue) => issueInWords(issue)) };
}

function issueInWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `khóa lạ: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_union") return issue.message;
  return issue.message;
}

function isRealDay(value: string): value is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
