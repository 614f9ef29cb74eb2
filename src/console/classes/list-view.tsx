import type { EventStatus } from "../../registry/states.ts";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { CLASSES, classPath } from "./paths.ts";
import type { ClassFilter, ClassLine } from "./port.ts";
import { classTexts as texts } from "./texts.ts";

const TONES: Readonly<Record<EventStatus, Tone>> = {
  draft: "plain",
  approved: "waiting",
  open: "good",
  closed: "plain",
  held: "good",
  reported: "plain",
  postponed: "waiting",
  cancelled: "bad",
};

export function StatusBadge({ status }: { status: EventStatus }) {
  return <Badge tone={TONES[status]}>{texts.states[status]}</Badge>;
}

interface Given {
  query: ListQuery;
  filter: ClassFilter;
  years: readonly string[];
  lines: readonly ClassLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, filter, years, lines, total }: Given) {
  const mayEdit = may(memberOf(c).role, "classes.edit");
  const filters = { tinh_trang: filter.status, nam: filter.year };
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="actions">
        {mayEdit && (
          <>
            <a class="button" href={`${CLASSES}/moi`}>
              {texts.create}
            </a>
            <a class="button quiet" href={`${CLASSES}/mau`}>
              {texts.templates}
            </a>
          </>
        )}
      </p>
      <Filters
        path={CLASSES}
        query={query}
        words={texts.search}
        filters={[
          {
            name: "tinh_trang",
            label: texts.status,
            value: filter.status,
            all: texts.any,
            options: optionsOf(texts.states),
          },
          {
            name: "nam",
            label: texts.year,
            value: filter.year,
            all: texts.any,
            options: years.map((year) => ({ value: year, label: year })),
          },
        ]}
      />
      <DataTable
        id="lop"
        caption={texts.title}
        path={CLASSES}
        query={query}
        filters={filters}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, CLASSES, "classes.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<ClassLine>[] = [
  {
    label: texts.name,
    sort: "ten",
    cell: ({ id, title }) => <a href={classPath(id)}>{title}</a>,
  },
  { label: texts.number, sort: "so", cell: ({ keyword }) => keyword },
  { label: texts.status, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    label: texts.when,
    sort: "luc",
    cell: ({ startsAt }) => <span class="nowrap">{startsAt ? momentInWords(startsAt) : texts.noDate}</span>,
  },
  { label: texts.place, cell: ({ place }) => place },
  {
    label: texts.seats,
    numeric: true,
    cell: ({ counts, capacity }) => texts.seatsOf(counts.seated + counts.offered, capacity),
  },
  { label: texts.waiting, numeric: true, cell: ({ counts }) => counts.waiting },
];
