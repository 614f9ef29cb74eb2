import {
  figureOf,
  isFigureSet,
  rowsOf,
  type FigureRef,
  type FigureRow,
} from "../../registry/report/figure-rows.ts";
import { periodInWords, yearOf, yearPeriod } from "../../registry/report/period.ts";
import { reportSections, type Section } from "../../registry/report/sections.ts";
import { targetInWords, targetLines } from "../../registry/report/targets.ts";
import { partInWords } from "../../registry/report/words.ts";
import type { Feature, Tile } from "../feature.ts";
import { FIGURES, figureAddress, FigureTable } from "../kit/figure-table.tsx";
import { sendList, windowed, type ListFile } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { showPage } from "../kit/page.tsx";
import { Tiles } from "../kit/parts.tsx";
import { PeriodForm } from "../kit/period-form.tsx";
import { readPeriod } from "../kit/read-period.ts";
import { Empty, SheetLink } from "../kit/table.tsx";
import { isoDay, readDay } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import type { FactSource } from "./port.ts";
import { figureTexts as texts } from "./texts.ts";

/** More are in the spreadsheet. */
const ROWS_SHOWN = 500;

/** The figures of a period, and behind each the rows it was counted from. */
export function figuresFeature(source: FactSource): Feature {
  return {
    nav: [{ label: texts.title, href: FIGURES, needs: "results.see", group: "figures" }],
    auditWords: texts.audit,
    tiles: [{ needs: "results.see", tiles: (_, now) => homeTiles(source, now) }],
    routes(routes) {
      routes.page(FIGURES, "results.see", async (c) => {
        const period = readPeriod(c);
        const now = c.var.shell.now();
        const facts = await source.facts(period, now);
        const tiles = targetLines(facts, period).map(({ label, value, target, ref }): Tile => ({
          label: `${label} (${texts.target(targetInWords(target, period))})`,
          value,
          href: figureAddress(ref, period),
        }));
        // Named lists and words belong to the report; here are the figures.
        const sections = reportSections(facts, period).map((section) => ({
          ...section,
          tables: section.tables.filter(({ figures, bars }) => figures !== undefined || bars !== undefined),
        }));
        return showPage(
          c,
          { title: `${texts.title} ${periodInWords(period)}`, wide: true },
          <>
            <p class="meta">{texts.lead}</p>
            <PeriodForm path={FIGURES} period={period} now={now} />
            <Tiles tiles={tiles} />
            {sections
              .filter(({ tables }) => tables.length > 0)
              .map((section) => (
                <SectionFigures section={section} period={period} />
              ))}
          </>,
        );
      });

      routes.page(`${FIGURES}/:set`, "results.see", async (c) => {
        const asked = await askedRows(c, source);
        return asked === null ? notFoundPage(c) : rowsPage(c, asked);
      });

      routes.download(`${FIGURES}/:set/tai-ve`, "results.see", async (c) => {
        const asked = await askedRows(c, source);
        if (asked === null) return notFoundPage(c);
        return sendList(c, rowFile(asked.ref), windowed(asked.rows));
      });
    },
  };
}

async function homeTiles(source: FactSource, now: Date): Promise<readonly Tile[]> {
  const year = yearOf(isoDay(now));
  const period = yearPeriod(year);
  const facts = await source.facts(period, now);
  return targetLines(facts, period)
    .filter(({ ref }) => ref.set === "supported" && ref.la === "doanh_nghiep")
    .map(({ value, target, ref }) => ({
      label: texts.homeTile(year, targetInWords(target, period)),
      value,
      href: figureAddress(ref, period),
    }));
}

type Asked = NonNullable<Awaited<ReturnType<typeof askedRows>>>;

/** The rows of the address: the same ones that the figure was counted from. */
async function askedRows(c: ConsoleContext, source: FactSource) {
  const set = c.req.param("set") ?? "";
  if (!isFigureSet(set)) return null;
  const [theo, la] = [c.req.query("theo"), c.req.query("la")];
  const ref: FigureRef = { set, ...(theo === undefined || la === undefined ? {} : { theo, la }) };
  const period = readPeriod(c);
  const facts = await source.facts(period, c.var.shell.now());
  return { ref, period, rows: rowsOf(ref, facts, period), figure: figureOf(ref, facts, period) };
}

