import { isoDay } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import type { NeedFilter } from "./port.ts";

export const ASSOCIATIONS = `${CONSOLE}/hiep-hoi`;
export const NEEDS = `${CONSOLE}/nhu-cau`;

/** What the address narrows needs by; this year unless it says another. */
export function needFilterOf(c: ConsoleContext): NeedFilter {
  const read = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 100);
  const year = Number(read("nam"));
  const quarter = read("quy");
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear(c),
    topic: read("noi_dung"),
    area: read("khu_vuc"),
    quarter: /^[0-4]$/.test(quarter) ? quarter : "",
    met: read("dap_ung"),
    source: read("nguon"),
  };
}

/** The same in an address. */
export function inAddress({
  year,
  topic,
  area,
  quarter,
  met,
  source,
}: Partial<NeedFilter>): Readonly<Record<string, string>> {
  return {
    nam: String(year ?? ""),
    noi_dung: topic ?? "",
    khu_vuc: area ?? "",
    quy: quarter ?? "",
    dap_ung: met ?? "",
    nguon: source ?? "",
  };
}

export function needsAddress(path: string, filter: Partial<NeedFilter>): string {
  const entries = Object.entries(inAddress(filter)).filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams(entries).toString()}`;
}

function thisYear(c: ConsoleContext): number {
  return Number(isoDay(c.var.shell.now()).slice(0, 4));
}
