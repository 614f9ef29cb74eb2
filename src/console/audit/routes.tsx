import type { Feature } from "../feature.ts";
import { Filters } from "../kit/filters.tsx";
import { sendList, sheetFor, sheetPath } from "../kit/list-export.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { showPage } from "../kit/page.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { auditFile, detailInWords, whoInWords } from "./list-file.ts";
import type { AuditFilter, AuditLine, AuditTrail } from "./port.ts";
import { auditTexts as texts } from "./texts.ts";
import type { AuditWords } from "./words.ts";

const KINDS_OF_ACTORS = ["contact", "job", "terminal"];
const ORDER = { sorts: ["luc"], usual: "-luc" };
const AUDIT = `${CONSOLE}/nhat-ky`;

/** Who did what. */
export function auditFeature(trail: AuditTrail, words: AuditWords): Feature {
  return {
    nav: [{ label: texts.title, href: AUDIT, needs: "audit.see", group: "office" }],
    routes(routes) {
      routes.page(AUDIT, "audit.see", async (c) => {
        const query = readListQuery(c, ORDER);
        const filter = filterOf(c);
        const [{ lines, total }, actors] = await Promise.all([trail.list(filter, query), trail.actors()]);
        const inAddress = {
          ai: filter.actor,
          viec: filter.action,
          doi_tuong: filter.subject,
          ngay: filter.day,
        };
        return showPage(
          c,
          { title: texts.title, wide: true },
          <>
            <p class="meta">{texts.lead}</p>
            <Filters
              path={AUDIT}
              query={query}
              filters={[
                {
                  name: "ai",
                  label: texts.who,
                  value: filter.actor,
                  all: texts.anybody,
                  options: [
                    ...actors.map(({ actor, name }) => ({ value: actor, label: name })),
                    ...KINDS_OF_ACTORS.map((value) => ({ value, label: texts.others[value] ?? value })),
                  ],
                },
                {
                  name: "viec",
                  label: texts.what,
                  value: filter.action,
                  all: texts.anything,
                  options: Object.entries(words)
                    .map(([value, label]) => ({ value, label }))
                    .sort((a, b) => a.label.localeCompare(b.label, "vi")),
                },
                { name: "doi_tuong", label: texts.subject, value: filter.subject, type: "text" },
                { name: "ngay", label: texts.day, value: filter.day, type: "date" },
              ]}
            />
            <DataTable
              id="nhat-ky"
              caption={texts.title}
              path={AUDIT}
              query={query}
              filters={inAddress}
              columns={columnsWith(words)}
              rows={lines}
              total={total}
              sheet={sheetFor(c, AUDIT, "audit.see")}
              empty={texts.empty}
            />
          </>,
        );
      });

      routes.download(sheetPath(AUDIT), "audit.see", (c) => {
        const [query, filter] = [readListQuery(c, ORDER), filterOf(c)];
        return sendList(
          c,
          auditFile(words),
          async (window) => (await trail.list(filter, { ...query, ...window })).lines,
        );
      });
    },
  };
}

function filterOf(c: ConsoleContext): AuditFilter {
  const read = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 100);
  return { actor: read("ai"), action: read("viec"), subject: read("doi_tuong"), day: read("ngay") };
}

function columnsWith(words: AuditWords): readonly Column<AuditLine>[] {
  return [
    { label: texts.when, sort: "luc", cell: ({ at }) => <span class="nowrap">{momentInWords(at)}</span> },
    { label: texts.who, cell: whoInWords },
    { label: texts.what, cell: ({ action }) => words[action] ?? <code>{action}</code> },
    {
      label: texts.subject,
      cell: ({ subject }) => (
        <a href={`${AUDIT}?doi_tuong=${encodeURIComponent(subject)}`}>
          <code class="small" title={subject}>
            …{subject.slice(-12)}
          </code>
        </a>
      ),
    },
    { label: texts.detail, cell: detailInWords },
  ];
}
