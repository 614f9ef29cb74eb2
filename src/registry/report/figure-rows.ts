import { ACTIVITY_STATES, WORK_ITEMS } from "../plan.ts";
import { MONEY_SOURCE_KEYS, MONEY_SOURCES, totalOf, type Amounts } from "../money.ts";
import type { EnterpriseKind } from "../views.ts";
import type { EnterpriseFact, PilotFact, ReportFacts, RequestFact, ResultFact } from "./facts.ts";
import { holds, yearOf, type Period } from "./period.ts";
import { partInWords, PILOT_STATES } from "./words.ts";

/** Something that was counted, as a list shows it. */
export interface FigureRow {
  id: string;
  /** page of the console it is on */
  place: { kind: "result" | "pilot" | "class" | "activity" | "request"; id: string } | null;
  title: string;
  detail: string;
  day: string | null;
  /** đồng; null where the figure counts rows */
  amount: number | null;
}

export type FigureSet = keyof typeof SETS;

/** Which rows a figure stands for. `only` narrows: `theo` says by what, `la` to what. */
export interface FigureRef {
  set: FigureSet;
  theo?: string;
  la?: string;
}

/** Plan I.3.b counts enterprises; cooperatives are shown beside them, households in neither. */
const SCOPES: Readonly<Record<string, readonly EnterpriseKind[]>> = {
  doanh_nghiep: ["doanh_nghiep"],
  ca_htx: ["doanh_nghiep", "htx", "lien_hiep_htx"],
};

interface Candidate {
  row: FigureRow;
  /** what it may be narrowed by */
  by: Readonly<Record<string, string>>;
  enterprise: EnterpriseFact | null;
}

type Collect = (facts: ReportFacts, period: Period) => Candidate[];

