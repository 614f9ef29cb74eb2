import type { Child } from "hono/jsx";
import { Checkbox, Field, Form, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext, type Visit } from "../visit.ts";
import { channelName } from "../words.ts";
import type { Linked, LinkedGroup, LinkedMember, RoomSettings } from "./port.ts";
import { roomTexts as texts } from "./texts.ts";

export const ROOMS = `${CONSOLE}/nhom-can-bo`;

interface RoomsGiven {
  groups: readonly LinkedGroup[];
  members: readonly LinkedMember[];
  settings: RoomSettings;
  failed: { form: SentForm; mistakes: Mistakes } | undefined;
}

export function roomsPage(c: ConsoleContext, { groups, members, settings, failed }: RoomsGiven) {
  const { visit } = c.var;
  const { id, role } = memberOf(c);
  const isAdmin = may(role, "rooms.manage");
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p>{texts.lead}</p>
      <h2>{texts.groups}</h2>
      <Links
        id="nhom"
        sheet={sheetFor(c, `${ROOMS}/nhom`, "rooms.own")}
        title={texts.groups}
        empty={texts.noGroups}
        rows={groups}
        columns={groupColumns(isAdmin ? visit : null)}
      />
      {isAdmin && <CodeButton visit={visit} action={`${ROOMS}/ma-nhom`} label={texts.groupCode} />}
      <h2>{texts.members}</h2>
      <Links
        id="tai-khoan"
        sheet={sheetFor(c, `${ROOMS}/tai-khoan`, "rooms.own")}
        title={texts.members}
        empty={texts.noMembers}
        rows={members}
        columns={memberColumns(visit, ({ staffId }) => isAdmin || staffId === id)}
      />
      <CodeButton visit={visit} action={`${ROOMS}/ma-cua-toi`} label={texts.memberCode} />
      {isAdmin && <Settings visit={visit} settings={settings} failed={failed} />}
    </>,
    failed ? 422 : 200,
  );
}

interface LinksProps<Row> {
  id: string;
  title: string;
  empty: string;
  rows: readonly Row[];
  sheet: string | null;
  columns: readonly Column<Row>[];
}

/** All of them on one page: an office has a few. */
function Links<Row>({ id, title, empty, rows, columns, sheet }: LinksProps<Row>) {
  const query = onOnePage(rows.length);
  return (
    <DataTable
      {...{ id, caption: title, path: ROOMS, query, columns, rows, total: rows.length, empty, sheet }}
    />
  );
}

function CodeButton({ visit, action, label }: { visit: Visit; action: string; label: string }) {
  return (
    <Form visit={visit} action={action} class="inline">
      <div class="actions">
        <button type="submit" class="quiet">
          {label}
        </button>
      </div>
    </Form>
  );
}

function groupColumns(visit: Visit | null): readonly Column<LinkedGroup>[] {
  return [
    { label: texts.chat, cell: ({ chat }) => chat },
    { label: texts.channel, cell: ({ channel }) => channelName(channel) },
    { label: texts.linkedBy, cell: ({ linkedBy }) => linkedBy },
    { label: texts.linkedAt, cell: ({ linkedAt }) => momentInWords(linkedAt) },
    ...(visit === null
      ? []
      : [
          {
            label: texts.action,
            cell: ({ id, chat }: LinkedGroup) => (
              <Unlink visit={visit} action={`${ROOMS}/nhom/${id}/bo`} of={chat} />
            ),
          },
        ]),
  ];
}

function memberColumns(
  visit: Visit,
  mayUnlink: (member: LinkedMember) => boolean,
): readonly Column<LinkedMember>[] {
  return [
    { label: texts.name, cell: ({ name }) => name },
    { label: texts.channel, cell: ({ channel }) => channelName(channel) },
    { label: texts.linkedAt, cell: ({ linkedAt }) => momentInWords(linkedAt) },
    {
      label: texts.action,
      cell: (member): Child =>
        mayUnlink(member) ? (
          <Unlink visit={visit} action={`${ROOMS}/tai-khoan/${member.id}/bo`} of={member.name} />
        ) : (
          ""
        ),
    },
  ];
}

function Unlink({ visit, action, of }: { visit: Visit; action: string; of: string }) {
  return (
    <Form visit={visit} action={action} class="inline">
      <button type="submit" class="quiet" aria-label={texts.unlinkOf(of)}>
        {texts.unlink}
      </button>
    </Form>
  );
}

function Settings({ visit, settings, failed }: Pick<RoomsGiven, "settings" | "failed"> & { visit: Visit }) {
  return (
    <>
      <h2>{texts.settings}</h2>
      <Form visit={visit} action={`${ROOMS}/thiet-lap`} class="form card">
        <Checkbox
          name="gui_loi"
          label={texts.forwardWords}
          hint={texts.forwardWordsHint}
          checked={failed ? failed.form.ticked("gui_loi") : settings.forwardWords}
        />
        <Field
          name="phut_cho"
          type="number"
          inputmode="numeric"
          min={1}
          max={120}
          label={texts.waitingMinutes}
          hint={texts.waitingHint}
          value={failed ? failed.form.text("phut_cho") : settings.waitingMinutes}
          mistake={failed?.mistakes["phut_cho"]}
        />
        <div class="actions">
          <button type="submit">{texts.save}</button>
        </div>
      </Form>
    </>
  );
}

/** Shown once. */
export function codePage(
  c: ConsoleContext,
  what: Linked,
  { code, expiresAt }: { code: string; expiresAt: Date },
) {
  return showPage(
    c,
    { title: texts.codeTitle, trail: [{ label: texts.title, href: ROOMS }] },
    <>
      <p>{what === "group" ? texts.codeGroup : texts.codeMember}</p>
      <p class="one-time">{texts.codeLine(code)}</p>
      <p>{texts.codeLasts(momentInWords(expiresAt))}</p>
      <p>
        <a class="button" href={ROOMS}>
          {texts.codeDone}
        </a>
      </p>
    </>,
  );
}
