import { yearOf, yearPeriod, type Period } from "../../registry/report/period.ts";
import { kitTexts } from "./texts.ts";
import { isoDay } from "./when.ts";

const YEARS_BACK = 5;

/** Two days to choose, and whole years to press. */
export function PeriodForm({ path, period, now }: { path: string; period: Period; now: Date }) {
  const thisYear = yearOf(isoDay(now));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, at) => thisYear - at);
  return (
    <>
      <nav class="actions years" aria-label={kitTexts.years}>
        {years.map((year) => {
          const isShown =
            yearPeriod(year).startsOn === period.startsOn && yearPeriod(year).endsOn === period.endsOn;
          return (
            <a href={`${path}?nam=${year}`} {...(isShown ? { "aria-current": "page" } : {})}>
              {year}
            </a>
          );
        })}
      </nav>
      <form class="filters" method="get" action={path}>
        <div>
          <label for="tu_ngay">{kitTexts.fromDay}</label>
          <input id="tu_ngay" name="tu_ngay" type="date" value={period.startsOn} />
        </div>
        <div>
          <label for="den_ngay">{kitTexts.untilDay}</label>
          <input id="den_ngay" name="den_ngay" type="date" value={period.endsOn} />
        </div>
        <button class="quiet" type="submit">
          {kitTexts.filter}
        </button>
      </form>
    </>
  );
}
