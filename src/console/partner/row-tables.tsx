import type { NeedRow, RefusedRow } from "./read-rows.ts";
import { partnerTexts as texts } from "./texts.ts";

const MOST_SHOWN = 100;

type Refused = Pick<RefusedRow, "line" | "reasons"> & { cells?: readonly string[] };

/** Rows that come back, each with what is wrong with it. */
export function RefusedTable({ rows }: { rows: readonly Refused[] }) {
  const withNames = rows.some(({ cells }) => cells !== undefined);
  return (
    <>
      <div class="table-frame cards" tabindex={0} role="region" aria-label={texts.refusedTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              {withNames && <th scope="col">{texts.enterprise}</th>}
              <th scope="col">{texts.reasons}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_SHOWN).map(({ line, cells, reasons }) => (
              <tr>
                <td class="nowrap">{texts.lineOf(line)}</td>
                {withNames && <td data-label={texts.enterprise}>{cells?.[0]}</td>}
                <td data-label={texts.reasons}>{reasons.join("; ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_SHOWN && <p class="meta">{texts.more(rows.length - MOST_SHOWN)}</p>}
    </>
  );
}

/** What is taken all the same, and should be looked at again. */
export function WarningTable({ rows }: { rows: readonly NeedRow[] }) {
  const doubtful = rows.filter(({ warnings }) => warnings.length > 0);
  if (doubtful.length === 0) return <></>;
  return (
    <section>
      <h2>{texts.warningsTitle}</h2>
      <ul>
        {doubtful.slice(0, MOST_SHOWN).map(({ line, enterprise, warnings }) => (
          <li>{`${texts.lineOf(line)}, ${enterprise.name}: ${warnings.join("; ")}`}</li>
        ))}
      </ul>
    </section>
  );
}
