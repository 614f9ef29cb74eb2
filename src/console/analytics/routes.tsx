import { periodInWords, type Period } from "../../registry/report/period.ts";
import type { Table } from "../../registry/report/table.ts";
import { partInWords } from "../../registry/report/words.ts";
import type { Feature } from "../feature.ts";
import { auditedExport, XLSX } from "../kit/download.ts";
import { FigureTable } from "../kit/figure-table.tsx";
import { showPage } from "../kit/page.tsx";
import { Facts } from "../kit/parts.tsx";
import { PeriodForm } from "../kit/period-form.tsx";
import { readPeriod } from "../kit/read-period.ts";
import { Empty } from "../kit/table.tsx";
import type { WriteTables } from "../kit/sheet.ts";
import { kitTexts } from "../kit/texts.ts";
import { CONSOLE } from "../routes.ts";
import type { Analytics, QuestionStatistics } from "./port.ts";
import { analyticsTexts as texts } from "./texts.ts";

const ANALYTICS = `${CONSOLE}/phan-tich`;

/** What people ask the bot, and how it does. */
export function analyticsFeature({
  analytics,
  write,
}: {
  analytics: Analytics;
  write: WriteTables;
}): Feature {
  return {
    nav: [{ label: texts.title, href: ANALYTICS, needs: "analytics.see", group: "figures" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(ANALYTICS, "analytics.see", async (c) => {
        const period = readPeriod(c);
        const statistics = await analytics.questions(period);
        return showPage(
          c,
          { title: texts.title, wide: true },
          <>
            <p class="meta">{texts.lead}</p>
            <PeriodForm path={ANALYTICS} period={period} now={c.var.shell.now()} />
            {statistics.total === 0 ? (
              <Empty>{texts.empty}</Empty>
            ) : (
              <Charts statistics={statistics} period={period} />
            )}
          </>,
        );
      });

      routes.download(`${ANALYTICS}/tai-ve`, "analytics.see", async (c) => {
        const period = readPeriod(c);
        const tables = tablesOf(await analytics.questions(period));
        const content = await write(tables);
        const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
        return auditedExport(
          c,
          { what: "analytics.exported", subject: "questions", rows },
          { name: `hoi-dap-${period.startsOn}-${period.endsOn}.xlsx`, mediaType: XLSX, content },
        );
      });
    },
  };
}

function Charts({ statistics, period }: { statistics: QuestionStatistics; period: Period }) {
  const { total, gaps, median, ninetyFifth } = statistics;
  const { startsOn, endsOn } = period;
  return (
    <>
      <Facts
        facts={[
          [texts.questions, total.toLocaleString("vi-VN")],
          [texts.openGaps, (gaps["open"] ?? 0).toLocaleString("vi-VN")],
          [texts.median, median === null ? "" : texts.seconds(median)],
          [texts.ninetyFifth, ninetyFifth === null ? "" : texts.seconds(ninetyFifth)],
        ]}
      />
      <p>
        <a class="button quiet" href={`${ANALYTICS}/tai-ve?tu_ngay=${startsOn}&den_ngay=${endsOn}`}>
          {kitTexts.export} ({periodInWords(period)})
        </a>
      </p>
      {tablesOf(statistics).map((table) => (
        <FigureTable table={table} period={null} />
      ))}
    </>
  );
}

function tablesOf(statistics: QuestionStatistics): readonly Table[] {
  const named = (title: string, counts: Readonly<Record<string, number>>, name: (key: string) => string) =>
    table(
      title,
      Object.entries(counts)
        .sort((a, b) => b[1] - a[1])
        .map(([key, count]) => [name(key), count]),
    );
  return [
    table(
      texts.month,
      statistics.byMonth.map(({ month, count }) => [texts.monthName(month), count]),
    ),
    named(texts.outcome, statistics.byOutcome, (key) => partInWords("ket_qua", key)),
    named(texts.topic, statistics.byTopic, (key) => key),
    named(texts.channel, statistics.byChannel, (key) => key),
    named(texts.rating, statistics.ratings, (key) => texts.ratings[key] ?? key),
    named(texts.gap, statistics.gaps, (key) => texts.gaps[key] ?? key),
  ];
}

function table(title: string, rows: readonly (readonly [string, number])[]): Table {
  return {
    title,
    columns: [
      { header: texts.item, kind: "text" },
      { header: texts.count, kind: "number" },
    ],
    rows,
    bars: { names: 0, lengths: 1 },
  };
}
