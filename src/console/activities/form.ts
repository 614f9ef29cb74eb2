import { ACTIVITY_STATES, WORK_ITEMS, type ActivityStatus, type WorkItem } from "../../registry/plan.ts";
import type { Mistakes } from "../kit/form.tsx";
import { readMoney } from "../kit/money-fields.tsx";
import type { SentForm } from "../kit/read-form.ts";
import type { ActivityDetails } from "./port.ts";
import { activityTexts as texts } from "./texts.ts";

const LONGEST = 2_000;

export function readActivity(
  form: SentForm,
): { kind: "right"; details: ActivityDetails } | { kind: "wrong"; mistakes: Mistakes } {
  const year = form.number("nam");
  const title = form.text("ten");
  const item = (Object.keys(WORK_ITEMS) as WorkItem[]).find((one) => one === form.text("viec"));
  const status = (Object.keys(ACTIVITY_STATES) as ActivityStatus[]).find(
    (one) => one === form.text("tinh_trang"),
  );
  const { amounts: costs, mistakes: money } = readMoney(form);
  const isYear = year !== null && year >= 2016 && year <= 2100;
  const long = ["ten", "chu_tri", "minh_chung", "ghi_chu"].filter((name) => form.text(name).length > LONGEST);
  const mistakes: Mistakes = {
    ...(item === undefined ? { viec: texts.choose } : {}),
    ...(title === "" ? { ten: texts.nameMissing } : {}),
    ...(isYear ? {} : { nam: texts.yearWrong }),
    ...(status === undefined ? { tinh_trang: texts.choose } : {}),
    ...Object.fromEntries(long.map((name) => [name, texts.tooLong])),
    ...money,
  };
  if (item === undefined || status === undefined || !isYear || Object.keys(mistakes).length > 0)
    return { kind: "wrong", mistakes };
  const orNull = (name: string) => (form.text(name) === "" ? null : form.text(name));
  return {
    kind: "right",
    details: {
      item,
      year,
      title,
      lead: orNull("chu_tri"),
      status,
      costs,
      evidence: orNull("minh_chung"),
      note: form.text("ghi_chu"),
    },
  };
}
