import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { createWorkingCalendar, type OfficeHours } from "../../registry/office-hours.ts";
import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import { OperatorError } from "../../errors.ts";

const WEEKDAYS = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];
const DAY_MS = 86_400_000;
const LONGEST_HOLIDAY_DAYS = 31;

const day = z.iso.date({ error: "cần một ngày có thật, dạng 2026-11-24" });
const time = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: "cần giờ dạng 07:30" })
  .transform((written) => {
    const [hours = "0", minutes = "0"] = written.split(":");
    return Number(hours) * 60 + Number(minutes);
  });
const days = z
  .strictObject({ từ: day, đến: day.optional(), tên: z.string(), "ghi chú": z.string().optional() })
  .transform(({ từ, đến = từ }) => daysBetween(từ, đến))
  .refine((list) => list.length > 0 && list.length <= LONGEST_HOLIDAY_DAYS, {
    error: `"đến" phải sau "từ" và không quá ${LONGEST_HOLIDAY_DAYS} ngày`,
  });

const schema = z.strictObject({
  "giờ làm việc": z.strictObject({
    "các ngày": z
      .array(
        z
          .string()
          .transform((name) => WEEKDAYS.indexOf(name.trim().toLowerCase().normalize("NFC")))
          .refine((at) => at >= 0, { error: `cần một trong: ${WEEKDAYS.join(", ")}` }),
      )
      .min(1, { error: "cần ít nhất một ngày" }),
    "các buổi": z
      .array(z.strictObject({ từ: time, đến: time }))
      .min(1, { error: "cần ít nhất một buổi" })
      .refine((shifts) => shifts.every(({ từ, đến }, at) => từ < đến && từ >= (shifts[at - 1]?.đến ?? 0)), {
        error: "các buổi phải theo thứ tự và không chồng lên nhau",
      }),
  }),
  "ngày nghỉ": z.array(days),
  "ngày làm bù": z.array(days),
});

/**
 * Reads `lich-lam-viec.yaml` of the knowledge folder, which staff edit.
 * @throws the system's error when it is not there, and a sentence that names every mistake
 */
export async function readWorkingCalendar(knowledgeFolder: string): Promise<WorkingCalendar> {
  const content = await readFile(join(knowledgeFolder, "lich-lam-viec.yaml"), "utf8");
  return createWorkingCalendar(parseOfficeHours(content));
}

/** @throws a sentence that names every mistake and where it is */
export function parseOfficeHours(content: string): OfficeHours {
  const result = schema.safeParse(valueOf(content));
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join(" / ")}: ${issue.message}`);
    throw new OperatorError(`knowledge/lich-lam-viec.yaml: ${problems.join("; ")}`);
  }
  const hours = result.data["giờ làm việc"];
  return {
    weekdays: hours["các ngày"],
    shifts: hours["các buổi"].map(({ từ, đến }) => ({ from: từ, to: đến })),
    daysOff: new Set(result.data["ngày nghỉ"].flat()),
    daysWorked: new Set(result.data["ngày làm bù"].flat()),
  };
}

function valueOf(content: string): unknown {
  try {
    return parse(content.normalize("NFC"));
  } catch (error) {
    throw new OperatorError(
      `knowledge/lich-lam-viec.yaml: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(from);
  const count = Math.round((Date.parse(to) - first) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) =>
    new Date(first + at * DAY_MS).toISOString().slice(0, 10),
  );
}
