import type { Feature } from "../feature.ts";
import { Filters } from "../kit/filters.tsx";
import { readListQuery } from "../kit/read-list-query.ts";
import { showPage } from "../kit/page.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import type { AuditFilter, AuditLine, AuditTrail } from "./port.ts";
import { auditTexts as texts } from "./texts.ts";

const AUDIT = `${CONSOLE}/nhat-ky`;

export function auditFeature(trail: AuditTrail): Feature {
  return {
    nav: [{ label: texts.title, href: AUDIT, needs: "audit.see" }],
    routes(routes) {
      routes.page(AUDIT, "audit.see", async (c) => {
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
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
                    ...Object.entries(texts.others).map(([value, label]) => ({ value, label })),
                  ],
                },
                { name: "viec", label: texts.action, value: filter.action, type: "text" },
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
              columns={COLUMNS}
              rows={lines}
              total={total}
              empty={texts.empty}
            />
          </>,
        );
      });
    },
  };
}

function filterOf(c: ConsoleContext): AuditFilter {
  const read = (name: string) => (c.req.query(name) ?? "").trim().slice(0, 100);
  return { actor: read("ai"), action: read("viec"), subject: read("doi_tuong"), day: read("ngay") };
}

const COLUMNS: readonly Column<AuditLine>[] = [
  { label: texts.when, sort: "luc", cell: ({ at }) => momentInWords(at) },
  { label: texts.who, cell: ({ actor, actorName }) => actorName ?? texts.others[actor] ?? actor },
  { label: texts.what, cell: ({ action }) => <code>{action}</code> },
  {
    label: texts.subject,
    cell: ({ subject }) => (
      <a href={`${AUDIT}?doi_tuong=${encodeURIComponent(subject)}`}>
        <code class="small">{subject}</code>
      </a>
    ),
  },
  {
    label: texts.detail,
    cell: ({ detail }) =>
      Object.entries(detail)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join(", "),
  },
];
