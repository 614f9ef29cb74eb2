import { Actions, Checkbox, Field, Form } from "../kit/form.tsx";
import { Filters } from "../kit/filters.tsx";
import { sheetFor, sheetPath } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import { DataTable, SheetLink, type Column } from "../kit/table.tsx";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { NEED_TOPICS } from "../../registry/need-topics.ts";
import type { AssociationDesk, Compared, OwnNeed, TakenIn, UploadLine, UploadRecord } from "./port.ts";
import type { NeedList } from "./read-rows.ts";
import { RefusedTable, WarningTable } from "./row-tables.tsx";
import { partnerTexts as texts } from "./texts.ts";

export const PARTNER = `${CONSOLE}/hoi`;
const TRAIL = [{ label: texts.title, href: PARTNER }];

interface OwnGiven {
  name: string | null;
  query: ListQuery;
  counts: Awaited<ReturnType<AssociationDesk["counts"]>>;
  lines: readonly UploadLine[];
  total: number;
}

export function ownPage(c: ConsoleContext, { name, query, counts, lines, total }: OwnGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p>{name === null ? texts.noAssociation : texts.lead(name)}</p>
      {name !== null && (
        <div class="actions">
          <a class="button" href={`${PARTNER}/gui`}>
            {texts.send}
          </a>
          <a class="button quiet" href={`${PARTNER}/mau.xlsx`}>
            {texts.template}
          </a>
          <a href={`${PARTNER}/nhu-cau`}>{texts.met(counts.met, counts.needs)}</a>
        </div>
      )}
      <h2>{texts.uploads}</h2>
      <DataTable
        id="lan-gui"
        caption={texts.uploads}
        path={PARTNER}
        query={query}
        columns={UPLOAD_COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, PARTNER, "needs.own")}
        empty={texts.noUploads}
      />
    </>,
  );
}

const UPLOAD_COLUMNS: readonly Column<UploadLine>[] = [
  {
    label: texts.when,
    cell: ({ id, at }) => <a href={`${PARTNER}/lan-gui/${id}`}>{momentInWords(at)}</a>,
  },
  { label: texts.fileName, cell: ({ fileName }) => fileName },
  { label: texts.rowsTaken, numeric: true, cell: ({ rowsTaken }) => rowsTaken.toLocaleString("vi-VN") },
  { label: texts.rowsRefused, numeric: true, cell: ({ rowsRefused }) => rowsRefused.toLocaleString("vi-VN") },
  { label: texts.by, cell: ({ uploadedBy }) => uploadedBy },
];

export function needsPage(
  c: ConsoleContext,
  { query, needs, total }: { query: ListQuery; needs: readonly OwnNeed[]; total: number },
) {
  const path = `${PARTNER}/nhu-cau`;
  return showPage(
    c,
    { title: texts.needs, wide: true, trail: TRAIL },
    <>
      <Filters path={path} query={query} words={texts.searchNeeds} />
      <DataTable
        id="nhu-cau"
        caption={texts.needs}
        path={path}
        query={query}
        columns={NEED_COLUMNS}
        rows={needs}
        total={total}
        sheet={sheetFor(c, path, "needs.own")}
        empty={texts.noNeeds}
      />
    </>,
  );
}

const NEED_COLUMNS: readonly Column<OwnNeed>[] = [
  { label: texts.enterprise, cell: ({ enterprise }) => enterprise },
  { label: texts.commune, cell: ({ commune }) => commune },
  { label: texts.topic, cell: ({ topic }) => NEED_TOPICS[topic] },
  { label: texts.year, numeric: true, cell: ({ year }) => year },
  {
    label: texts.quarter,
    cell: ({ quarter }) => (quarter === null ? texts.noQuarter : texts.quarterOf(quarter)),
  },
  { label: texts.people, numeric: true, cell: ({ people }) => people ?? "–" },
  {
    label: texts.state,
    cell: ({ metBy, metAt }) =>
      metAt === null ? (
        texts.notMet
      ) : (
        <Badge tone="good">{texts.metBy(metBy ?? "", dayInWords(metAt))}</Badge>
      ),
  },
];