const SETS = {
  /** confirmed, a row for each enterprise: what the target counts */
  supported: (facts, period) => {
    const byEnterprise = new Map<string, ResultFact[]>();
    for (const result of confirmed(facts, period)) {
      const known = byEnterprise.get(result.enterprise.id);
      if (known) known.push(result);
      else byEnterprise.set(result.enterprise.id, [result]);
    }
    return [...byEnterprise.values()].flatMap((results) => {
      const [first] = results;
      if (first === undefined) return [];
      const detail = results.map(resultInWords).join("; ");
      return [
        {
          row: { ...rowOf(first), id: first.enterprise.id, detail },
          by: enterpriseDimensions(first.enterprise),
          enterprise: first.enterprise,
        },
      ];
    });
  },
  results: (facts, period) => confirmed(facts, period).map(resultCandidate),
  /** not confirmed yet: counted nowhere else */
  recorded: (facts, period) =>
    facts.results
      .filter(({ status, day }) => status === "recorded" && holds(period, day))
      .map(resultCandidate),
  /** recognised from the first day of the plan of that time on, a row for each enterprise */
  pilots: (facts, period) => {
    const first = planOf(facts, period);
    const until = yearOf(period.endsOn);
    const seen = new Set<string>();
    return facts.pilots
      .filter(({ status, year }) => status === "recognised" && first <= year && year <= until)
      .filter(({ enterprise }) => !seen.has(enterprise.id) && seen.add(enterprise.id))
      .map(pilotCandidate);
  },
  /** every model of the years of the period that was not dropped, or of a state */
  pilot_work: (facts, period) => facts.pilots.filter(({ year }) => inYears(period, year)).map(pilotCandidate),
  inspections: (facts, period) =>
    facts.inspections
      .filter(({ day }) => holds(period, day))
      .map(({ id, pilotId, title, enterprise, day }) => ({
        row: {
          id,
          place: { kind: "pilot", id: pilotId },
          title: enterprise.name,
          detail: title,
          day,
          amount: null,
        },
        by: {},
        enterprise,
      })),
  classes: (facts, period) =>
    heldClasses(facts, period).map(({ id, keyword, title, day }) => ({
      row: {
        id,
        place: { kind: "class", id },
        title,
        detail: `DK ${keyword}`,
        day,
        amount: null,
      },
      by: {},
      enterprise: null,
    })),
  /** people registered, come, certified, by class */
  registered: (facts, period) => seatsOf(facts, period, SEATED),
  attended: (facts, period) => seatsOf(facts, period, CAME),
  certified: (facts, period) => seatsOf(facts, period, ["certified"]),
  class_enterprises: (facts, period) => {
    const seen = new Set<string>();
    return seatsOf(facts, period, CAME).filter(
      ({ enterprise }) => enterprise !== null && !seen.has(enterprise.id) && seen.add(enterprise.id),
    );
  },
  requests: (facts, period) =>
    facts.requests
      .filter(({ received }) => holds(period, received))
      .map((request) => ({
        row: {
          id: request.id,
          place: { kind: "request", id: request.id },
          title: request.code,
          detail: `${partInWords("nhom", request.kind)} · ${partInWords("tinh_trang", request.status)}`,
          day: request.received,
          amount: null,
        },
        by: {
          nhom: request.kind,
          tinh_trang: request.status,
          han: timeliness(request, facts.asOf),
        },
        enterprise: request.enterprise,
      })),
  activities: (facts, period) =>
    facts.activities
      .filter(({ year }) => inYears(period, year))
      .map((activity) => ({
        row: {
          id: activity.id,
          place: { kind: "activity", id: activity.id },
          title: activity.title,
          detail: `${WORK_ITEMS[activity.item]} · ${ACTIVITY_STATES[activity.status]}`,
          day: null,
          amount: null,
        },
        by: { viec: activity.item, tinh_trang: activity.status },
        enterprise: null,
      })),
  needs: (facts, period) =>
    facts.needs
      .filter(({ year }) => inYears(period, year))
      .map((need) => ({
        row: {
          id: need.id,
          place: null,
          title: need.enterprise.name,
          detail: `${need.topic} · ${need.source}`,
          day: null,
          amount: null,
        },
        by: { nguon: need.source, chu_de: need.topic, dap_ung: need.met ? "roi" : "chua" },
        enterprise: need.enterprise,
      })),
  /** đồng: of confirmed results, of classes that took place, of activities */
  money: (facts, period) => [
    ...confirmed(facts, period).flatMap((result) =>
      amountsOf(resultCandidate(result), "ket_qua", result.amounts),
    ),
    ...heldClasses(facts, period).flatMap(({ id, title, day, costs }) =>
      amountsOf(
        {
          row: { id, place: { kind: "class", id }, title, detail: "", day, amount: null },
          by: {},
          enterprise: null,
        },
        "lop",
        costs,
      ),
    ),
    ...facts.activities
      .filter(({ year }) => inYears(period, year))
      .flatMap(({ id, title, item, costs }) =>
        amountsOf(
          {
            row: {
              id,
              place: { kind: "activity", id },
              title,
              detail: WORK_ITEMS[item],
              day: null,
              amount: null,
            },
            by: {},
            enterprise: null,
          },
          "hoat_dong",
          costs,
        ),
      ),
  ],
} as const satisfies Readonly<Record<string, Collect>>;

const SEATED = ["confirmed", "attended", "absent", "certified"];
const CAME = ["attended", "certified"];

export function isFigureSet(name: string): name is FigureSet {
  return Object.hasOwn(SETS, name);
}

/** The rows behind a figure. The figure is their number, or the sum of their amounts: nothing else is counted. */
export function rowsOf(ref: FigureRef, facts: ReportFacts, period: Period): readonly FigureRow[] {
  const collect: Collect = SETS[ref.set];
  return collect(facts, period)
    .filter((one) => fits(one, ref))
    .map(({ row }) => row);
}

export function figureOf(ref: FigureRef, facts: ReportFacts, period: Period): number {
  const rows = rowsOf(ref, facts, period);
  return rows.some(({ amount }) => amount !== null)
    ? rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
    : rows.length;
}

