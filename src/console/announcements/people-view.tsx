import type { DeliveryStatus } from "../../registry/states.ts";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage, type ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { channelName } from "../words.ts";
import { announcementPath } from "../routes.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementRecord, CallLine, DeliveryLine } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { callReason, whyInWords } from "./words.ts";

const TONES: Readonly<Record<DeliveryStatus, Tone>> = {
  queued: "plain",
  leased: "plain",
  sending: "plain",
  waiting: "waiting",
  sent: "good",
  refused: "bad",
  unknown: "waiting",
  skipped: "plain",
};

type About = Pick<AnnouncementRecord, "id" | "title">;

interface PeopleGiven {
  about: About;
  query: ListQuery;
  status: DeliveryStatus | null;
  lines: readonly DeliveryLine[];
  total: number;
}

/** Everybody in the ledger, and how it went with each. */
export function peoplePage(c: ConsoleContext, { about, query, status, lines, total }: PeopleGiven) {
  const path = announcementPath(about.id, "nguoi-nhan");
  return showPage(
    c,
    { title: texts.peopleTitle, trail: trailOf(about), wide: true },
    <>
      <p class="meta">{texts.peopleLead}</p>
      <Filters
        path={path}
        query={query}
        filters={[
          {
            name: "tinh_trang",
            label: texts.deliveryState,
            value: status ?? "",
            all: texts.all,
            options: optionsOf(texts.deliveryStates),
          },
        ]}
      />
      <DataTable
        id="nguoi-nhan"
        caption={texts.peopleTitle}
        path={path}
        query={query}
        filters={{ tinh_trang: status ?? "" }}
        columns={peopleColumns(path, may(memberOf(c).role, "announcements.approve"))}
        rows={lines}
        total={total}
        sheet={sheetFor(c, path, "announcements.people")}
        empty={texts.peopleEmpty}
      />
    </>,
  );
}

function peopleColumns(path: string, mayResend: boolean): readonly Column<DeliveryLine>[] {
  return [
    { label: texts.name, cell: ({ name }) => name ?? texts.noName },
    { label: texts.enterprise, cell: ({ enterprise }) => enterprise },
    { label: texts.channel, cell: ({ channel }) => channelName(channel) },
    {
      label: texts.deliveryState,
      cell: ({ status }) => <Badge tone={TONES[status]}>{texts.deliveryStates[status]}</Badge>,
    },
    {
      label: texts.why,
      cell: ({ id, name, status, reason }) =>
        status === "unknown" && mayResend ? (
          <span>
            {whyInWords(reason)}{" "}
            <a href={`${path}/${id}/gui-lai`}>
              {texts.resend}
              <span class="unseen"> {name}</span>
            </a>
          </span>
        ) : (
          whyInWords(reason)
        ),
    },
    { label: texts.at, cell: ({ at }) => at && <span class="nowrap">{momentInWords(at)}</span> },
  ];
}

/** Whom somebody may telephone instead. */
export function callPage(c: ConsoleContext, { about, lines }: { about: About; lines: readonly CallLine[] }) {
  const path = announcementPath(about.id, "goi-dien");
  return showPage(
    c,
    { title: texts.callTitle, trail: trailOf(about), wide: true },
    <>
      <p class="meta">{texts.callLead}</p>
      <DataTable
        id="goi-dien"
        caption={texts.callTitle}
        path={path}
        query={onOnePage(lines.length)}
        columns={CALL_COLUMNS}
        rows={lines}
        total={lines.length}
        sheet={sheetFor(c, path, "announcements.people")}
        empty={texts.callEmpty}
      />
    </>,
  );
}

const CALL_COLUMNS: readonly Column<CallLine>[] = [
  { label: texts.name, cell: ({ name }) => name ?? texts.noName },
  { label: texts.phone, cell: ({ phone }) => phone && <a href={`tel:${phone}`}>{phone}</a> },
  { label: texts.enterprise, cell: ({ enterprise }) => enterprise },
  { label: texts.commune, cell: ({ commune }) => commune },
  { label: texts.why, cell: ({ reason }) => callReason(reason) },
];

function trailOf({ id, title }: About) {
  return [
    { label: texts.title, href: ANNOUNCEMENTS },
    { label: title || texts.noTitle, href: announcementPath(id) },
  ];
}
