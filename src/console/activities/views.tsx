import { ACTIVITY_STATES, WORK_ITEMS, type ActivityStatus } from "../../registry/plan.ts";
import { totalOf } from "../../registry/money.ts";
import { Filters } from "../kit/filters.tsx";
import {
  Actions,
  Field,
  Form,
  MistakeList,
  RevisionField,
  Select,
  TextArea,
  type Mistakes,
} from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { MoneyFields, moneyInWords } from "../kit/money-fields.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { kitTexts } from "../kit/texts.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { ActivityFilter, ActivityRecord } from "./port.ts";
import { activityTexts as texts } from "./texts.ts";

export const ACTIVITIES = `${CONSOLE}/hoat-dong`;
const TRAIL = [{ label: texts.title, href: ACTIVITIES }];
const TONES: Readonly<Record<ActivityStatus, Tone>> = {
  planned: "plain",
  running: "waiting",
  done: "good",
  dropped: "bad",
};
const ITEMS = Object.entries(WORK_ITEMS).map(([value, label]) => ({
  value,
  label: /^\d$/.test(value) ? `${value}. ${label}` : label,
}));
const STATES = optionsOf(ACTIVITY_STATES);

interface ListGiven {
  query: ListQuery;
  filter: ActivityFilter;
  lines: readonly ActivityRecord[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, filter, lines, total }: ListGiven) {
  const inAddress = { nam: filter.year, viec: filter.item, tinh_trang: filter.status };
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <p class="actions">
        {may(memberOf(c).role, "results.edit") && (
          <a class="button" href={`${ACTIVITIES}/moi`}>
            {texts.add}
          </a>
        )}
      </p>
      <Filters
        path={ACTIVITIES}
        query={query}
        filters={[
          { name: "nam", label: texts.year, value: filter.year, type: "text" },
          { name: "viec", label: texts.item, value: filter.item, all: texts.any, options: ITEMS },
          { name: "tinh_trang", label: texts.status, value: filter.status, all: texts.any, options: STATES },
        ]}
      />
      <DataTable
        id="hoat-dong"
        caption={texts.title}
        path={ACTIVITIES}
        query={query}
        filters={inAddress}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, ACTIVITIES, "results.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<ActivityRecord>[] = [
  { label: texts.name, cell: ({ id, title }) => <a href={`${ACTIVITIES}/${id}`}>{title}</a> },
  { label: texts.item, sort: "viec", cell: ({ item }) => WORK_ITEMS[item] },
  { label: texts.year, sort: "nam", cell: ({ year }) => year, numeric: true },
  { label: texts.leadBy, cell: ({ lead }) => lead },
  { label: kitTexts.money, cell: ({ costs }) => totalOf(costs).toLocaleString("vi-VN"), numeric: true },
  {
    label: texts.status,
    cell: ({ status }) => <Badge tone={TONES[status]}>{ACTIVITY_STATES[status]}</Badge>,
  },
];

interface FormGiven {
  form?: SentForm;
  mistakes?: Mistakes;
}

export function newPage(c: ConsoleContext, { form, mistakes = {}, year }: FormGiven & { year: number }) {
  return showPage(
    c,
    { title: texts.add, trail: TRAIL },
    <>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={`${ACTIVITIES}/moi`} class="form card">
        <DetailFields form={form} mistakes={mistakes} year={year} />
        <Actions cancel={ACTIVITIES}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function activityPage(c: ConsoleContext, given: FormGiven & { activity: ActivityRecord }) {
  const { activity, form, mistakes = {} } = given;
  return showPage(
    c,
    { title: activity.title, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.item, WORK_ITEMS[activity.item]],
          [texts.year, String(activity.year)],
          [
            texts.status,
            <Badge tone={TONES[activity.status]}>{ACTIVITY_STATES[activity.status]}</Badge>,
          ] as const,
          ...(
            [
              [texts.leadBy, activity.lead ?? ""],
              [kitTexts.money, moneyInWords(activity.costs)],
              [texts.evidence, activity.evidence ?? ""],
              [texts.note, activity.note],
            ] as const
          ).filter(([, words]) => words !== ""),
        ]}
      />
      <MistakeList mistakes={mistakes} />
      {may(memberOf(c).role, "results.edit") && (
        <Form visit={c.var.visit} action={`${ACTIVITIES}/${activity.id}`} class="form card">
          <h2>{texts.edit}</h2>
          <RevisionField revision={form?.revision() ?? activity.revision} />
          <DetailFields form={form} mistakes={mistakes} stored={activity} year={activity.year} />
          <button type="submit">{texts.save}</button>
        </Form>
      )}
    </>,
    form === undefined ? 200 : 422,
  );
}

function DetailFields({
  form,
  mistakes,
  stored,
  year,
}: {
  form: SentForm | undefined;
  mistakes: Mistakes;
  stored?: ActivityRecord;
  year: number;
}) {
  const value = (name: string, kept: string | null | undefined) => form?.text(name) ?? kept ?? "";
  return (
    <>
      <Select
        name="viec"
        label={texts.item}
        value={value("viec", stored?.item)}
        mistake={mistakes["viec"]}
        empty={texts.choose}
        options={ITEMS}
      />
      <Field name="ten" label={texts.name} value={value("ten", stored?.title)} mistake={mistakes["ten"]} />
      <Field
        name="nam"
        label={texts.year}
        value={value("nam", String(year))}
        mistake={mistakes["nam"]}
        inputmode="numeric"
      />
      <Field
        name="chu_tri"
        label={texts.leadBy}
        value={value("chu_tri", stored?.lead)}
        mistake={mistakes["chu_tri"]}
        optional
      />
      <Select
        name="tinh_trang"
        label={texts.status}
        value={value("tinh_trang", stored?.status ?? "planned")}
        mistake={mistakes["tinh_trang"]}
        options={STATES}
      />
      <MoneyFields stored={stored?.costs ?? {}} form={form} mistakes={mistakes} />
      <TextArea
        name="minh_chung"
        label={texts.evidence}
        value={value("minh_chung", stored?.evidence)}
        mistake={mistakes["minh_chung"]}
        optional
      />
      <TextArea
        name="ghi_chu"
        label={texts.note}
        value={value("ghi_chu", stored?.note)}
        mistake={mistakes["ghi_chu"]}
        optional
      />
    </>
  );
}