/** What a set of rows is divided into by something, as many as there are, the largest first. */
export function partsOf(
  set: FigureSet,
  theo: string,
  facts: ReportFacts,
  period: Period,
  within: Pick<FigureRef, "theo" | "la"> = {},
): readonly { la: string; count: number }[] {
  const counts = new Map<string, number>();
  const collect: Collect = SETS[set];
  for (const one of collect(facts, period)) {
    if (!fits(one, { set, ...within })) continue;
    for (const value of valuesOf(one, theo)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([la, count]) => ({ la, count }))
    .sort((a, b) => b.count - a.count || a.la.localeCompare(b.la, "vi"));
}

function fits(one: Candidate, { theo, la }: FigureRef): boolean {
  if (theo === undefined || la === undefined) return true;
  const parts = theo.split("|");
  const wanted = la.split("|");
  // The last one may be words of people, and hold the sign itself.
  const values = [...wanted.slice(0, parts.length - 1), wanted.slice(parts.length - 1).join("|")];
  return parts.every((part, at) => valuesOf(one, part).includes(values[at] ?? ""));
}

function valuesOf({ by, enterprise }: Candidate, theo: string): readonly string[] {
  if (theo === "pham_vi") {
    return Object.entries(SCOPES)
      .filter(([, kinds]) => enterprise !== null && kinds.includes(enterprise.kind))
      .map(([scope]) => scope);
  }
  const value = by[theo] ?? (enterprise === null ? undefined : enterpriseDimensions(enterprise)[theo]);
  return value === undefined ? [] : [value];
}

function confirmed({ results }: ReportFacts, period: Period): readonly ResultFact[] {
  return results.filter(({ status, day }) => status === "confirmed" && holds(period, day));
}

function resultCandidate(result: ResultFact): Candidate {
  const { enterprise, kind } = result;
  return { row: rowOf(result), by: { nhom: kind, ...enterpriseDimensions(enterprise) }, enterprise };
}

function rowOf(result: ResultFact): FigureRow {
  return {
    id: result.id,
    place: { kind: "result", id: result.id },
    title: result.enterprise.name,
    detail: resultInWords(result),
    day: result.day,
    amount: null,
  };
}

function resultInWords({ kind, standard }: ResultFact): string {
  return standard === "" ? partInWords("nhom", kind) : `${standard} (${partInWords("nhom", kind)})`;
}

function pilotCandidate(pilot: PilotFact): Candidate {
  const { id, enterprise, title, status } = pilot;
  return {
    row: {
      id,
      place: { kind: "pilot", id },
      title: enterprise.name,
      detail: `${title} · ${PILOT_STATES[status]}`,
      day: null,
      amount: null,
    },
    by: { tinh_trang: status },
    enterprise,
  };
}

function heldClasses({ classes }: ReportFacts, period: Period) {
  return classes.filter(({ held, day }) => held && holds(period, day));
}

function seatsOf(facts: ReportFacts, period: Period, states: readonly string[]): Candidate[] {
  const classes = new Map(heldClasses(facts, period).map((one) => [one.id, one]));
  return facts.seats.flatMap(({ id, classId, enterprise, status }) => {
    const one = classes.get(classId);
    if (one === undefined || !states.includes(status)) return [];
    const place = { kind: "class", id: classId } as const;
    const row = { id, place, title: enterprise.name, detail: one.title, day: one.day, amount: null };
    return [{ row, by: { lop: classId }, enterprise }];
  });
}

function amountsOf({ row, by, enterprise }: Candidate, what: string, amounts: Amounts): Candidate[] {
  if (totalOf(amounts) === 0) return [];
  return MONEY_SOURCE_KEYS.filter((source) => amounts[source] !== undefined).map((source) => ({
    row: {
      ...row,
      id: `${row.id}-${source}`,
      detail: [row.detail, MONEY_SOURCES[source]].filter((words) => words !== "").join(" · "),
      amount: amounts[source] ?? 0,
    },
    by: { ...by, nguon: source, khoan: what },
    enterprise,
  }));
}

function enterpriseDimensions({
  kind,
  size,
  sector,
  area,
  ocopStars,
}: EnterpriseFact): Readonly<Record<string, string>> {
  return {
    loai: kind,
    quy_mo: size ?? "",
    nganh: sector ?? "",
    dia_ban: area,
    ocop: ocopStars === null ? "" : String(ocopStars),
  };
}

/** on time, late, or still within its time */
function timeliness({ dueAt, settledAt }: RequestFact, asOf: Date): string {
  if (settledAt !== null) return settledAt <= dueAt ? "dung_han" : "qua_han";
  return dueAt < asOf ? "qua_han" : "trong_han";
}

function inYears({ startsOn, endsOn }: Period, year: number): boolean {
  return yearOf(startsOn) <= year && year <= yearOf(endsOn);
}

/** The first year that models of this period are added up from: that of the plan that ran in it, else its own. */
function planOf({ targets }: ReportFacts, { endsOn }: Period): number {
  const until = yearOf(endsOn);
  const plans = targets
    .filter(({ metric, planStartsOn }) => metric === "pilot_models" && yearOf(planStartsOn) <= until)
    .map(({ planStartsOn }) => yearOf(planStartsOn));
  return plans.length === 0 ? until : Math.max(...plans);
}
