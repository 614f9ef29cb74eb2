import type { Child } from "hono/jsx";
import { needTopicInWords } from "../../registry/need-topics.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { Filters } from "../kit/filters.tsx";
import { Actions, Field, Form, MistakeList, RevisionField, Select, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { dayInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { ENTERPRISES } from "../paths.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { PeopleOf } from "./people-view.tsx";
import { ProfileFields, profileInWords } from "./profile.tsx";
import type { EnterpriseLine, EnterpriseRecord } from "./records-port.ts";
import { enterpriseTexts as texts } from "./texts.ts";

const TRAIL = [{ label: texts.title, href: ENTERPRISES }];
const KINDS = optionsOf(ENTERPRISE_KINDS);

interface ListGiven {
  query: ListQuery;
  kind: string;
  lines: readonly EnterpriseLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, kind, lines, total }: ListGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <Filters
        path={ENTERPRISES}
        query={query}
        words={texts.search}
        filters={[{ name: "loai", label: texts.kind, value: kind, all: texts.any, options: KINDS }]}
      />
      <DataTable
        id="co-so"
        caption={texts.title}
        path={ENTERPRISES}
        query={query}
        filters={{ loai: kind }}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, ENTERPRISES, "enterprises.people")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<EnterpriseLine>[] = [
  { label: texts.name, sort: "ten", cell: ({ id, name }) => <a href={`${ENTERPRISES}/${id}`}>{name}</a> },
  { label: texts.kind, cell: ({ kind }) => ENTERPRISE_KINDS[kind] },
  { label: texts.taxId, cell: ({ taxId }) => taxId ?? texts.none },
  { label: texts.commune, cell: ({ commune }) => commune },
  { label: texts.since, sort: "luc", cell: ({ createdAt }) => dayInWords(createdAt) },
];

export function recordPage(c: ConsoleContext, record: EnterpriseRecord) {
  return showPage(
    c,
    { title: record.name, wide: true, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.kind, ENTERPRISE_KINDS[record.kind]],
          [texts.taxId, record.taxId ?? texts.none],
          [texts.commune, record.commune],
          ...profileInWords(record),
          [texts.since, dayInWords(record.createdAt)],
        ]}
      />
      {may(memberOf(c).role, "enterprises.edit") && (
        <p>
          <a class="button quiet" href={`${ENTERPRISES}/${record.id}/sua`}>
            {texts.edit}
          </a>
        </p>
      )}
      <PeopleOf c={c} record={record} path={`${ENTERPRISES}/${record.id}`} />
      <Lines
        title={texts.registrations}
        lines={record.registrations.map(
          ({ code, title, at, people }) =>
            `${code} · ${title} · ${texts.peopleOf(people)} · ${dayInWords(at)}`,
        )}
      />
      <Lines
        title={texts.requests}
        lines={record.requests.map(({ code, status, at }) => `${code} · ${status} · ${dayInWords(at)}`)}
      />
      <Lines
        title={texts.results}
        lines={record.results.map(({ year, kind, standard, status }) =>
          [year, kind, standard, status].filter(Boolean).join(" · "),
        )}
      />
      <Lines
        title={texts.needs}
        lines={record.needs.map(({ topic, year, metAt }) => (
          <>
            {`${needTopicInWords(topic)}, ${year} `}
            <Badge tone={metAt === null ? "waiting" : "good"}>
              {metAt === null ? texts.notMet : texts.met}
            </Badge>
          </>
        ))}
      />
    </>,
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Child[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p class="meta">{texts.nothing}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function phonePage(c: ConsoleContext, id: string, phone: string) {
  return showPage(
    c,
    { title: texts.phoneTitle, trail: TRAIL },
    <>
      <p class="one-time">
        <a href={`tel:${phone}`}>{phone}</a>
      </p>
      <p class="hint">{texts.phoneLead}</p>
      <p>
        <a class="button quiet" href={`${ENTERPRISES}/${id}`}>
          {texts.back}
        </a>
      </p>
    </>,
  );
}

export function editPage(
  c: ConsoleContext,
  given: { record: EnterpriseRecord; sectors: readonly string[]; form?: SentForm; mistakes?: Mistakes },
) {
  const { record, sectors, form, mistakes = {} } = given;
  const path = `${ENTERPRISES}/${record.id}`;
  const shared = (name: string, label: string, stored: string) => ({
    ...{ name, label, mistake: mistakes[name] },
    value: form?.text(name) ?? stored,
  });
  return showPage(
    c,
    { title: texts.edit, trail: [...TRAIL, { label: record.name, href: path }] },
    <>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={`${path}/sua`} class="form card">
        <RevisionField revision={form?.revision() ?? record.revision} />
        <Field {...shared("ten", texts.name, record.name)} />
        <Select {...shared("loai", texts.kind, record.kind)} options={KINDS} />
        <Field {...shared("ma_so_thue", texts.taxId, record.taxId ?? "")} optional />
        <Field {...shared("xa", texts.commune, record.communeText)} optional />
        <ProfileFields {...{ stored: record, sectors, form, mistakes }} />
        <Actions cancel={path}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}
