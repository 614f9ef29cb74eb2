import { NEED_TOPICS, needTopicInWords } from "../../registry/need-topics.ts";
import { Filters, type Filter } from "../kit/filters.tsx";
import { Form, Select } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import { DataTable, Empty, type Column } from "../kit/table.tsx";
import { dayInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { inAddress, NEEDS, needsAddress } from "./needs-query.ts";
import { channelName } from "../words.ts";
import type { Associations, Demand, DemandRow, Invitee, NeedFilter, NeedLine, Tally } from "./port.ts";
import { associationTexts as texts } from "./texts.ts";

type Choices = Awaited<ReturnType<Associations["choices"]>>;

const LIST = `${NEEDS}/danh-sach`;
const TRAIL = [{ label: texts.demand, href: NEEDS }];
const NO_WORDS: ListQuery = { page: 1, perPage: 1, sort: "ten", descending: false, words: "" };

interface DemandGiven {
  filter: NeedFilter;
  demand: Demand;
  choices: Choices;
}

/** Topic × area × quarter; every figure leads to its rows. */
export function demandPage(c: ConsoleContext, { filter, demand, choices }: DemandGiven) {
  return showPage(
    c,
    { title: texts.demand, wide: true },
    <>
      <p>{texts.demandLead}</p>
      <Filters path={NEEDS} query={NO_WORDS} filters={filtersFor(filter, choices)} />
      {demand.rows.length === 0 ? (
        <Empty>{texts.noDemand}</Empty>
      ) : (
        <>
          <p class="list-top">
            <strong>
              {filter.year}: {texts.metOf(demand.total.met, demand.total.needs)}
            </strong>
            <a href={needsAddress(LIST, filter)}>{texts.list}</a>
          </p>
          {demand.topics.map((topic) => (
            <section>
              <h2>
                {needTopicInWords(topic.topic)}{" "}
                <span class="small">{texts.metOf(topic.met, topic.needs)}</span>
              </h2>
              <DemandTable filter={filter} rows={demand.rows.filter((row) => row.topic === topic.topic)} />
            </section>
          ))}
        </>
      )}
    </>,
  );
}

function DemandTable({ filter, rows }: { filter: NeedFilter; rows: readonly DemandRow[] }) {
  return (
    <div class="table-frame cards" tabindex={0} role="region" aria-label={texts.demand}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.area}</th>
            {texts.quarters.map((label) => (
              <th scope="col" class="numeric">
                {label}
              </th>
            ))}
            <th scope="col" class="numeric">
              {texts.total}
            </th>
            <th scope="col" class="numeric">
              {texts.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <td data-label={texts.area}>{row.area ?? texts.noArea}</td>
              {row.quarters.map((tally, quarter) => (
                <td class="numeric" data-label={texts.quarters[quarter]}>
                  <Figure tally={tally} filter={filter} row={row} quarter={String(quarter)} />
                </td>
              ))}
              <td class="numeric" data-label={texts.total}>
                <Figure tally={row} filter={filter} row={row} quarter={filter.quarter} />
              </td>
              <td class="numeric" data-label={texts.people}>
                {row.people.toLocaleString("vi-VN")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({
  tally,
  filter,
  row,
  quarter,
}: {
  tally: Tally;
  filter: NeedFilter;
  row: DemandRow;
  quarter: string;
}) {
  if (tally.needs === 0) return <>–</>;
  const href = needsAddress(LIST, { ...filter, topic: row.topic, area: row.area ?? "", quarter });
  return (
    <a href={href} title={texts.metOf(tally.met, tally.needs)}>
      {texts.metShort(tally.met, tally.needs)}
    </a>
  );
}

interface NeedsGiven {
  filter: NeedFilter;
  query: ListQuery;
  choices: Choices;
  needs: readonly NeedLine[];
  total: number;
  ticked: readonly string[];
  mistake?: string;
}

export function needsPage(c: ConsoleContext, given: NeedsGiven) {
  const { filter, query, choices, needs, total, ticked, mistake } = given;
  const { role } = memberOf(c);
  const mayMark = may(role, "associations.manage");
  const table = (
    <DataTable
      id="nhu-cau"
      caption={texts.list}
      path={LIST}
      query={query}
      filters={inAddress(filter)}
      columns={mayMark ? [tickColumn(ticked), ...NEED_COLUMNS] : NEED_COLUMNS}
      rows={needs}
      total={total}
      sheet={sheetFor(c, LIST, "associations.see")}
      empty={texts.noDemand}
    />
  );
  return showPage(
    c,
    { title: texts.list, wide: true, trail: TRAIL },
    <>
      <Filters path={LIST} query={query} words={texts.search} filters={filtersFor(filter, choices)} />
      <div class="actions">
        {may(role, "enterprises.people") && (
          <a class="button quiet" href={needsAddress(`${NEEDS}/moi`, filter)}>
            {texts.invitees}
          </a>
        )}
      </div>
      {mayMark && needs.length > 0 ? (
        <Form visit={c.var.visit} action={needsAddress(`${NEEDS}/dap-ung`, filter)} class="wide-form">
          <div class="card">
            <p class="hint">{texts.markLead}</p>
            <Select
              name="lop"
              label={texts.class}
              mistake={mistake}
              empty={texts.chooseClass}
              options={choices.classes.map(({ id, keyword, title }) => ({
                value: id,
                label: `${keyword} · ${title}`,
              }))}
            />
            <div class="actions">
              <button type="submit" name="viec" value="danh-dau">
                {texts.mark}
              </button>
              <button type="submit" name="viec" value="bo" class="quiet">
                {texts.unmark}
              </button>
            </div>
          </div>
          <label class="choice">
            <input type="checkbox" data-tick-all="nhu_cau" />
            <span>{texts.tickAll}</span>
          </label>
          {table}
        </Form>
      ) : (
        table
      )}
    </>,
    mistake === undefined ? 200 : 422,
  );
}

function tickColumn(ticked: readonly string[]): Column<NeedLine> {
  return {
    label: texts.enterprise,
    cell: ({ id, enterprise }) => (
      <label class="choice">
        <input type="checkbox" name="nhu_cau" value={id} checked={ticked.includes(id)} />
        <span>{enterprise}</span>
      </label>
    ),
  };
}

const NEED_COLUMNS: readonly Column<NeedLine>[] = [
  { label: texts.commune, cell: ({ commune }) => commune },
  { label: texts.topic, cell: ({ topic }) => needTopicInWords(topic) },
  { label: texts.quarter, cell: ({ quarter }) => texts.quarters[quarter ?? 0] ?? "" },
  { label: texts.people, numeric: true, cell: ({ people }) => people ?? "–" },
  { label: texts.source, cell: ({ source }) => source },
  {
    label: texts.metBy,
    cell: ({ metBy, metAt }) =>
      metAt === null ? (
        <Badge tone="waiting">{texts.isNotMet}</Badge>
      ) : (
        <Badge tone="good">{`${metBy ?? ""} (${dayInWords(metAt)})`}</Badge>
      ),
  },
];

export function inviteesPage(
  c: ConsoleContext,
  { filter, invitees }: { filter: NeedFilter; invitees: readonly Invitee[] },
) {
  return showPage(
    c,
    { title: texts.invitees, wide: true, trail: TRAIL },
    <>
      <p>{texts.inviteesLead}</p>
      <DataTable
        id="moi"
        caption={texts.invitees}
        path={`${NEEDS}/moi`}
        query={{ ...NO_WORDS, perPage: invitees.length }}
        filters={inAddress(filter)}
        columns={INVITEE_COLUMNS}
        rows={invitees}
        total={invitees.length}
        sheet={sheetFor(c, `${NEEDS}/moi`, "enterprises.people")}
        empty={texts.noInvitees}
      />
    </>,
  );
}

const INVITEE_COLUMNS: readonly Column<Invitee>[] = [
  { label: texts.enterprise, cell: ({ enterprise }) => enterprise },
  { label: texts.commune, cell: ({ commune }) => commune },
  { label: texts.topic, cell: ({ topic }) => needTopicInWords(topic) },
  { label: texts.person, cell: ({ name }) => name ?? texts.nobody },
  { label: texts.phone, cell: ({ phone }) => phone && <a href={`tel:${phone}`}>{phone}</a> },
  {
    label: texts.channels,
    cell: ({ channels }) => (channels.length === 0 ? texts.onlyPhone : channels.map(channelName).join(", ")),
  },
];

function filtersFor(filter: NeedFilter, { areas, sources }: Choices): readonly Filter[] {
  const one = (
    name: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) => ({
    ...{ name, label, value, all: texts.any },
    options: options.map(([key, words]) => ({ value: key, label: words })),
  });
  return [
    { name: "nam", label: texts.year, value: String(filter.year), type: "text" },
    one("noi_dung", texts.topic, filter.topic, Object.entries(NEED_TOPICS)),
    one(
      "khu_vuc",
      texts.area,
      filter.area,
      areas.map((area) => [area, area]),
    ),
    one(
      "quy",
      texts.quarter,
      filter.quarter,
      texts.quarters.map((words, at) => [String(at), words]),
    ),
    one("dap_ung", texts.state, filter.met, [
      ["chua", texts.isNotMet],
      ["co", texts.isMet],
    ]),
    one(
      "nguon",
      texts.source,
      filter.source,
      sources.map(({ id, name }) => [id, name]),
    ),
  ];
}
