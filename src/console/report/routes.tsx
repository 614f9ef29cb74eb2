import {
  extractDocument,
  reportDocument,
  type Narrative,
  type ReportDocument,
} from "../../registry/report/document.ts";
import { isExtract } from "../../registry/report/extracts.ts";
import type { ReportFacts } from "../../registry/report/facts.ts";
import { periodInWords, type Period } from "../../registry/report/period.ts";
import { reportSections, SECTION_KEYS, type Section } from "../../registry/report/sections.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { auditedExport, DOCX, XLSX } from "../kit/download.ts";
import type { Mistakes } from "../kit/form.tsx";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { isPeriod } from "../kit/read-period.ts";
import { momentInWords } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { REPORT_LIST } from "./list-file.ts";
import type { ReportActions, ReportFiles, ReportRecord, Reports } from "./port.ts";
import { reportTexts as texts } from "./texts.ts";
import { listPage, reportPage, REPORTS, wordsField } from "./views.tsx";

interface Parts {
  reports: Reports;
  actions: ReportActions;
  files: ReportFiles;
  /** what the figures of a draft are counted from */
  facts: (period: Period, asOf: Date) => Promise<ReportFacts>;
}

const LONGEST_WORDS = 20_000;
const LARGEST_FORM = 2 * 1024 * 1024;

