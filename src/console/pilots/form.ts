import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { readDay } from "../kit/when.ts";
import type { InspectionDetails, PilotDetails } from "./port.ts";
import { pilotTexts as texts } from "./texts.ts";

const LONGEST = 2_000;

type Read<T> = { kind: "right"; details: T } | { kind: "wrong"; mistakes: Mistakes };

export function readPilot(form: SentForm): Read<PilotDetails> {
  const year = form.number("nam");
  const title = form.text("ten");
  const isYear = year !== null && year >= 2016 && year <= 2100;
  const mistakes: Mistakes = {
    ...(title === "" ? { ten: texts.nameMissing } : {}),
    ...(isYear ? {} : { nam: texts.yearWrong }),
    ...tooLong(form, ["ten", "tieu_chuan", "minh_chung"]),
  };
  if (!isYear || Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  const evidence = form.text("minh_chung");
  return {
    kind: "right",
    details: { title, year, standard: form.text("tieu_chuan"), evidence: evidence === "" ? null : evidence },
  };
}

export function readInspection(form: SentForm, now: Date): Read<InspectionDetails> {
  const at = readDay(form.text("ngay"));
  const findings = form.text("noi_dung");
  const mistakes: Mistakes = {
    ...(at === null || at > now ? { ngay: texts.dayWrong } : {}),
    ...(findings === "" ? { noi_dung: texts.findingsMissing } : {}),
    ...tooLong(form, ["noi_dung", "don_vi"]),
  };
  if (at === null || Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  return { kind: "right", details: { at, findings, by: form.text("don_vi") } };
}

function tooLong(form: SentForm, names: readonly string[]): Mistakes {
  const long = names.filter((name) => form.text(name).length > LONGEST);
  return Object.fromEntries(long.map((name) => [name, texts.tooLong]));
}
