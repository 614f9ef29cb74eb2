/** Which part of a list is asked for. */
export interface ListWindow {
  /** from 1 */
  page: number;
  perPage: number;
}

/** Which part of a list is asked for, and in what order. */
export interface ListQuery extends ListWindow {
  /** key of a column */
  sort: string;
  descending: boolean;
  /** to look for */
  words: string;
}

/** A list that is short enough to have no pages, and comes in an order of its own. */
export function onOnePage(rows: number): ListQuery {
  return { page: 1, perPage: rows, sort: "", descending: false, words: "" };
}

/** What a database query skips and takes. */
export function windowOf({ page, perPage }: ListWindow): { skip: number; take: number } {
  return { skip: (page - 1) * perPage, take: perPage };
}

/** The same list with something changed; empty values are left out of the address. */
export function listAddress(
  path: string,
  query: ListQuery,
  filters: Readonly<Record<string, string>>,
  changes: { page?: number; sort?: string; descending?: boolean } = {},
): string {
  const { page, sort, descending } = { ...query, ...changes };
  const entries = Object.entries({
    ...filters,
    tu: query.words,
    sap: `${descending ? "-" : ""}${sort}`,
    trang: page > 1 ? String(page) : "",
  }).filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams(entries).toString()}`;
}
