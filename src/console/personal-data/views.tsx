import { Filters } from "../kit/filters.tsx";
import { Field, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { channelName } from "../words.ts";
import type { DataRequestLine, DataRequestRecord } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";

export const DATA = `${CONSOLE}/du-lieu`;
const TRAIL = [{ label: texts.title, href: DATA }];

interface QueueGiven {
  query: ListQuery;
  state: string;
  now: Date;
  requests: readonly DataRequestLine[];
  total: number;
}

export function queuePage(c: ConsoleContext, { query, state, now, requests, total }: QueueGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p>{texts.lead}</p>
      <Filters
        path={DATA}
        query={query}
        filters={[
          {
            name: "tinh_trang",
            label: texts.state,
            value: state,
            all: texts.any,
            options: optionsOf(texts.states),
          },
        ]}
      />
      <DataTable
        id="yeu-cau"
        caption={texts.title}
        path={DATA}
        query={query}
        filters={{ tinh_trang: state }}
        columns={columnsAt(now)}
        rows={requests}
        total={total}
        sheet={sheetFor(c, DATA, "personal-data.requests")}
        empty={texts.empty}
      />
    </>,
  );
}

function columnsAt(now: Date): readonly Column<DataRequestLine>[] {
  return [
    { label: texts.kind, cell: ({ id, kind }) => <a href={`${DATA}/yeu-cau/${id}`}>{texts.kinds[kind]}</a> },
    { label: texts.receivedAt, cell: ({ receivedAt }) => momentInWords(receivedAt) },
    {
      label: texts.answerDue,
      cell: ({ answerDue, answeredAt, doneAt }) =>
        answeredAt !== null || doneAt !== null ? texts.answered : momentInWords(answerDue),
    },
    { label: texts.dueAt, cell: ({ dueAt }) => momentInWords(dueAt) },
    { label: texts.state, cell: (request) => <State request={request} now={now} /> },
    { label: texts.assignedTo, cell: ({ assignedTo }) => assignedTo ?? texts.nobody },
  ];
}

function State({ request, now }: { request: DataRequestLine; now: Date }) {
  const { doneAt, dueAt, answeredAt, answerDue } = request;
  if (doneAt !== null) return <Badge tone="good">{texts.states.done}</Badge>;
  const isLate = dueAt < now || (answeredAt === null && answerDue < now);
  return <Badge tone={isLate ? "bad" : "waiting"}>{isLate ? texts.states.late : texts.states.open}</Badge>;
}

interface RequestGiven {
  request: DataRequestRecord;
  form?: SentForm;
  mistakes?: Mistakes;
}

export function requestPage(c: ConsoleContext, { request, form, mistakes = {} }: RequestGiven) {
  const { person } = request;
  return showPage(
    c,
    { title: texts.kinds[request.kind], trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.state, <State request={request} now={c.var.shell.now()} />],
          [texts.receivedAt, momentInWords(request.receivedAt)],
          [
            texts.answerDue,
            request.answeredAt === null
              ? momentInWords(request.answerDue)
              : `${texts.answered} ${momentInWords(request.answeredAt)}`,
          ],
          [texts.dueAt, momentInWords(request.dueAt)],
          [texts.assignedTo, request.assignedTo ?? texts.nobody],
          [texts.person, person === null ? texts.gone : (person.name ?? texts.noName)],
          [texts.channels, person?.channels.map(channelName).join(", ") ?? "–"],
          [texts.note, request.note ?? "–"],
        ]}
      />
      {request.contactId !== null && may(memberOf(c).role, "personal-data.oversee") && (
        <p>
          <a href={`${DATA}/ai-xem?nguoi=${request.contactId}`}>{texts.who}</a>
        </p>
      )}
      <MistakeList mistakes={mistakes} />
      {request.doneAt === null && <Steps c={c} request={request} form={form} mistakes={mistakes} />}
    </>,
    form === undefined ? 200 : 422,
  );
}

function Steps({
  c,
  request,
  form,
  mistakes,
}: {
  c: ConsoleContext;
  request: DataRequestRecord;
  form: SentForm | undefined;
  mistakes: Mistakes;
}) {
  const path = `${DATA}/yeu-cau/${request.id}`;
  const { visit } = c.var;
  const revision = <RevisionField revision={form?.revision() ?? request.revision} />;
  return (
    <>
      <div class="actions">
        <Form visit={visit} action={`${path}/nhan`} class="inline">
          {revision}
          <button type="submit" class="quiet">
            {texts.assign}
          </button>
        </Form>
        {request.answeredAt === null && (
          <Form visit={visit} action={`${path}/tra-loi`} class="inline">
            {revision}
            <button type="submit" class="quiet">
              {texts.answer}
            </button>
          </Form>
        )}
      </div>
      {request.person !== null && (
        <>
          <Form visit={visit} action={`${path}/tep`} class="form card">
            <p class="hint">{texts.fileHint}</p>
            <button type="submit" class="quiet">
              {texts.file}
            </button>
          </Form>
          {request.kind === "correct" && (
            <Form visit={visit} action={`${path}/sua`} class="form card">
              <h2>{texts.correct}</h2>
              {revision}
              <Field
                name="ten"
                label={texts.name}
                value={form?.text("ten") ?? ""}
                mistake={mistakes["ten"]}
              />
              <Field
                name="dien_thoai"
                type="tel"
                label={texts.phone}
                value={form?.text("dien_thoai") ?? ""}
                mistake={mistakes["dien_thoai"]}
              />
              <button type="submit">{texts.correctButton}</button>
            </Form>
          )}
          {request.kind === "erase" && (
            <p>
              <a class="button quiet" href={`${path}/xoa`}>
                {texts.erase}
              </a>
            </p>
          )}
        </>
      )}
      <Form visit={visit} action={`${path}/xong`} class="form card">
        <h2>{texts.complete}</h2>
        {revision}
        <TextArea
          name="ghi_chu"
          label={texts.note}
          hint={texts.noteHint}
          value={form?.text("ghi_chu") ?? ""}
          mistake={mistakes["ghi_chu"]}
        />
        <button type="submit">{texts.complete}</button>
      </Form>
    </>
  );
}