/** The yearly report: drafts that follow the data, and versions that no longer move. */
export function reportFeature({ reports, actions, files, facts }: Parts): Feature {
  return {
    nav: [{ label: texts.title, href: REPORTS, needs: "report.see", group: "figures" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(REPORTS, "report.see", async (c) => listPage(c, { lines: await reports.list() }));

      routes.download(sheetPath(REPORTS), "report.see", async (c) =>
        sendList(c, REPORT_LIST, windowed(await reports.list())),
      );

      routes.download(sheetPath(`${REPORTS}/:id/phien-ban`), "report.see", async (c) => {
        const report = await reports.find(c.req.param("id"));
        if (report === null) return notFoundPage(c);
        return sendList(c, REPORT_LIST, windowed(await reports.versions(report.period)));
      });

      routes.change(REPORTS, "report.write", async (c) => {
        const form = await readForm(c);
        const period = { startsOn: form.text("tu_ngay"), endsOn: form.text("den_ngay") };
        if (!isPeriod(period.startsOn, period.endsOn))
          return listPage(c, {
            lines: await reports.list(),
            form,
            mistakes: { den_ngay: texts.periodWrong },
          });
        const { id } = await actions.begin(by(c), period);
        return c.redirect(`${REPORTS}/${id}`, 303);
      });

      routes.page(`${REPORTS}/:id`, "report.see", async (c) => {
        const report = await reports.find(c.req.param("id"));
        return report === null ? notFoundPage(c) : shown(c, report);
      });

      routes.change(
        `${REPORTS}/:id`,
        "report.write",
        async (c) => {
          const report = await reports.find(c.req.param("id"));
          if (report === null) return notFoundPage(c);
          const form = await readForm(c);
          const read = readNarrative(form);
          if (read.kind === "wrong") return shown(c, report, { form, mistakes: read.mistakes });
          const path = `${REPORTS}/${report.id}`;
          const written = await actions.write(by(c), report.id, form.revision(), read.narrative);
          switch (written.kind) {
            case "done":
              return goTo(c, path, texts.saved);
            case "not_found":
              return notFoundPage(c);
            case "not_allowed":
              return goTo(c, path, texts.notAllowed, "caution");
            case "conflict": {
              const { current } = written;
              const fields = await compared(current, read.narrative, c);
              return conflictPage(c, { form, fields, revision: current.revision, current: path });
            }
          }
        },
        { largestBody: LARGEST_FORM },
      );

      routes.page(`${REPORTS}/:id/chot`, "report.freeze", async (c) => {
        const report = await reports.find(c.req.param("id"));
        if (report === null) return notFoundPage(c);
        const path = `${REPORTS}/${report.id}`;
        return confirmPage(c, {
          title: `${texts.freeze}: ${periodInWords(report.period)}`,
          words: (
            <>
              <p>{texts.freezeWords}</p>
              <p class="meta">{texts.freezeWhen(momentInWords(c.var.shell.now()))}</p>
            </>
          ),
          action: `${path}/chot?revision=${report.revision}`,
          button: texts.freeze,
          cancel: path,
        });
      });

      routes.change(`${REPORTS}/:id/chot`, "report.freeze", async (c) => {
        const report = await reports.find(c.req.param("id"));
        if (report === null) return notFoundPage(c);
        const path = `${REPORTS}/${report.id}`;
        const form = await readForm(c);
        const revision = Number(c.req.query("revision") ?? form.revision());
        const counted = await facts(report.period, c.var.shell.now());
        const figures = { sections: reportSections(counted, report.period), facts: counted };
        const frozen = await actions.freeze(by(c), report.id, revision, figures);
        switch (frozen.kind) {
          case "frozen":
            return goTo(c, `${REPORTS}/${frozen.id}`, texts.frozenDone(frozen.version));
          case "not_found":
            return notFoundPage(c);
          case "not_allowed":
            return goTo(c, path, texts.notAllowed, "caution");
          case "conflict":
            return conflictPage(c, { form, fields: [], revision: frozen.current.revision, current: path });
        }
      });

      for (const kind of ["docx", "xlsx"] as const) {
        routes.download(`${REPORTS}/:id/${kind}`, "report.see", async (c) => {
          const report = await reports.find(c.req.param("id"));
          if (report === null) return notFoundPage(c);
          const { sections } = await figuresOf(c, report);
          return sendReport(c, report, kind, documentOf(c, report, sections), "");
        });
      }

      routes.download(`${REPORTS}/:id/trich`, "report.see", async (c) => {
        const report = await reports.find(c.req.param("id"));
        const extract = c.req.query("gui") ?? "";
        if (report === null || !isExtract(extract)) return notFoundPage(c);
        const { facts: counted } = await figuresOf(c, report);
        const document = extractDocument({
          organisation: c.var.shell.organisation,
          period: report.period,
          facts: counted,
          narrative: report.narrative,
          standing: standingOf(c, report),
          extract,
          remit: { sector: c.req.query("nganh") ?? "", area: c.req.query("dia_ban") ?? "" },
        });
        const kind = c.req.query("dang") === "xlsx" ? "xlsx" : "docx";
        return sendReport(c, report, kind, document, `-trich-${extract}`);
      });
    },
  };

  async function shown(
    c: ConsoleContext,
    report: ReportRecord,
    again: { form?: SentForm; mistakes?: Mistakes } = {},
  ) {
    const [figures, versions] = await Promise.all([figuresOf(c, report), reports.versions(report.period)]);
    return reportPage(c, { report, ...figures, versions, standing: standingOf(c, report), ...again });
  }

  /** Of a frozen version as they were; of a draft as they are now. */
  async function figuresOf(
    c: ConsoleContext,
    { frozen, period }: ReportRecord,
  ): Promise<{ sections: readonly Section[]; facts: ReportFacts }> {
    if (frozen !== null) return frozen;
    const counted = await facts(period, c.var.shell.now());
    return { sections: reportSections(counted, period), facts: counted };
  }

  async function sendReport(
    c: ConsoleContext,
    { id, period, version }: ReportRecord,
    kind: "docx" | "xlsx",
    document: ReportDocument,
    suffix: string,
  ) {
    const content = await files[kind](document);
    const rows = document.sections.reduce(
      (sum, { tables }) => sum + tables.reduce((all, table) => all + table.rows.length, 0),
      0,
    );
    const standing = version === null ? "nhap" : `ban-${version}`;
    return auditedExport(
      c,
      { what: "report.exported", subject: id, rows },
      {
        name: `bao-cao-nscl-${period.startsOn}-${period.endsOn}-${standing}${suffix}.${kind}`,
        mediaType: kind === "docx" ? DOCX : XLSX,
        content,
      },
    );
  }

  async function compared(current: ReportRecord, typed: Narrative, c: ConsoleContext) {
    const { sections } = await figuresOf(c, current);
    return sections.map(({ key, title }) => ({
      label: title,
      theirs: current.narrative[key] ?? "",
      yours: typed[key] ?? "",
    }));
  }
}

function documentOf(c: ConsoleContext, report: ReportRecord, sections: readonly Section[]): ReportDocument {
  const { period, narrative } = report;
  const { organisation } = c.var.shell;
  return reportDocument({ organisation, period, sections, narrative, standing: standingOf(c, report) });
}

function standingOf(c: ConsoleContext, { version, frozenAt, frozenBy }: ReportRecord): string {
  return version === null || frozenAt === null
    ? texts.draftStanding(momentInWords(c.var.shell.now()))
    : texts.frozenStanding(momentInWords(frozenAt), frozenBy ?? "", version);
}

function readNarrative(
  form: SentForm,
): { kind: "right"; narrative: Narrative } | { kind: "wrong"; mistakes: Mistakes } {
  const said = SECTION_KEYS.map((key) => [key, form.text(wordsField(key))] as const);
  const long = said.filter(([, words]) => words.length > LONGEST_WORDS);
  if (long.length > 0)
    return {
      kind: "wrong",
      mistakes: Object.fromEntries(long.map(([key]) => [wordsField(key), texts.tooLong])),
    };
  return { kind: "right", narrative: Object.fromEntries(said.filter(([, words]) => words !== "")) };
}

function by(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}
