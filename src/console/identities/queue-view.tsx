import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { Form } from "../kit/form.tsx";
import { sheetPath } from "../kit/list-export.ts";
import { listAddress, type ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import { Empty, SheetLink } from "../kit/table.tsx";
import { kitTexts } from "../kit/texts.ts";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext, Visit } from "../visit.ts";
import { CONTACT_STATES } from "../words.ts";
import type { Candidate, EnterpriseFacts } from "./port.ts";
import { identityTexts as texts } from "./texts.ts";

export const QUEUE = `${CONSOLE}/co-so-trung`;

interface QueueGiven {
  query: ListQuery;
  candidates: readonly Candidate[];
  total: number;
}

export function queuePage(c: ConsoleContext, { query, candidates, total }: QueueGiven) {
  return showPage(
    c,
    { title: texts.queue, wide: true },
    <>
      {candidates.length === 0 ? <Empty>{texts.queueEmpty}</Empty> : <p>{texts.queueLead}</p>}
      {candidates.map((candidate) => (
        <Pair candidate={candidate} visit={c.var.visit} />
      ))}
      {candidates.length > 0 && <SheetLink href={sheetPath(QUEUE)} total={total} />}
      <Paging query={query} shown={candidates.length} total={total} />
    </>,
  );
}

function Pair({ candidate, visit }: { candidate: Candidate; visit: Visit }) {
  const { id, reason, createdAt, first, second } = candidate;
  return (
    <section class="card">
      <h2>{texts.pair(first.name, second.name)}</h2>
      <p>
        <Badge tone="waiting">{texts.reasons[reason]}</Badge>{" "}
        <span class="meta">{texts.noticed(momentInWords(createdAt))}</span>
      </p>
      <div class="table-frame" tabindex={0} role="region" aria-label={texts.pair(first.name, second.name)}>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{texts.field}</th>
              <th scope="col">{texts.first}</th>
              <th scope="col">{texts.second}</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([label, value]) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{value(first)}</td>
                <td>{value(second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Form visit={visit} action={`${QUEUE}/${id}/gop`}>
        <fieldset class="field">
          <legend>{texts.keep}</legend>
          {[
            { record: first, label: texts.first },
            { record: second, label: texts.second },
          ].map(({ record, label }) => (
            <label class="choice">
              <input type="radio" name="giu" value={record.id} />
              <span>
                {label}: {record.name}
              </span>
            </label>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit">{texts.merge}</button>
          <button type="submit" class="quiet" formaction={`${QUEUE}/${id}/khac`}>
            {texts.different}
          </button>
        </div>
      </Form>
    </section>
  );
}

const ROWS: readonly (readonly [label: string, value: (one: EnterpriseFacts) => string])[] = [
  [texts.name, ({ name }) => name],
  [texts.kind, ({ kind }) => ENTERPRISE_KINDS[kind]],
  [texts.taxId, ({ taxId }) => taxId ?? texts.none],
  [texts.commune, ({ commune }) => commune],
  [texts.address, ({ address }) => address ?? texts.none],
  [texts.createdAt, ({ createdAt }) => dayInWords(createdAt)],
  [
    texts.contacts,
    ({ contacts }) =>
      contacts
        .map(({ name, status }) => `${name ?? texts.somebody} (${CONTACT_STATES[status].toLowerCase()})`)
        .join("\n") || texts.none,
  ],
  [texts.registrations, ({ registrations }) => String(registrations)],
  [texts.requests, ({ requests }) => String(requests)],
  [texts.results, ({ results }) => String(results)],
];

function Paging({ query, shown, total }: { query: ListQuery; shown: number; total: number }) {
  const before = (query.page - 1) * query.perPage;
  const link = (page: number, label: string) => (
    <a class="button quiet" href={listAddress(QUEUE, query, {}, { page })}>
      {label}
    </a>
  );
  return (
    <nav class="paging" aria-label={kitTexts.pages}>
      {shown > 0 && <span class="meta">{kitTexts.rows(before + 1, before + shown, total)}</span>}
      {query.page > 1 && link(query.page - 1, kitTexts.previous)}
      {before + shown < total && link(query.page + 1, kitTexts.next)}
    </nav>
  );
}
