import type { AttendeeStatus } from "../../registry/states.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import {
  Actions,
  Checkbox,
  Field,
  Form,
  MistakeList,
  Select,
  TextArea,
  type Mistakes,
} from "../kit/form.tsx";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, type Tone } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { trailOf } from "./change-views.tsx";
import { classPath } from "./paths.ts";
import type { AttendeeLine, ClassRecord } from "./port.ts";
import { registrationTexts as texts } from "./texts.ts";

const TONES: Readonly<Record<AttendeeStatus, Tone>> = {
  requested: "waiting",
  confirmed: "good",
  waiting: "waiting",
  offered: "waiting",
  lapsed: "bad",
  rejected: "bad",
  cancelled: "bad",
  attended: "good",
  absent: "bad",
  certified: "good",
};

export function PersonStatus({ person }: { person: AttendeeLine }) {
  const { status, waitingPlace, offerExpiresAt } = person;
  return (
    <>
      <Badge tone={TONES[status]}>{texts.states[status]}</Badge>{" "}
      {waitingPlace !== null && texts.waitingPlace(waitingPlace)}
      {status === "offered" && offerExpiresAt && texts.offerUntil(momentInWords(offerExpiresAt))}
    </>
  );
}

interface Given {
  record: ClassRecord;
  query: ListQuery;
  status: string;
  lines: readonly AttendeeLine[];
  total: number;
}

export function registrationsPage(c: ConsoleContext, { record, query, status, lines, total }: Given) {
  const mayEdit = may(memberOf(c).role, "classes.edit");
  const path = classPath(record.id, "dang-ky");
  return showPage(
    c,
    { title: texts.title(record.title), trail: trailOf(record), wide: true },
    <>
      {mayEdit && (
        <p class="actions">
          <a class="button" href={`${path}/them`}>
            {texts.add}
          </a>
        </p>
      )}
      <Filters
        path={path}
        query={query}
        words={texts.search}
        filters={[
          {
            name: "tinh_trang",
            label: texts.only,
            value: status,
            all: texts.all,
            options: optionsOf(texts.states),
          },
        ]}
      />
      <DataTable
        id="dang-ky"
        caption={texts.title(record.title)}
        path={path}
        query={query}
        filters={{ tinh_trang: status }}
        columns={columnsFor(record.id, mayEdit)}
        rows={lines}
        total={total}
        sheet={sheetFor(c, path, "classes.edit")}
        empty={texts.empty}
      />
    </>,
  );
}

function columnsFor(classId: string, mayEdit: boolean): readonly Column<AttendeeLine>[] {
  const columns: Column<AttendeeLine>[] = [
    {
      label: texts.person,
      sort: "ten",
      cell: ({ id, name }) => (mayEdit ? <a href={classPath(classId, `nguoi/${id}`)}>{name}</a> : name),
    },
    { label: texts.enterprise, sort: "don-vi", cell: ({ enterprise }) => enterprise },
    { label: texts.position, cell: ({ position }) => position ?? "" },
    { label: texts.status, sort: "tinh-trang", cell: (person) => <PersonStatus person={person} /> },
    {
      label: texts.submitter,
      cell: ({ submitterName, contact }) => (
        <>
          {submitterName}{" "}
          <Badge tone={contact === "verified" ? "good" : "waiting"}>{texts.contact[contact]}</Badge>
        </>
      ),
    },
    { label: texts.code, cell: ({ registrationCode }) => <span class="nowrap">{registrationCode}</span> },
    {
      label: texts.at,
      sort: "luc",
      cell: ({ createdAt }) => <span class="nowrap">{momentInWords(createdAt)}</span>,
    },
  ];
  const phone: Column<AttendeeLine> = { label: texts.phone, cell: (one) => one.phone ?? one.submitterPhone };
  return mayEdit ? [...columns.slice(0, 3), phone, ...columns.slice(3)] : columns;
}

export function addPage(
  c: ConsoleContext,
  {
    record,
    form,
    mistakes = {},
    said,
  }: { record: ClassRecord; form?: SentForm; mistakes?: Mistakes; said?: string },
) {
  const value = (name: string) => form?.text(name) ?? "";
  return showPage(
    c,
    { title: texts.add, trail: trailOf(record) },
    <>
      <p>{texts.addLead}</p>
      {said !== undefined && (
        <p class="said caution" role="alert">
          {said}
        </p>
      )}
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={classPath(record.id, "dang-ky/them")} class="form card">
        <Select
          name="loai"
          label={texts.kind}
          value={value("loai")}
          mistake={mistakes["loai"]}
          empty=""
          options={Object.entries(ENTERPRISE_KINDS).map(([kind, label]) => ({ value: kind, label }))}
        />
        <Field
          name="don_vi"
          label={texts.enterpriseName}
          value={value("don_vi")}
          mistake={mistakes["don_vi"]}
        />
        <Field
          name="ma_so_thue"
          label={texts.taxId}
          value={value("ma_so_thue")}
          mistake={mistakes["ma_so_thue"]}
          optional
        />
        <Field name="xa" label={texts.commune} value={value("xa")} mistake={mistakes["xa"]} />
        <Field
          name="nguoi_dang_ky"
          label={texts.submitterName}
          value={value("nguoi_dang_ky")}
          mistake={mistakes["nguoi_dang_ky"]}
        />
        <Field
          name="dien_thoai"
          label={texts.submitterPhone}
          type="tel"
          value={value("dien_thoai")}
          mistake={mistakes["dien_thoai"]}
        />
        <TextArea
          name="nguoi_du"
          label={texts.people}
          hint={texts.peopleHint}
          value={value("nguoi_du")}
          mistake={mistakes["nguoi_du"]}
        />
        <div id="dong_y">
          {mistakes["dong_y"] !== undefined && <p class="wrong-words">{mistakes["dong_y"]}</p>}
          <Checkbox
            name="dong_y"
            label={texts.consent}
            hint={texts.consentHint}
            checked={form?.ticked("dong_y") ?? false}
          />
        </div>
        <Actions cancel={classPath(record.id, "dang-ky")}>
          <button type="submit">{texts.addButton}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}
