import { SUPPORT_KINDS } from "../../registry/report/words.ts";
import type { Mistakes } from "../kit/form.tsx";
import { readMoney } from "../kit/money-fields.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { isoDay, readDay } from "../kit/when.ts";
import type { ResultDetails } from "./port.ts";
import { resultTexts as texts } from "./texts.ts";

const LONGEST = 1_000;
/** The first programme of the province began in 2016 (decision 1144/QĐ-UBND). */
const FIRST_YEAR = 2016;

type Read = { kind: "right"; details: ResultDetails } | { kind: "wrong"; mistakes: Mistakes };

export function readResult(form: SentForm, now: Date): Read {
  const year = form.number("nam");
  const kind = SUPPORT_KINDS.find((one) => one === form.text("nhom"));
  const [started, finished] = [readDay(form.text("bat_dau")), readDay(form.text("hoan_thanh"))];
  const { amounts, mistakes: money } = readMoney(form);
  const isYear = year !== null && year >= FIRST_YEAR && year <= Number(isoDay(now).slice(0, 4));
  const inYear = (day: Date | null) => day !== null && Number(isoDay(day).slice(0, 4)) === year;
  const long = (["tieu_chuan", "hop_dong", "minh_chung"] as const).filter(
    (name) => form.text(name).length > LONGEST,
  );
  const mistakes: Mistakes = {
    ...(isYear ? {} : { nam: texts.yearWrong }),
    ...(kind === undefined ? { nhom: texts.kindMissing } : {}),
    ...(isYear && !inYear(started) && !inYear(finished) ? { hoan_thanh: texts.dayMissing } : {}),
    ...(started !== null && finished !== null && finished < started ? { hoan_thanh: texts.order } : {}),
    ...(form.text("bat_dau") !== "" && started === null ? { bat_dau: texts.dayWrong } : {}),
    ...(form.text("hoan_thanh") !== "" && finished === null ? { hoan_thanh: texts.dayWrong } : {}),
    ...Object.fromEntries(long.map((name) => [name, texts.tooLong])),
    ...money,
  };
  if (!isYear || kind === undefined || Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  return {
    kind: "right",
    details: {
      year,
      kind,
      standard: form.text("tieu_chuan"),
      startedAt: started,
      finishedAt: finished,
      contract: orNull(form.text("hop_dong")),
      amounts,
      evidence: orNull(form.text("minh_chung")),
    },
  };
}

function orNull(words: string): string | null {
  return words === "" ? null : words;
}
