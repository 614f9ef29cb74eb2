import { MONEY_SOURCE_KEYS, type Amounts, type MoneySource } from "../../registry/money.ts";
import { readAnnexItem } from "../../registry/annex-item.ts";
import { ENTERPRISE_KINDS, type EnterpriseKind, type SessionView } from "../../registry/views.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { readMinute } from "../kit/when.ts";
import type { ClassDetails } from "./port.ts";
import { readSessions } from "./sessions.ts";
import { classTexts as texts } from "./texts.ts";

const LONGEST_TITLE = 200;
const LARGEST_CAPACITY = 5_000;
const KINDS = Object.keys(ENTERPRISE_KINDS) as EnterpriseKind[];

export type ReadClass = { kind: "right"; details: ClassDetails } | { kind: "wrong"; mistakes: Mistakes };

/**
 * A class as filled in; what cannot be is said field by field.
 * @param fixed its schedule, where that can no longer be edited
 */
export function readClass(form: SentForm, fixed: readonly SessionView[] | null = null): ReadClass {
  const title = form.text("ten");
  const keyword = form.text("so");
  const capacity = form.number("so_cho");
  const capPerEnterprise = form.text("toi_da") === "" ? null : form.number("toi_da");
  const opensAt = readMinute(form.text("tu_luc"));
  const closesAt = readMinute(form.text("den_luc"));
  const cost = form.text("hoc_phi");
  const schedule = fixed === null ? readSessions(form) : { sessions: fixed, mistakes: {} };
  const money = readCosts(form);
  const first = schedule.sessions[0]?.startsAt;
  const mistakes: Mistakes = {
    ...(/^\d{1,4}$/.test(keyword) ? {} : { so: texts.keywordWrong }),
    ...(title === "" || title.length > LONGEST_TITLE ? { ten: texts.titleMissing } : {}),
    ...schedule.mistakes,
    ...(isBetween(capacity, 1, LARGEST_CAPACITY) ? {} : { so_cho: texts.capacityWrong }),
    ...(form.text("toi_da") === "" || isBetween(capPerEnterprise, 1, LARGEST_CAPACITY)
      ? {}
      : { toi_da: texts.capWrong }),
    ...(opensAt === null ? { tu_luc: texts.windowWrong } : {}),
    ...(closesAt === null ? { den_luc: texts.windowWrong } : {}),
    ...(opensAt && closesAt && closesAt <= opensAt ? { den_luc: texts.windowOrder } : {}),
    ...(closesAt && first && closesAt > first ? { den_luc: texts.windowLate } : {}),
    ...(cost === "" ? { hoc_phi: texts.costMissing } : {}),
    ...money.mistakes,
  };
  if (Object.keys(mistakes).length > 0 || !opensAt || !closesAt || capacity === null) {
    return { kind: "wrong", mistakes };
  }
  return {
    kind: "right",
    details: {
      keyword: String(Number(keyword)),
      title,
      description: form.text("noi_dung"),
      audience: form.text("danh_cho"),
      audienceKinds: KINDS.filter((kind) => form.texts("loai").includes(kind)),
      sessions: schedule.sessions,
      capacity,
      capPerEnterprise,
      opensAt,
      closesAt,
      cost,
      invitation: form.text("giay_moi") || null,
      planRef: form.text("ke_hoach") || null,
      annexItem: readAnnexItem(form.text("phu_luc")),
      costs: money.costs,
    },
  };
}

export function costField(source: MoneySource): string {
  return `kinh_phi_${source}`;
}

/** "1.500.000" or "1500000"; empty is nothing. */
function readCosts(form: SentForm): { costs: Amounts; mistakes: Mistakes } {
  const costs: Partial<Record<MoneySource, number>> = {};
  const mistakes: Record<string, string> = {};
  for (const source of MONEY_SOURCE_KEYS) {
    const digits = form.text(costField(source)).replace(/[.\s]/g, "");
    if (digits === "") continue;
    if (/^\d{1,13}$/.test(digits)) costs[source] = Number(digits);
    else mistakes[costField(source)] = texts.moneyWrong;
  }
  return { costs, mistakes };
}

function isBetween(value: number | null, least: number, most: number): boolean {
  return value !== null && value >= least && value <= most;
}
