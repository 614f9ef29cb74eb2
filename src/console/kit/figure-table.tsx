import type { FigureRef } from "../../registry/report/figure-rows.ts";
import { dayInWords, type Period } from "../../registry/report/period.ts";
import type { Table, TableCell, TableColumn } from "../../registry/report/table.ts";
import { CONSOLE } from "../routes.ts";
import { kitTexts } from "./texts.ts";

export const FIGURES = `${CONSOLE}/so-lieu`;

/** Where the rows behind a figure are listed. */
export function figureAddress({ set, theo, la }: FigureRef, { startsOn, endsOn }: Period): string {
  const narrowed = theo === undefined || la === undefined ? {} : { theo, la };
  const query = new URLSearchParams({ tu_ngay: startsOn, den_ngay: endsOn, ...narrowed });
  return `${FIGURES}/${set}?${query.toString()}`;
}

/** A table of a report; with `period` its figures lead to what was counted. */
export function FigureTable({ table, period }: { table: Table; period: Period | null }) {
  const { title, columns, rows, figures = [] } = table;
  if (rows.length === 0) {
    return (
      <>
        <h3>{title}</h3>
        <p class="meta">{kitTexts.noFigures}</p>
      </>
    );
  }
  return (
    <>
      <h3>{title}</h3>
      <div class="table-frame figures" tabindex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map(({ header, kind }) => (
                <th scope="col" class={isFigure(kind) ? "numeric" : undefined}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr>
                {columns.map((column, place) => {
                  const ref = period === null ? undefined : figures[at]?.[place];
                  const words = cellInWords(column, row[place] ?? null);
                  return (
                    <td class={isFigure(column.kind) ? "numeric" : undefined}>
                      {ref !== undefined && period !== null ? (
                        <a href={figureAddress(ref, period)}>{words}</a>
                      ) : (
                        words
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Bars table={table} />
    </>
  );
}

const ROW = 26;
const NAME_WIDTH = 290;
const BAR_WIDTH = 300;

/** The figures as bars. The table beside it says the same, so those who do not see it miss nothing. */
function Bars({ table: { rows, bars, columns } }: { table: Table }) {
  if (bars === undefined) return <></>;
  const drawn = rows.slice(0, bars.rows).map((row) => ({
    name: String(row[bars.names] ?? ""),
    value: Number(row[bars.lengths] ?? 0),
  }));
  const longest = Math.max(...drawn.map(({ value }) => value));
  const column = columns[bars.lengths];
  if (drawn.length < 2 || longest <= 0 || column === undefined) return <></>;
  const height = drawn.length * ROW;
  const width = NAME_WIDTH + BAR_WIDTH + 130;
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {drawn.map(({ name, value }, at) => {
        const length = Math.max(value > 0 ? 2 : 0, Math.round((BAR_WIDTH * value) / longest));
        const middle = at * ROW + ROW / 2 + 5;
        return (
          <>
            <text x={NAME_WIDTH - 8} y={middle} text-anchor="end">
              {shortened(name)}
            </text>
            <rect x={NAME_WIDTH} y={at * ROW + 5} width={length} height={ROW - 10} rx="3" />
            <text x={NAME_WIDTH + length + 8} y={middle}>
              {cellInWords(column, value)}
            </text>
          </>
        );
      })}
    </svg>
  );
}

const LONGEST_NAME = 34;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function isFigure(kind: TableColumn["kind"]): boolean {
  return kind === "number" || kind === "money";
}

function cellInWords({ kind }: TableColumn, cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return cell.toLocaleString("vi-VN");
  return kind === "day" ? dayInWords(cell) : cell;
}
