import { KINDS_IN_WORDS } from "../../dialogue/support/request-texts.ts";
import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { dayInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { REQUEST_STATES, REQUEST_TONES } from "../words.ts";
import { dueInWords } from "../working-days.ts";
import { filtersOf, type Asked } from "./filter.ts";
import type { RequestLine } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

export const REQUESTS = `${CONSOLE}/yeu-cau`;

interface ListGiven {
  query: ListQuery;
  asked: Asked;
  lines: readonly RequestLine[];
  total: number;
  calendar: WorkingCalendar;
}

export function listPage(c: ConsoleContext, { query, asked, lines, total, calendar }: ListGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <Filters path={REQUESTS} query={query} words={texts.search} filters={filtersOf(asked)} />
      <DataTable
        id="yeu-cau"
        caption={texts.title}
        path={REQUESTS}
        query={query}
        filters={asked.values}
        columns={columns(c.var.shell.now(), calendar)}
        rows={lines}
        total={total}
        sheet={sheetFor(c, REQUESTS, "requests.work")}
        empty={texts.empty}
      />
    </>,
  );
}

function columns(now: Date, calendar: WorkingCalendar): readonly Column<RequestLine>[] {
  return [
    {
      label: texts.code,
      cell: ({ id, code }) => (
        <a class="nowrap" href={`${REQUESTS}/${id}`}>
          {code}
        </a>
      ),
    },
    { label: texts.kind, cell: ({ kind }) => KINDS_IN_WORDS[kind] },
    {
      label: texts.enterprise,
      cell: ({ enterprise, submitter }) => (
        <span>
          {enterprise ?? texts.noEnterprise}
          {submitter !== null && <span class="meta"> · {submitter}</span>}
        </span>
      ),
    },
    { label: texts.status, cell: ({ status }) => <StatusBadge status={status} /> },
    { label: texts.assignedTo, cell: ({ assignedTo }) => assignedTo?.name ?? texts.nobody },
    { label: texts.dueAt, cell: (line) => <Due line={line} now={now} calendar={calendar} /> },
  ];
}

export function StatusBadge({ status }: Pick<RequestLine, "status">) {
  return <Badge tone={REQUEST_TONES[status]}>{REQUEST_STATES[status]}</Badge>;
}

/** The day, and how far it is while the request is open. */
export function Due({
  line: { dueAt, settledAt, isOverdue },
  now,
  calendar,
}: {
  line: Pick<RequestLine, "dueAt" | "settledAt" | "isOverdue">;
  now: Date;
  calendar: WorkingCalendar;
}) {
  return (
    <span>
      <span class="nowrap">{dayInWords(dueAt)}</span>{" "}
      {settledAt === null &&
        (isOverdue ? (
          <Badge tone="bad">{dueInWords(dueAt, now, calendar)}</Badge>
        ) : (
          <span class="meta">{dueInWords(dueAt, now, calendar)}</span>
        ))}
    </span>
  );
}
