import { RESULT_STATES, SUPPORT_KINDS, partInWords } from "../../registry/report/words.ts";
import type { ResultStatus } from "../../registry/states.ts";
import { totalOf } from "../../registry/money.ts";
import { aboutEnterprise } from "../kit/enterprise-picker.tsx";
import type { PickedEnterprise } from "../kit/enterprise-pick.ts";
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
import { dayInWords, isoDay } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { RESULTS } from "../paths.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { RequestForResult, ResultFilter, ResultRecord } from "./port.ts";
import { resultTexts as texts } from "./texts.ts";

export const TRAIL = [{ label: texts.title, href: RESULTS }];
const TONES: Readonly<Record<ResultStatus, Tone>> = { recorded: "waiting", confirmed: "good", voided: "bad" };

interface ListGiven {
  query: ListQuery;
  filter: ResultFilter;
  lines: readonly ResultRecord[];
  total: number;
  years: readonly string[];
}

export function listPage(c: ConsoleContext, { query, filter, lines, total, years }: ListGiven) {
  const inAddress = { nam: filter.year, nhom: filter.kind, tinh_trang: filter.status };
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <p class="actions">
        {may(memberOf(c).role, "results.edit") && (
          <a class="button" href={`${RESULTS}/moi`}>
            {texts.add}
          </a>
        )}
      </p>
      <Filters
        path={RESULTS}
        query={query}
        words={texts.search}
        filters={[
          {
            name: "nam",
            label: texts.year,
            value: filter.year,
            all: texts.anyYear,
            options: years.map((year) => ({ value: year, label: year })),
          },
          {
            name: "nhom",
            label: texts.kind,
            value: filter.kind,
            all: texts.anyKind,
            options: SUPPORT_KINDS.map((value) => ({ value, label: partInWords("nhom", value) })),
          },
          {
            name: "tinh_trang",
            label: texts.status,
            value: filter.status,
            all: texts.anyStatus,
            options: optionsOf(RESULT_STATES),
          },
        ]}
      />
      <DataTable
        id="ket-qua"
        caption={texts.title}
        path={RESULTS}
        query={query}
        filters={inAddress}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, RESULTS, "results.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<ResultRecord>[] = [
  {
    label: texts.enterprise,
    sort: "co-so",
    cell: ({ id, enterprise }) => <a href={`${RESULTS}/${id}`}>{enterprise.name}</a>,
  },
  { label: texts.year, sort: "nam", cell: ({ year }) => year, numeric: true },
  { label: texts.kind, cell: ({ kind }) => partInWords("nhom", kind) },
  { label: texts.standard, cell: ({ standard }) => standard },
  {
    label: kitTexts.money,
    cell: ({ amounts }) => totalOf(amounts).toLocaleString("vi-VN"),
    numeric: true,
  },
  { label: texts.status, cell: ({ status }) => <StatusBadge status={status} /> },
];

function StatusBadge({ status }: { status: ResultStatus }) {
  return <Badge tone={TONES[status]}>{RESULT_STATES[status]}</Badge>;
}

interface FormGiven {
  form?: SentForm;
  mistakes?: Mistakes;
  /** what is written down already, where that is the mistake */
  duplicate?: string;
}

export function newPage(
  c: ConsoleContext,
  given: FormGiven & { enterprise: PickedEnterprise; request: RequestForResult | null; year: number },
) {
  const { enterprise, request, form, mistakes = {}, duplicate } = given;
  return showPage(
    c,
    { title: texts.add, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.enterprise, `${enterprise.name} (${aboutEnterprise(enterprise)})`],
          ...(request === null ? [] : [[texts.request, request.code] as const]),
        ]}
      />
      <MistakeList mistakes={mistakes} />
      <DuplicateLink id={duplicate} />
      <Form visit={c.var.visit} action={`${RESULTS}/moi`} class="form card">
        <input type="hidden" name="co_so" value={enterprise.id} />
        {request !== null && <input type="hidden" name="yeu_cau" value={request.id} />}
        <DetailFields form={form} mistakes={mistakes} kind={request?.kind ?? ""} year={given.year} />
        <Actions cancel={RESULTS}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

function DuplicateLink({ id }: { id: string | undefined }) {
  return id === undefined ? (
    <></>
  ) : (
    <p>
      <a href={`${RESULTS}/${id}`}>{texts.duplicateLink}</a>
    </p>
  );
}

