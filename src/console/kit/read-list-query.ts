import type { ConsoleContext } from "../visit.ts";
import type { ListQuery } from "./list-query.ts";

const ROWS_OF_A_PAGE = 50;
const LAST_PAGE = 10_000;
const LONGEST_WORDS = 100;

/** Reads `?trang=2&sap=-ten&tu=rau`; what makes no sense is as if it were not there. */
export function readListQuery(
  c: ConsoleContext,
  { sorts, usual }: { sorts: readonly string[]; usual: string },
): ListQuery {
  const page = Number(c.req.query("trang") ?? "1");
  const asked = c.req.query("sap") ?? usual;
  const [, minus = "", key = ""] = /^(-?)(.*)$/.exec(asked) ?? [];
  const isKnown = sorts.includes(key);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    perPage: ROWS_OF_A_PAGE,
    sort: isKnown ? key : usual.replace(/^-/, ""),
    descending: isKnown ? minus === "-" : usual.startsWith("-"),
    words: (c.req.query("tu") ?? "").trim().slice(0, LONGEST_WORDS),
  };
}
