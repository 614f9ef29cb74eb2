import type { AnnouncementStatus } from "../../registry/states.ts";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { announcementPath } from "../routes.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementLine } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { counted } from "./words.ts";

const TONES: Readonly<Record<AnnouncementStatus, Tone>> = {
  draft: "plain",
  submitted: "waiting",
  returned: "bad",
  approved: "good",
  scheduled: "waiting",
  sending: "waiting",
  paused: "bad",
  sent: "good",
  stopped: "bad",
};

export function StatusBadge({ status }: { status: AnnouncementStatus }) {
  return <Badge tone={TONES[status]}>{texts.states[status]}</Badge>;
}

interface ListGiven {
  query: ListQuery;
  status: AnnouncementStatus | null;
  lines: readonly AnnouncementLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, status, lines, total }: ListGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      {may(memberOf(c).role, "announcements.write") && (
        <p>
          <a class="button" href={`${ANNOUNCEMENTS}/moi`}>
            {texts.write}
          </a>
        </p>
      )}
      <Filters
        path={ANNOUNCEMENTS}
        query={query}
        words={texts.search}
        filters={[
          {
            name: "tinh_trang",
            label: texts.state,
            value: status ?? "",
            all: texts.all,
            options: optionsOf(texts.states),
          },
        ]}
      />
      <DataTable
        id="thong-bao"
        caption={texts.title}
        path={ANNOUNCEMENTS}
        query={query}
        filters={{ tinh_trang: status ?? "" }}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, ANNOUNCEMENTS, "announcements.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<AnnouncementLine>[] = [
  {
    label: texts.heading,
    cell: ({ id, title }) => <a href={announcementPath(id)}>{title || texts.noTitle}</a>,
  },
  { label: texts.state, cell: ({ status }) => <StatusBadge status={status} /> },
  { label: texts.author, cell: ({ author }) => author.name },
  { label: texts.leaves, cell: (line) => leavesAt(line) },
  {
    label: texts.sentCount,
    numeric: true,
    cell: ({ people, sent }) => (people === 0 ? null : `${counted(sent)}/${counted(people)}`),
  },
  { label: texts.updated, sort: "sua", cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
];

/** When it began, or should. */
function leavesAt({ scheduledAt, startedAt }: AnnouncementLine) {
  const at = startedAt ?? scheduledAt;
  return at && <Moment at={at} />;
}

function Moment({ at }: { at: Date }) {
  return <span class="nowrap">{momentInWords(at)}</span>;
}
