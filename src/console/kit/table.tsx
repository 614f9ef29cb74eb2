import type { Child } from "hono/jsx";
import { MOST_EXPORTED } from "./every-row.ts";
import { listAddress, type ListQuery } from "./list-query.ts";
import { kitTexts } from "./texts.ts";

export interface Column<Row> {
  /** what the list is sorted by when its head is pressed; without one it is no order */
  sort?: string;
  label: string;
  cell: (row: Row) => Child;
  numeric?: boolean;
}

interface ListProps<Row> {
  /** also the place htmx puts a new page of the list into */
  id: string;
  /** names the table for those who do not see it */
  caption: string;
  path: string;
  query: ListQuery;
  filters?: Readonly<Record<string, string>>;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  total: number;
  /** where the whole list is downloaded, see `sheetFor`; null where whoever looks may not have it */
  sheet: string | null;
  /** shown where there is nothing at all */
  empty?: Child;
}

/**
 * Rows in pages and in an order, by links that htmx makes quick. On phones each row is a card, the first column its
 * title.
 */
export function DataTable<Row>(props: ListProps<Row>) {
  const { id, caption, path, query, filters = {}, columns, rows, total, sheet } = props;
  const isNarrowed = query.words !== "" || Object.values(filters).some((value) => value !== "");
  if (total === 0 || rows.length === 0) {
    return (
      <div id={id}>
        <Empty>{isNarrowed || total > 0 ? kitTexts.nothingFound : (props.empty ?? kitTexts.empty)}</Empty>
      </div>
    );
  }
  return (
    <div id={id} hx-target={`#${id}`} hx-select={`#${id}`} hx-swap="outerHTML" hx-push-url="true">
      {sheet !== null && <SheetLink href={listAddress(sheet, query, filters, { page: 1 })} total={total} />}
      <div class="table-frame cards" tabindex={0} role="region" aria-label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head column={column} {...{ path, query, filters }} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {columns.map(({ label, cell, numeric }) => (
                  <td data-label={label} class={numeric ? "numeric" : undefined}>
                    {orDash(cell(row))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Paging {...{ path, query, filters, total }} shown={rows.length} />
    </div>
  );
}

/** Nothing is said as a dash: a blank would look forgotten. */
function orDash(child: Child): Child {
  return child === null || child === undefined || child === "" ? "–" : child;
}

interface Place {
  path: string;
  query: ListQuery;
  filters: Readonly<Record<string, string>>;
}

/** The same list, whole and in the same order, as a spreadsheet. */
export function SheetLink({ href, total }: { href: string; total: number }) {
  return (
    <p class="sheet">
      <a class="button quiet" href={href}>
        {kitTexts.exportRows(Math.min(total, MOST_EXPORTED))}
      </a>
      {total > MOST_EXPORTED && <span class="hint"> {kitTexts.exportCut(MOST_EXPORTED)}</span>}
    </p>
  );
}

function Head<Row>({ column, path, query, filters }: Place & { column: Column<Row> }) {
  const { sort, label, numeric } = column;
  const isOrder = sort !== undefined && sort === query.sort;
  const order = isOrder ? ({ "aria-sort": query.descending ? "descending" : "ascending" } as const) : {};
  if (sort === undefined) {
    return (
      <th scope="col" class={numeric ? "numeric" : undefined}>
        {label}
      </th>
    );
  }
  const href = listAddress(path, query, filters, { page: 1, sort, descending: isOrder && !query.descending });
  return (
    <th scope="col" class={numeric ? "numeric" : undefined} {...order}>
      <a href={href} hx-get={href} title={kitTexts.sortBy(label.toLowerCase())}>
        {label}
        {isOrder && <span aria-hidden="true">{query.descending ? "↓" : "↑"}</span>}
      </a>
    </th>
  );
}

function Paging({ path, query, filters, total, shown }: Place & { total: number; shown: number }) {
  const first = (query.page - 1) * query.perPage + 1;
  const last = first + shown - 1;
  const to = (page: number, label: string) => {
    const href = listAddress(path, query, filters, { page });
    return (
      <a class="button quiet" href={href} hx-get={href}>
        {label}
      </a>
    );
  };
  return (
    <nav class="paging" aria-label={kitTexts.pages}>
      <span class="meta">{kitTexts.rows(first, last, total)}</span>
      {query.page > 1 && to(query.page - 1, kitTexts.previous)}
      {last < total && to(query.page + 1, kitTexts.next)}
    </nav>
  );
}

/** Nothing there, and what to do about it. */
export function Empty({ children }: { children: Child }) {
  return <div class="empty">{children}</div>;
}