function rowsPage(c: ConsoleContext, { ref, period, rows, figure }: Asked) {
  const download = figureAddress(ref, period).replace("?", "/tai-ve?");
  const hasAmounts = rows.some(({ amount }) => amount !== null);
  return showPage(
    c,
    { title: titleOf(ref), wide: true, trail: [{ label: texts.title, href: backTo(period) }] },
    <>
      <p>
        {texts.rowsLead(rows.length, periodInWords(period))} {hasAmounts && texts.sum(figure)}
      </p>
      {rows.length === 0 ? (
        <Empty>{texts.nothing}</Empty>
      ) : (
        <>
          <SheetLink href={download} total={rows.length} />
          <RowList title={titleOf(ref)} rows={rows.slice(0, ROWS_SHOWN)} hasAmounts={hasAmounts} />
          {rows.length > ROWS_SHOWN && <p class="meta">{texts.shown(ROWS_SHOWN)}</p>}
        </>
      )}
    </>,
  );
}

function RowList({
  title,
  rows,
  hasAmounts,
}: {
  title: string;
  rows: readonly FigureRow[];
  hasAmounts: boolean;
}) {
  return (
    <div class="table-frame cards" tabindex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.detail}</th>
            <th scope="col">{texts.day}</th>
            {hasAmounts && (
              <th scope="col" class="numeric">
                {texts.amount}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <td data-label={texts.name}>
                <RowName row={row} />
              </td>
              <td data-label={texts.detail}>{row.detail}</td>
              <td data-label={texts.day}>{row.day === null ? "" : row.day.split("-").reverse().join("/")}</td>
              {hasAmounts && (
                <td data-label={texts.amount} class="numeric">
                  {row.amount?.toLocaleString("vi-VN")}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Pages of the console by kind of thing. */
const PLACES: Readonly<Record<NonNullable<FigureRow["place"]>["kind"], string>> = {
  result: `${CONSOLE}/ket-qua`,
  pilot: `${CONSOLE}/mo-hinh`,
  activity: `${CONSOLE}/hoat-dong`,
  class: `${CONSOLE}/lop`,
  request: `${CONSOLE}/yeu-cau`,
};

function RowName({ row: { place, title } }: { row: FigureRow }) {
  return place === null ? <>{title}</> : <a href={`${PLACES[place.kind]}/${place.id}`}>{title}</a>;
}

function SectionFigures({ section, period }: { section: Section; period: Asked["period"] }) {
  return (
    <section>
      <h2>{section.title}</h2>
      {section.tables.map((table) => (
        <FigureTable table={table} period={period} />
      ))}
      {section.notes.map((note) => (
        <p class="meta">{note}</p>
      ))}
    </section>
  );
}

function rowFile(ref: FigureRef): ListFile<FigureRow> {
  return {
    what: "figures.exported",
    about: ref.set,
    title: titleOf(ref),
    fileName: `so-lieu-${ref.set}`,
    columns: [
      { kind: "text", header: texts.name, width: 40, value: ({ title }) => title },
      { kind: "text", header: texts.detail, width: 40, value: ({ detail }) => detail },
      { kind: "day", header: texts.day, value: ({ day }) => (day === null ? null : readDay(day)) },
      { kind: "money", header: texts.amount, value: ({ amount }) => amount },
    ],
  };
}

/** "Cơ sở được hỗ trợ: Hợp tác xã" */
function titleOf({ set, theo, la }: FigureRef): string {
  if (theo === undefined || la === undefined) return texts.sets[set];
  const parts = theo.split("|");
  const values = la.split("|");
  const words = parts.map((part, at) =>
    partInWords(part, at === parts.length - 1 ? values.slice(at).join("|") : (values[at] ?? "")),
  );
  // The key of a class says nothing to anybody.
  return parts.includes("lop") ? texts.sets[set] : `${texts.sets[set]}: ${words.join(", ")}`;
}

function backTo({ startsOn, endsOn }: Asked["period"]): string {
  return `${FIGURES}?tu_ngay=${startsOn}&den_ngay=${endsOn}`;
}
