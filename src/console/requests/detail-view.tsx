import type { Colleague } from "../by.ts";
import { KINDS_IN_WORDS } from "../../dialogue/support/request-texts.ts";
import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import { Empty } from "../kit/table.tsx";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { resultOfRequestPath } from "../paths.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { CONTACT_STATES, CONTACT_TONES, REQUEST_STATES } from "../words.ts";
import { ActionForms, type Failed } from "./action-forms.tsx";
import { Due, REQUESTS, StatusBadge } from "./list-view.tsx";
import type { EntryView, OtherRequest, RequestDetails } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

interface DetailGiven {
  request: RequestDetails;
  staff: readonly Colleague[];
  calendar: WorkingCalendar;
  failed?: Failed;
}

export function detailPage(c: ConsoleContext, { request, staff, calendar, failed }: DetailGiven) {
  const mayWork = may(memberOf(c).role, "requests.work");
  return showPage(
    c,
    {
      title: texts.pageTitle(request.code),
      wide: true,
      trail: [{ label: texts.title, href: REQUESTS }],
    },
    <>
      {failed?.words !== undefined && (
        <p class="caution" role="alert">
          {failed.words}
        </p>
      )}
      <div class="beside">
        <div>
          <section class="card">
            <Summary {...{ request, calendar, mayWork }} now={c.var.shell.now()} />
          </section>
          <section class="card">
            <h2>{texts.description}</h2>
            <p class="words">{request.description}</p>
            {request.background.length > 0 && (
              <details>
                <summary>{texts.background}</summary>
                <ul>
                  {request.background.map((line) => (
                    <li class="words">{line}</li>
                  ))}
                </ul>
              </details>
            )}
          </section>
          <section>
            <h2>{texts.history}</h2>
            <History request={request} mayWork={mayWork} />
          </section>
        </div>
        <aside>
          {mayWork && <ActionForms visit={c.var.visit} {...{ request, staff }} failed={failed} />}
          {may(memberOf(c).role, "results.edit") && (
            <p>
              <a class="button quiet" href={resultOfRequestPath(request.id)}>
                {texts.recordResult}
              </a>
            </p>
          )}
          <Others title={texts.mergedFrom} others={request.mergedFrom} />
          <Others title={texts.similar} others={request.similar} />
        </aside>
      </div>
    </>,
    failed ? 422 : 200,
  );
}

interface SummaryProps {
  request: RequestDetails;
  calendar: WorkingCalendar;
  mayWork: boolean;
  now: Date;
}

function Summary({ request, calendar, mayWork, now }: SummaryProps) {
  const { mergedInto, agency, reason, basis, claim, conversationId } = request;
  return (
    <>
      <Facts
        facts={[
          [texts.status, <StatusBadge status={request.status} />],
          [texts.dueAt, <Due line={request} now={now} calendar={calendar} />],
          [texts.assignedTo, request.assignedTo?.name ?? texts.nobody],
          [texts.kind, KINDS_IN_WORDS[request.kind]],
          [texts.enterprise, request.enterprise ?? texts.noEnterprise],
          [texts.submitter, request.submitter ?? texts.noEnterprise],
          ...(mayWork ? [[texts.phone, request.submitterPhone ?? texts.noEnterprise] as const] : []),
          ...(claim === null
            ? []
            : [[texts.claim, <Badge tone={CONTACT_TONES[claim]}>{CONTACT_STATES[claim]}</Badge>] as const]),
          [texts.createdAt, momentInWords(request.createdAt)],
          ...(request.settledAt ? [[texts.settledAt, momentInWords(request.settledAt)] as const] : []),
          ...(agency === null ? [] : [[texts.agency, agency] as const]),
          ...(reason === null ? [] : [[texts.reason, reason] as const]),
          ...(basis === null ? [] : [[texts.basis, basis] as const]),
          ...(mergedInto ? [[texts.mergedInto, <OtherLink other={mergedInto} />] as const] : []),
        ]}
      />
      {mayWork && conversationId !== null && (
        <p>
          <a class="button quiet" href={`${CONSOLE}/tro-chuyen/${conversationId}`}>
            {texts.conversation}
          </a>
        </p>
      )}
    </>
  );
}

function History({ request, mayWork }: { request: RequestDetails; mayWork: boolean }) {
  if (request.entries.length === 0) return <Empty>{texts.noHistory}</Empty>;
  return (
    <ol class="lines card">
      {request.entries.map((entry) => (
        <li class={`line ${entry.author}`}>
          <Entry entry={entry} request={request} mayWork={mayWork} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  entry: EntryView;
  request: RequestDetails;
  mayWork: boolean;
}

function Entry({ entry: { author, text, files, status, at }, request, mayWork }: EntryProps) {
  return (
    <>
      <p class="meta">
        <strong>{texts.authors[author]}</strong> {momentInWords(at)}
        {status !== null && ` ${texts.ledTo(REQUEST_STATES[status])}`}
      </p>
      {text !== "" && <p class="words">{text}</p>}
      {files.map(({ id, name }) => (
        <p>
          {mayWork ? <a href={`${REQUESTS}/${request.id}/tep/${encodeURIComponent(id)}`}>{name}</a> : name}
        </p>
      ))}
    </>
  );
}

function Others({ title, others }: { title: string; others: readonly OtherRequest[] }) {
  if (others.length === 0) return <></>;
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul>
        {others.map((other) => (
          <li>
            <OtherLink other={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherLink({ other: { id, code, kind, status, createdAt } }: { other: OtherRequest }) {
  return (
    <>
      <a href={`${REQUESTS}/${id}`}>{code}</a>{" "}
      <span class="meta">
        {KINDS_IN_WORDS[kind]} · {REQUEST_STATES[status]} · {dayInWords(createdAt)}
      </span>
    </>
  );
}
