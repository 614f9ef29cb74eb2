import { PILOT_STATES } from "../../registry/report/words.ts";
import { mayBecome, statesOf, type PilotStatus } from "../../registry/states.ts";
import type { PickedEnterprise } from "../kit/enterprise-pick.ts";
import { aboutEnterprise } from "../kit/enterprise-picker.tsx";
import { Filters } from "../kit/filters.tsx";
import { Actions, Field, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, Empty, type Column } from "../kit/table.tsx";
import { dayInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { PilotFilter, PilotRecord } from "./port.ts";
import { pilotTexts as texts } from "./texts.ts";

export const PILOTS = `${CONSOLE}/mo-hinh`;
export const TRAIL = [{ label: texts.title, href: PILOTS }];
const TONES: Readonly<Record<PilotStatus, Tone>> = {
  proposed: "waiting",
  approved: "plain",
  monitored: "plain",
  recognised: "good",
  dropped: "bad",
};

interface ListGiven {
  query: ListQuery;
  filter: PilotFilter;
  lines: readonly PilotRecord[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, filter, lines, total }: ListGiven) {
  const inAddress = { nam: filter.year, tinh_trang: filter.status };
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <p class="actions">
        {may(memberOf(c).role, "results.edit") && (
          <a class="button" href={`${PILOTS}/moi`}>
            {texts.add}
          </a>
        )}
      </p>
      <Filters
        path={PILOTS}
        query={query}
        words={texts.search}
        filters={[
          { name: "nam", label: texts.year, value: filter.year, type: "text" },
          {
            name: "tinh_trang",
            label: texts.status,
            value: filter.status,
            all: texts.any,
            options: optionsOf(PILOT_STATES),
          },
        ]}
      />
      <DataTable
        id="mo-hinh"
        caption={texts.title}
        path={PILOTS}
        query={query}
        filters={inAddress}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, PILOTS, "results.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<PilotRecord>[] = [
  {
    label: texts.enterprise,
    sort: "co-so",
    cell: ({ id, enterprise }) => <a href={`${PILOTS}/${id}`}>{enterprise.name}</a>,
  },
  { label: texts.name, cell: ({ title }) => title },
  { label: texts.year, sort: "nam", cell: ({ year }) => year, numeric: true },
  { label: texts.standard, cell: ({ standard }) => standard },
  { label: texts.inspectionCount, cell: ({ inspections }) => inspections.length, numeric: true },
  {
    label: texts.status,
    cell: ({ status }) => <Badge tone={TONES[status]}>{PILOT_STATES[status]}</Badge>,
  },
];

interface FormGiven {
  form?: SentForm;
  mistakes?: Mistakes;
}

export function newPage(
  c: ConsoleContext,
  given: FormGiven & { enterprise: PickedEnterprise; year: number },
) {
  const { enterprise, form, mistakes = {}, year } = given;
  return showPage(
    c,
    { title: texts.add, trail: TRAIL },
    <>
      <p>
        <strong>{enterprise.name}</strong> <span class="meta">{aboutEnterprise(enterprise)}</span>
      </p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={`${PILOTS}/moi`} class="form card">
        <input type="hidden" name="co_so" value={enterprise.id} />
        <DetailFields form={form} mistakes={mistakes} year={year} />
        <Actions cancel={PILOTS}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function pilotPage(
  c: ConsoleContext,
  given: FormGiven & { pilot: PilotRecord; /** the form that came back */ of?: "pilot" | "inspection" },
) {
  const { pilot, form, mistakes = {}, of = "pilot" } = given;
  const { role } = memberOf(c);
  const mayEdit = may(role, "results.edit");
  const path = `${PILOTS}/${pilot.id}`;
  const steps = statesOf("pilot").filter((to) => mayBecome("pilot", pilot.status, to));
  return showPage(
    c,
    { title: pilot.title, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.enterprise, `${pilot.enterprise.name} (${aboutEnterprise(pilot.enterprise)})`],
          [texts.status, <Badge tone={TONES[pilot.status]}>{PILOT_STATES[pilot.status]}</Badge>],
          [texts.year, String(pilot.year)],
          ...(pilot.standard === "" ? [] : [[texts.standard, pilot.standard] as const]),
          ...(pilot.evidence === null ? [] : [[texts.evidence, pilot.evidence] as const]),
        ]}
      />
      <MistakeList mistakes={mistakes} />
      {steps.length > 0 && may(role, "results.confirm") && (
        <Form visit={c.var.visit} action={`${path}/tinh-trang`} class="card">
          <h2>{texts.move}</h2>
          <RevisionField revision={pilot.revision} />
          <div class="actions">
            {steps.map((to) => (
              <button type="submit" name="sang" value={to} class={to === "dropped" ? "quiet" : undefined}>
                {texts.steps[to]}
              </button>
            ))}
          </div>
        </Form>
      )}
      <h2>{texts.inspections}</h2>
      {pilot.inspections.length === 0 ? (
        <Empty>{texts.noInspections}</Empty>
      ) : (
        <ul>
          {pilot.inspections.map(({ at, by, findings }) => (
            <li>
              <strong>{dayInWords(at)}</strong>
              {by !== "" && ` · ${by}`}
              <br />
              {findings}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <>
          <Form visit={c.var.visit} action={`${path}/kiem-tra`} class="form card">
            <h2>{texts.inspect}</h2>
            <InspectionFields form={of === "inspection" ? form : undefined} mistakes={mistakes} />
            <button type="submit">{texts.inspect}</button>
          </Form>
          <Form visit={c.var.visit} action={path} class="form card">
            <h2>{texts.edit}</h2>
            <RevisionField revision={(of === "pilot" ? form?.revision() : undefined) ?? pilot.revision} />
            <DetailFields
              form={of === "pilot" ? form : undefined}
              mistakes={mistakes}
              stored={pilot}
              year={pilot.year}
            />
            <button type="submit">{texts.save}</button>
          </Form>
        </>
      )}
    </>,
    form === undefined ? 200 : 422,
  );
}

interface FieldsGiven {
  form: SentForm | undefined;
  mistakes: Mistakes;
}

function InspectionFields({ form, mistakes }: FieldsGiven) {
  const value = (name: string) => form?.text(name) ?? "";
  return (
    <>
      <Field name="ngay" type="date" label={texts.at} value={value("ngay")} mistake={mistakes["ngay"]} />
      <Field
        name="don_vi"
        label={texts.inspector}
        value={value("don_vi")}
        mistake={mistakes["don_vi"]}
        optional
      />
      <TextArea
        name="noi_dung"
        label={texts.findings}
        value={value("noi_dung")}
        mistake={mistakes["noi_dung"]}
      />
    </>
  );
}

function DetailFields({
  form,
  mistakes,
  stored,
  year,
}: FieldsGiven & { stored?: PilotRecord; year: number }) {
  const value = (name: string, kept: string | null | undefined) => form?.text(name) ?? kept ?? "";
  return (
    <>
      <Field name="ten" label={texts.name} value={value("ten", stored?.title)} mistake={mistakes["ten"]} />
      <Field
        name="nam"
        label={texts.year}
        value={value("nam", String(year))}
        mistake={mistakes["nam"]}
        inputmode="numeric"
      />
      <Field
        name="tieu_chuan"
        label={texts.standard}
        value={value("tieu_chuan", stored?.standard)}
        mistake={mistakes["tieu_chuan"]}
        optional
      />
      <TextArea
        name="minh_chung"
        label={texts.evidence}
        value={value("minh_chung", stored?.evidence)}
        mistake={mistakes["minh_chung"]}
        optional
      />
    </>
  );
}
