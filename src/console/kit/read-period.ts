import { yearPeriod, type Period } from "../../registry/report/period.ts";
import type { ConsoleContext } from "../visit.ts";
import { isoDay, readDay } from "./when.ts";

/** `?tu_ngay=2026-01-01&den_ngay=2026-06-30`, or `?nam=2025`; this year where that makes no sense. */
export function readPeriod(c: ConsoleContext): Period {
  const [startsOn, endsOn] = [c.req.query("tu_ngay") ?? "", c.req.query("den_ngay") ?? ""];
  if (isPeriod(startsOn, endsOn)) return { startsOn, endsOn };
  const year = Number(c.req.query("nam") ?? "");
  const isYear = Number.isInteger(year) && year >= 2000 && year <= 2100;
  return yearPeriod(isYear ? year : Number(isoDay(c.var.shell.now()).slice(0, 4)));
}

/** Days in their order, at most ten years apart. */
export function isPeriod(startsOn: string, endsOn: string): boolean {
  if (readDay(startsOn) === null || readDay(endsOn) === null) return false;
  return startsOn <= endsOn && Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) <= 10;
}
