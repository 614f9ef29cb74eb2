import { EXTRACTS, remitsOf } from "../../registry/report/extracts.ts";
import type { ReportFacts } from "../../registry/report/facts.ts";
import { periodInWords, yearOf, yearPeriod } from "../../registry/report/period.ts";
import type { Section } from "../../registry/report/sections.ts";
import { FigureTable } from "../kit/figure-table.tsx";
import { Field, Form, MistakeList, RevisionField, Select, TextArea, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { isoDay, momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { ReportLine, ReportRecord } from "./port.ts";
import { reportTexts as texts } from "./texts.ts";

export const REPORTS = `${CONSOLE}/bao-cao`;
const TRAIL = [{ label: texts.title, href: REPORTS }];

export function listPage(
  c: ConsoleContext,
  { lines, form, mistakes = {} }: { lines: readonly ReportLine[]; form?: SentForm; mistakes?: Mistakes },
) {
  const year = yearPeriod(yearOf(isoDay(c.var.shell.now())));
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <MistakeList mistakes={mistakes} />
      {may(memberOf(c).role, "report.write") && (
        <Form visit={c.var.visit} action={REPORTS} class="form card">
          <h2>{texts.begin}</h2>
          <Field
            name="tu_ngay"
            type="date"
            label="Từ ngày"
            value={form?.text("tu_ngay") ?? year.startsOn}
            mistake={mistakes["tu_ngay"]}
          />
          <Field
            name="den_ngay"
            type="date"
            label="Đến ngày"
            value={form?.text("den_ngay") ?? year.endsOn}
            mistake={mistakes["den_ngay"]}
          />
          <button type="submit">{texts.begin}</button>
        </Form>
      )}
      <DataTable
        id="bao-cao"
        caption={texts.title}
        path={REPORTS}
        query={onOnePage(lines.length)}
        columns={COLUMNS}
        rows={lines}
        total={lines.length}
        sheet={sheetFor(c, REPORTS, "report.see")}
        empty={texts.empty}
      />
    </>,
    form === undefined ? 200 : 422,
  );
}

const COLUMNS: readonly Column<ReportLine>[] = [
  {
    label: texts.period,
    cell: ({ id, period, version }) => (
      <a href={`${REPORTS}/${id}`}>
        {sentenceStart(periodInWords(period))} – {texts.version(version).toLowerCase()}
      </a>
    ),
  },
  { label: texts.title, cell: ({ version }) => texts.version(version) },
  { label: texts.frozen, cell: ({ frozenAt }) => frozenAt && momentInWords(frozenAt) },
  { label: texts.frozenBy, cell: ({ frozenBy }) => frozenBy },
];

interface ReportGiven {
  report: ReportRecord;
  sections: readonly Section[];
  facts: ReportFacts;
  versions: readonly ReportLine[];
  standing: string;
  form?: SentForm;
  mistakes?: Mistakes;
}

export function reportPage(c: ConsoleContext, given: ReportGiven) {
  const { report, sections, facts, versions, standing, form, mistakes = {} } = given;
  const path = `${REPORTS}/${report.id}`;
  const isDraft = report.version === null;
  const { role } = memberOf(c);
  const mayWrite = isDraft && may(role, "report.write");
  const body = sections.map((section, at) => (
    <section>
      <h2>
        {at + 1}. {section.title}
      </h2>
      {section.tables.map((table) => (
        <FigureTable table={table} period={isDraft ? report.period : null} />
      ))}
      {section.notes.map((note) => (
        <p class="meta">{note}</p>
      ))}
      <SectionWords {...{ section, report, form, mistakes, mayWrite }} />
    </section>
  ));
  return showPage(
    c,
    {
      title: `${texts.title} ${periodInWords(report.period)} – ${texts.version(report.version).toLowerCase()}`,
      wide: true,
      trail: TRAIL,
    },
    <>
      <p class="meta">{standing}</p>
      <p class="actions">
        <a class="button" href={`${path}/docx`}>
          {texts.docx}
        </a>
        <a class="button quiet" href={`${path}/xlsx`}>
          {texts.xlsx}
        </a>
        {isDraft && may(role, "report.freeze") && (
          <a class="button quiet" href={`${path}/chot`}>
            {texts.freeze}
          </a>
        )}
      </p>
      <MistakeList mistakes={mistakes} />
      {mayWrite ? (
        <Form visit={c.var.visit} action={path} class="report">
          <RevisionField revision={form?.revision() ?? report.revision} />
          {body}
          <button type="submit">{texts.save}</button>
        </Form>
      ) : (
        body
      )}
      <ExtractForm path={path} facts={facts} />
      <h2>{texts.versions}</h2>
      {versions.length === 0 ? (
        <p class="meta">{texts.noVersions}</p>
      ) : (
        <DataTable
          id="phien-ban"
          caption={texts.versions}
          path={path}
          query={onOnePage(versions.length)}
          columns={COLUMNS}
          rows={versions}
          total={versions.length}
          sheet={sheetFor(c, `${path}/phien-ban`, "report.see")}
        />
      )}
    </>,
    form === undefined ? 200 : 422,
  );
}

function SectionWords({
  section: { key, title },
  report,
  form,
  mistakes,
  mayWrite,
}: {
  section: Section;
  report: ReportRecord;
  form: SentForm | undefined;
  mistakes: Mistakes;
  mayWrite: boolean;
}) {
  const said = form?.text(wordsField(key)) ?? report.narrative[key] ?? "";
  if (mayWrite) {
    const isLast = key === "nhan_xet";
    return (
      <TextArea
        name={wordsField(key)}
        label={isLast ? texts.lastSection : texts.wordsFor(title)}
        value={said}
        rows={isLast ? 8 : 3}
        mistake={mistakes[wordsField(key)]}
        optional
      />
    );
  }
  return (
    <>
      {said.split("\n").map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

export function wordsField(key: string): string {
  return `loi_${key}`;
}

function ExtractForm({ path, facts }: { path: string; facts: ReportFacts }) {
  const { sectors, areas } = remitsOf(facts);
  const options = (words: readonly string[]) => words.map((one) => ({ value: one, label: one }));
  return (
    <form class="form card" method="get" action={`${path}/trich`}>
      <h2>{texts.extracts}</h2>
      <Select
        name="gui"
        label={texts.agency}
        options={Object.entries(EXTRACTS).map(([value, { agency, basis }]) => ({
          value,
          label: `${basis.slice(basis.lastIndexOf(" ") + 1)}: ${agency}`,
        }))}
      />
      <Select name="nganh" label={texts.sector} empty={texts.all} options={options(sectors)} />
      <Select name="dia_ban" label={texts.area} empty={texts.all} options={options(areas)} />
      <div class="actions">
        <button type="submit" name="dang" value="docx">
          {texts.download}
        </button>
        <button type="submit" name="dang" value="xlsx" class="quiet">
          {texts.downloadXlsx}
        </button>
      </div>
    </form>
  );
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
