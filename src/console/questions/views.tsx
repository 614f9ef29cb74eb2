import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { GAPS, ITEMS, QUESTIONS } from "../paths.ts";
import {
  CHANNEL_OPTIONS,
  channelInWords,
  GAP_STATES,
  OUTCOMES,
  questionInWords,
  RATINGS,
} from "../question-words.ts";
import type { ConsoleContext } from "../visit.ts";
import type { QuestionFilter, QuestionLine, QuestionRecord } from "./port.ts";
import { questionTexts as texts } from "./texts.ts";
import { HowItCame } from "./trace-view.tsx";

const TONES: Readonly<Record<QuestionLine["outcome"], Tone>> = {
  answered: "good",
  partial: "waiting",
  clarify: "plain",
  unanswerable: "waiting",
  blocked: "plain",
  failed: "bad",
};

interface ListGiven {
  query: ListQuery;
  filter: QuestionFilter;
  topics: readonly string[];
  lines: readonly QuestionLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, filter, topics, lines, total }: ListGiven) {
  const { outcome, topic, channel, rating, day } = filter;
  const choice = (name: string, label: string, value: string, options: ReturnType<typeof optionsOf>) => ({
    ...{ name, label, value, options },
    all: texts.any,
  });
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <Filters
        path={QUESTIONS}
        query={query}
        words={texts.search}
        filters={[
          choice("ket_qua", texts.outcome, outcome, optionsOf(OUTCOMES)),
          choice(
            "linh_vuc",
            texts.topic,
            topic,
            topics.map((value) => ({ value, label: value })),
          ),
          choice("kenh", texts.channel, channel, CHANNEL_OPTIONS),
          choice("danh_gia", texts.rating, rating, optionsOf(RATINGS)),
          { name: "ngay", label: texts.day, value: day, type: "date" },
        ]}
      />
      <DataTable
        id="cau-hoi"
        caption={texts.title}
        path={QUESTIONS}
        query={query}
        filters={{ ket_qua: outcome, linh_vuc: topic, kenh: channel, danh_gia: rating, ngay: day }}
        columns={COLUMNS}
        rows={lines}
        total={total}
        sheet={sheetFor(c, QUESTIONS, "questions.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<QuestionLine>[] = [
  {
    label: texts.question,
    cell: ({ id, question }) => <a href={`${QUESTIONS}/${id}`}>{questionInWords(question)}</a>,
  },
  {
    label: texts.asked,
    sort: "luc",
    cell: ({ askedAt }) => <span class="nowrap">{momentInWords(askedAt)}</span>,
  },
  {
    label: texts.outcome,
    cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{OUTCOMES[outcome]}</Badge>,
  },
  { label: texts.topic, cell: ({ topic }) => topic ?? "–" },
  { label: texts.channel, cell: ({ channel }) => channelInWords(channel) },
  { label: texts.rating, cell: ({ rating }) => (rating === null ? "–" : RATINGS[rating]) },
];

export function questionPage(c: ConsoleContext, asked: QuestionRecord) {
  const { id, question, outcome, channel, topic, rating, gap, askedAt, tookMs, knowledgeItemId } = asked;
  return showPage(
    c,
    { title: questionInWords(question), trail: [{ label: texts.title, href: QUESTIONS }] },
    <>
      <Facts
        facts={[
          [texts.outcome, <Badge tone={TONES[outcome]}>{OUTCOMES[outcome]}</Badge>],
          [texts.asked, momentInWords(askedAt)],
          [texts.took, texts.seconds(tookMs)],
          [texts.channel, channelInWords(channel)],
          [texts.topic, topic ?? "–"],
          [texts.rating, rating === null ? "–" : RATINGS[rating]],
          ...(gap === null ? [] : [[texts.gap, GAP_STATES[gap]] as const]),
        ]}
      />
      <p>
        {gap !== null && asked.trace !== null && (
          <a class="button quiet" href={`${GAPS}/${id}`}>
            {texts.seeGap}
          </a>
        )}
        {knowledgeItemId !== null && (
          <a class="button quiet" href={`${ITEMS}/${knowledgeItemId}`}>
            {texts.seeItem}
          </a>
        )}
      </p>
      {asked.trace === null ? (
        <p class="caution">{texts.gone}</p>
      ) : (
        <>
          <Said asked={asked} />
          <HowItCame trace={asked.trace} />
        </>
      )}
    </>,
  );
}

function Said({ asked: { answer, citations } }: { asked: QuestionRecord }) {
  return (
    <section class="card" aria-label={texts.said}>
      <h2>{texts.said}</h2>
      <p class="as-written">{answer}</p>
      <h3>{texts.basis}</h3>
      {citations.length === 0 && <p class="meta">{texts.noBasis}</p>}
      {citations.map(({ document, title, section, kind, text, validity }) => (
        <details>
          <summary>
            {document} – {title}, {section} ({kind})
          </summary>
          <p class="as-written">{text}</p>
          <p class="meta">{validity}</p>
        </details>
      ))}
    </section>
  );
}