export function sendPage(c: ConsoleContext, mistake?: string) {
  return showPage(
    c,
    { title: texts.send, trail: TRAIL },
    <>
      <ol class="steps">
        {texts.steps.map((words, at) => (
          <li>
            {words} {at === 0 && <a href={`${PARTNER}/mau.xlsx`}>{texts.template}</a>}
          </li>
        ))}
      </ol>
      <Form visit={c.var.visit} action={`${PARTNER}/gui`} files class="form card">
        <Field
          name="tep"
          type="file"
          label={texts.file}
          hint={texts.fileHint}
          mistake={mistake}
          accept=".xlsx"
        />
        <Actions cancel={PARTNER}>
          <button type="submit">{texts.preview}</button>
        </Actions>
      </Form>
    </>,
    mistake === undefined ? 200 : 422,
  );
}

interface PreviewGiven {
  fileName: string;
  list: NeedList;
  compared: Compared;
  sealed: string;
  mistake?: string | undefined;
}

export function previewPage(c: ConsoleContext, given: PreviewGiven) {
  const { fileName, list, compared, sealed, mistake } = given;
  const fresh = list.good.length - compared.known.length;
  return showPage(
    c,
    { title: texts.previewTitle, wide: true, trail: TRAIL },
    <>
      <p>{texts.previewLead(fileName)}</p>
      <Facts
        facts={[
          [texts.good, fresh.toLocaleString("vi-VN")],
          [texts.refused, list.refused.length.toLocaleString("vi-VN")],
          [texts.known, compared.known.length.toLocaleString("vi-VN")],
        ]}
      />
      {compared.sameListAt !== null ? (
        <p class="said caution">{texts.sameList(momentInWords(compared.sameListAt))}</p>
      ) : (
        compared.known.length > 0 && <p class="hint">{texts.knownHint}</p>
      )}
      {fresh > 0 && compared.sameListAt === null ? (
        <Form visit={c.var.visit} action={`${PARTNER}/nhan`} class="card">
          <input type="hidden" name="danh_sach" value={sealed} />
          {mistake !== undefined && (
            <p class="mistake" role="alert">
              {mistake}
            </p>
          )}
          <Checkbox name="dong_y" label={texts.attest} />
          <Actions cancel={`${PARTNER}/gui`}>
            <button type="submit">{texts.takeIn(fresh)}</button>
          </Actions>
        </Form>
      ) : (
        <p>
          <a class="button quiet" href={`${PARTNER}/gui`}>
            {texts.other}
          </a>
        </p>
      )}
      <Refused c={c} list={list} sealed={sealed} />
      <WarningTable rows={list.good} />
    </>,
    mistake === undefined ? 200 : 422,
  );
}

function Refused({ c, list, sealed }: { c: ConsoleContext; list: NeedList; sealed: string }) {
  if (list.refused.length === 0) return <></>;
  return (
    <section>
      <h2>{texts.refusedTitle}</h2>
      <p>{texts.refusedLead}</p>
      <Form visit={c.var.visit} action={`${PARTNER}/dong-can-sua`} class="no-print">
        <input type="hidden" name="danh_sach" value={sealed} />
        <button type="submit" class="quiet">
          {texts.downloadRefused}
        </button>
      </Form>
      <RefusedTable rows={list.refused} />
    </section>
  );
}

export function takenPage(
  c: ConsoleContext,
  { taken, list, sealed }: { taken: Extract<TakenIn, { kind: "taken" }>; list: NeedList; sealed: string },
) {
  return showPage(
    c,
    { title: texts.takenTitle, wide: true, trail: TRAIL },
    <>
      <p class="said good" role="status">
        {texts.taken(taken.taken)}
      </p>
      <Refused c={c} list={{ good: [], refused: list.refused }} sealed={sealed} />
      <p>
        <a class="button" href={PARTNER}>
          {texts.toUploads}
        </a>
      </p>
    </>,
  );
}

export function uploadPage(c: ConsoleContext, upload: UploadRecord) {
  return showPage(
    c,
    { title: texts.uploadTitle, wide: true, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.when, momentInWords(upload.at)],
          [texts.fileName, upload.fileName],
          [texts.rowsTaken, upload.rowsTaken.toLocaleString("vi-VN")],
          [texts.rowsRefused, upload.rowsRefused.toLocaleString("vi-VN")],
          [texts.by, upload.uploadedBy ?? "–"],
        ]}
      />
      {upload.refused.length > 0 && (
        <>
          <h2>{texts.refusedTitle}</h2>
          <p class="hint">{texts.refusedKept}</p>
          <SheetLink
            href={sheetPath(`${PARTNER}/lan-gui/${upload.id}/dong-loi`)}
            total={upload.refused.length}
          />
          <RefusedTable rows={upload.refused} />
        </>
      )}
    </>,
  );
}