export function resultPage(c: ConsoleContext, given: FormGiven & { result: ResultRecord }) {
  const { result, form, mistakes = {} } = given;
  const { role } = memberOf(c);
  const path = `${RESULTS}/${result.id}`;
  const isOpen = result.status === "recorded";
  return showPage(
    c,
    { title: result.enterprise.name, trail: TRAIL },
    <>
      <Facts
        facts={
          [
            [texts.status, <StatusBadge status={result.status} />],
            [texts.year, String(result.year)],
            [texts.kind, partInWords("nhom", result.kind)],
            [texts.standard, result.standard],
            [texts.started, result.startedAt === null ? "" : dayInWords(result.startedAt)],
            [texts.finished, result.finishedAt === null ? "" : dayInWords(result.finishedAt)],
            [texts.contract, result.contract ?? ""],
            [texts.evidence, result.evidence ?? ""],
            [kitTexts.money, moneyInWords(result.amounts)],
            [texts.request, result.request?.code ?? ""],
            [texts.recordedBy, result.recordedBy],
            [texts.confirmedBy, result.confirmedBy ?? ""],
            [texts.reason, result.reason ?? ""],
          ].filter(([, value]) => value !== "") as [string, string][]
        }
      />
      <MistakeList mistakes={mistakes} />
      <DuplicateLink id={given.duplicate} />
      {isOpen && may(role, "results.confirm") && (
        <Form visit={c.var.visit} action={`${path}/xac-nhan`} class="card">
          <h2>{texts.confirm}</h2>
          <p class="hint">{result.evidence === null ? texts.noEvidence : texts.confirmLead}</p>
          <RevisionField revision={result.revision} />
          {result.evidence !== null && <button type="submit">{texts.confirm}</button>}
        </Form>
      )}
      {isOpen && may(role, "results.edit") && (
        <Form visit={c.var.visit} action={path} class="form card">
          <h2>{texts.edit}</h2>
          <RevisionField revision={form?.revision() ?? result.revision} />
          <DetailFields
            form={form}
            mistakes={mistakes}
            stored={result}
            kind={result.kind}
            year={result.year}
          />
          <button type="submit">{texts.save}</button>
        </Form>
      )}
      {result.status !== "voided" && may(role, "results.confirm") && (
        <Form visit={c.var.visit} action={`${path}/huy`} class="form card">
          <h2>{texts.void}</h2>
          <p class="hint">{texts.voidLead}</p>
          <RevisionField revision={result.revision} />
          <Field name="ly_do" label={texts.reason} mistake={mistakes["ly_do"]} autocomplete="off" />
          <button type="submit" class="danger">
            {texts.void}
          </button>
        </Form>
      )}
    </>,
    Object.keys(mistakes).length === 0 ? 200 : 422,
  );
}

function DetailFields({
  form,
  mistakes,
  stored,
  kind,
  year,
}: {
  form?: SentForm | undefined;
  mistakes: Mistakes;
  stored?: ResultRecord;
  kind: string;
  year: number;
}) {
  const value = (name: string, kept: string | null | undefined) => form?.text(name) ?? kept ?? "";
  const dayValue = (name: string, kept: Date | null | undefined) =>
    form?.text(name) ?? (kept ? isoDay(kept) : "");
  return (
    <>
      <Field
        name="nam"
        label={texts.year}
        value={value("nam", String(year))}
        mistake={mistakes["nam"]}
        inputmode="numeric"
      />
      <Select
        name="nhom"
        label={texts.kind}
        value={value("nhom", kind)}
        mistake={mistakes["nhom"]}
        empty={texts.kindMissing}
        options={SUPPORT_KINDS.map((one) => ({ value: one, label: partInWords("nhom", one) }))}
      />
      <Field
        name="tieu_chuan"
        label={texts.standard}
        hint={texts.standardHint}
        value={value("tieu_chuan", stored?.standard)}
        mistake={mistakes["tieu_chuan"]}
        optional
      />
      <Field
        name="bat_dau"
        type="date"
        label={texts.started}
        value={dayValue("bat_dau", stored?.startedAt)}
        mistake={mistakes["bat_dau"]}
        optional
      />
      <Field
        name="hoan_thanh"
        type="date"
        label={texts.finished}
        value={dayValue("hoan_thanh", stored?.finishedAt)}
        mistake={mistakes["hoan_thanh"]}
        optional
      />
      <Field
        name="hop_dong"
        label={texts.contract}
        hint={texts.contractHint}
        value={value("hop_dong", stored?.contract)}
        mistake={mistakes["hop_dong"]}
        optional
      />
      <MoneyFields stored={stored?.amounts ?? {}} form={form} mistakes={mistakes} />
      <TextArea
        name="minh_chung"
        label={texts.evidence}
        hint={texts.evidenceHint}
        value={value("minh_chung", stored?.evidence)}
        mistake={mistakes["minh_chung"]}
        optional
      />
    </>
  );
}
