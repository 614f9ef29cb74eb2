import type { KnowledgeStatus } from "../../registry/states.ts";
import { Filters } from "../kit/filters.tsx";
import { Form, RevisionField } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { ITEMS, QUESTIONS } from "../paths.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { ItemLine, ItemRecord } from "./port.ts";
import { itemTexts as texts } from "./texts.ts";

const TONES: Readonly<Record<KnowledgeStatus, Tone>> = {
  draft: "plain",
  submitted: "waiting",
  published: "good",
  withdrawn: "bad",
};

interface ListGiven {
  query: ListQuery;
  status: KnowledgeStatus | null;
  lines: readonly ItemLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, status, lines, total }: ListGiven) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      {may(memberOf(c).role, "knowledge.write") && (
        <p>
          <a class="button" href={`${ITEMS}/moi`}>
            {texts.write}
          </a>
        </p>
      )}
      <Filters
        path={ITEMS}
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
        id="cau-tra-loi"
        caption={texts.title}
        path={ITEMS}
        query={query}
        filters={{ tinh_trang: status ?? "" }}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, ITEMS, "knowledge.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<ItemLine>[] = [
  {
    label: texts.question,
    cell: ({ id, question }) => <a href={`${ITEMS}/${id}`}>{question || texts.missing}</a>,
  },
  {
    label: texts.state,
    cell: ({ status }) => <Badge tone={TONES[status]}>{texts.states[status]}</Badge>,
  },
  { label: texts.basis, cell: ({ document }) => document || texts.missing },
  { label: texts.author, cell: ({ author }) => author.name },
  { label: texts.askedCount, numeric: true, cell: ({ asked }) => asked },
  {
    label: texts.updated,
    sort: "sua",
    cell: ({ updatedAt }) => <span class="nowrap">{momentInWords(updatedAt)}</span>,
  },
];

const SAID: Readonly<Record<KnowledgeStatus, string>> = {
  draft: texts.willSay,
  submitted: texts.willSay,
  published: texts.says,
  withdrawn: texts.notAnyMore,
};

interface ItemGiven {
  item: ItemRecord;
  onePerson: boolean;
}

export function itemPage(c: ConsoleContext, { item, onePerson }: ItemGiven) {
  const { words, status, reviewer, publishedAt, questions } = item;
  return showPage(
    c,
    { title: words.question || texts.missing, trail: [{ label: texts.title, href: ITEMS }] },
    <>
      <Facts
        facts={[
          [texts.state, <Badge tone={TONES[status]}>{texts.states[status]}</Badge>],
          [texts.author, item.author.name],
          [texts.updated, momentInWords(item.updatedAt)],
          ...(reviewer ? [[texts.reviewer, reviewer.name] as const] : []),
          ...(publishedAt ? [[texts.publishedAt, momentInWords(publishedAt)] as const] : []),
        ]}
      />
      <Said item={item} />
      {words.variants.length > 0 && (
        <>
          <h2>{texts.variants}</h2>
          <ul>
            {words.variants.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Steps c={c} item={item} onePerson={onePerson} />
      <h2>{texts.asked}</h2>
      {questions.length === 0 ? (
        <p class="meta">{texts.nobody}</p>
      ) : (
        <ul>
          {questions.map(({ id, question, askedAt }) => (
            <li>
              {may(memberOf(c).role, "questions.see") ? (
                <a href={`${QUESTIONS}/${id}`}>{question}</a>
              ) : (
                question
              )}{" "}
              <span class="meta">{momentInWords(askedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** The answer with its citation, as people read it. */
function Said({ item: { words, status, citation } }: { item: ItemRecord }) {
  return (
    <section class="card" aria-label={SAID[status]}>
      <h2>{SAID[status]}</h2>
      <p class="as-written">{words.answer || texts.missing}</p>
      <p>
        <strong>{texts.basis}:</strong> {citation.document || texts.missing} – {citation.title || texts.missing},{" "}
        {citation.section || texts.missing} ({citation.kind})
      </p>
      <p class="meta">{citation.validity}</p>
    </section>
  );
}

/** What may be done with it now, by whoever looks. */
function Steps({ c, item, onePerson }: ItemGiven & { c: ConsoleContext }) {
  const member = memberOf(c);
  const path = `${ITEMS}/${item.id}`;
  if (!may(member.role, "knowledge.write")) return <></>;
  const mayPublish = may(member.role, "knowledge.publish");
  const isOwn = item.author.id === member.id;
  const step = (way: string, label: string, look?: string) => (
    <Form visit={c.var.visit} action={`${path}/${way}`} class="step">
      <RevisionField revision={item.revision} />
      <button type="submit" class={look}>
        {label}
      </button>
    </Form>
  );
  const link = (way: string, label: string) => (
    <a class="button quiet" href={`${path}/${way}`}>
      {label}
    </a>
  );
  switch (item.status) {
    case "draft":
      return (
        <div class="actions">
          {step("trinh", texts.submit)}
          {link("sua", texts.edit)}
          {link("rut", texts.withdraw)}
        </div>
      );
    case "submitted":
      return (
        <>
          {!mayPublish && <p class="caution">{texts.waitsForApprover}</p>}
          {mayPublish && <PublishWords isOwn={isOwn} onePerson={onePerson} />}
          <div class="actions">
            {mayPublish && (!isOwn || onePerson) && step("phat-hanh", texts.publish)}
            {mayPublish && step("tra-lai", texts.giveBack, "quiet")}
            {link("sua", texts.edit)}
            {link("rut", texts.withdraw)}
          </div>
        </>
      );
    case "published":
      return <div class="actions">{link("rut", texts.withdraw)}</div>;
    case "withdrawn":
      return <div class="actions">{link("sua", texts.editAgain)}</div>;
  }
}

function PublishWords({ isOwn, onePerson }: { isOwn: boolean; onePerson: boolean }) {
  if (!isOwn) return <p>{texts.publishLead}</p>;
  return <p class="caution">{onePerson ? texts.onePerson : texts.needsAnother}</p>;
}
