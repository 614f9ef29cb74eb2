import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import type { Look } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";
import { DATA } from "./views.tsx";

interface LogGiven {
  query: ListQuery;
  filter: { staffId: string; contactId: string };
  staff: readonly { id: string; name: string }[];
  looks: readonly Look[];
  total: number;
}

/** Who of the staff looked at whose data. */
export function logPage(c: ConsoleContext, { query, filter, staff, looks, total }: LogGiven) {
  const path = `${DATA}/ai-xem`;
  return showPage(
    c,
    { title: texts.log, wide: true, trail: [{ label: texts.title, href: DATA }] },
    <>
      <p>{texts.logLead}</p>
      {filter.contactId !== "" && <p class="said caution">{texts.onePerson}</p>}
      <Filters
        path={path}
        query={query}
        filters={[
          {
            name: "can_bo",
            label: texts.by,
            value: filter.staffId,
            all: texts.any,
            options: staff.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      <DataTable
        id="ai-xem"
        caption={texts.log}
        path={path}
        query={query}
        filters={{ can_bo: filter.staffId, nguoi: filter.contactId }}
        columns={columnsWith(c.var.shell.auditWords)}
        rows={looks}
        total={total}
        sheet={sheetFor(c, path, "personal-data.oversee")}
        empty={texts.noLooks}
      />
    </>,
  );
}

function columnsWith(words: Readonly<Record<string, string>>): readonly Column<Look>[] {
  return [
    { label: texts.when, cell: ({ at }) => momentInWords(at) },
    { label: texts.by, cell: ({ who }) => who ?? texts.former },
    { label: texts.what, cell: ({ action }) => words[action] ?? <code>{action}</code> },
    { label: texts.subject, cell: ({ subject }) => <code class="small">…{subject.slice(-12)}</code> },
    { label: texts.rows, numeric: true, cell: ({ rows }) => rows },
  ];
}
