import type { Outcome } from "../../answer/answer.ts";
import type { GapState } from "../../registry/gaps.ts";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage, windowOf, type ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { answerPath, GAPS, ITEMS, QUESTIONS } from "../paths.ts";
import { channelInWords, countsInWords, GAP_STATES, OUTCOMES, RATINGS } from "../question-words.ts";
import type { ConsoleContext } from "../visit.ts";
import type { GapGroup } from "./port.ts";
import { gapTexts as texts } from "./texts.ts";

const TONES = { open: "waiting", answered: "good", dismissed: "plain" } as const;

interface ListGiven {
  query: ListQuery;
  state: GapState;
  period: string;
  groups: readonly GapGroup[];
}

export function listPage(c: ConsoleContext, { query, state, period, groups }: ListGiven) {
  const { skip, take } = windowOf(query);
  const states = Object.entries(GAP_STATES).filter(([value]) => value !== "open");
  const chosen = state === "open" ? "" : state;
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p class="meta">{texts.lead}</p>
      <Filters
        path={GAPS}
        query={query}
        filters={[
          {
            name: "tinh_trang",
            label: texts.state,
            value: chosen,
            all: GAP_STATES.open,
            options: states.map(([value, label]) => ({ value, label })),
          },
          {
            name: "thoi_gian",
            label: texts.period,
            value: period,
            all: texts.anyTime,
            options: optionsOf(texts.periods),
          },
        ]}
      />
      <DataTable
        id="nhom-cau-hoi"
        caption={texts.title}
        path={GAPS}
        query={query}
        filters={{ tinh_trang: chosen, thoi_gian: period }}
        columns={GROUP_COLUMNS}
        rows={groups.slice(skip, skip + take)}
        total={groups.length}
        sheet={sheetFor(c, GAPS, "gaps.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const GROUP_COLUMNS: readonly Column<GapGroup>[] = [
  {
    label: texts.question,
    cell: ({ key, samples: [first = "", ...more], knowledgeItemId }) => (
      <>
        <a href={`${GAPS}/${key}`}>{first}</a>
        {more.length > 0 && <span class="hint"> {texts.alsoAsked(more.length)}</span>}
        {knowledgeItemId !== null && (
          <>
            {" "}
            <Badge tone="good">{texts.being}</Badge>
          </>
        )}
      </>
    ),
  },
  { label: texts.count, numeric: true, cell: ({ count }) => count },
  {
    label: texts.lastAsked,
    cell: ({ lastAsked }) => <span class="nowrap">{momentInWords(lastAsked)}</span>,
  },
  { label: texts.channels, cell: ({ channels }) => countsInWords(channels, channelInWords) },
  { label: texts.why, cell: ({ outcomes }) => countsInWords(outcomes, (one) => OUTCOMES[one as Outcome]) },
];

const QUESTION_COLUMNS: readonly Column<GapGroup["questions"][number]>[] = [
  { label: texts.question, cell: ({ id, question }) => <a href={`${QUESTIONS}/${id}`}>{question}</a> },
  { label: texts.asked, cell: ({ askedAt }) => <span class="nowrap">{momentInWords(askedAt)}</span> },
  { label: texts.channels, cell: ({ channel }) => channelInWords(channel) },
  { label: texts.why, cell: ({ outcome }) => OUTCOMES[outcome] },
  { label: texts.rating, cell: ({ rating }) => (rating === null ? "–" : RATINGS[rating]) },
];

export function groupPage(c: ConsoleContext, { group, state }: { group: GapGroup; state: GapState }) {
  const path = `${GAPS}/${group.key}`;
  const everything = onOnePage(group.count);
  return showPage(
    c,
    { title: group.samples[0] ?? texts.title, wide: true, trail: [{ label: texts.title, href: GAPS }] },
    <>
      <Facts
        facts={[
          [texts.state, <Badge tone={TONES[state]}>{GAP_STATES[state]}</Badge>],
          [texts.count, group.count],
          [texts.lastAsked, momentInWords(group.lastAsked)],
          [texts.channels, countsInWords(group.channels, channelInWords)],
        ]}
      />
      <p>
        {group.knowledgeItemId !== null && (
          <a class="button" href={`${ITEMS}/${group.knowledgeItemId}`}>
            {texts.see}
          </a>
        )}
        {group.knowledgeItemId === null && state === "open" && (
          <a class="button" href={answerPath(group.key)}>
            {texts.write}
          </a>
        )}
        {state === "open" && (
          <a class="button quiet" href={`${path}/bo-qua`}>
            {texts.dismiss}
          </a>
        )}
      </p>
      <h2>{texts.questions}</h2>
      <DataTable
        id="cau-hoi-trong-nhom"
        caption={texts.questions}
        path={path}
        query={everything}
        columns={QUESTION_COLUMNS}
        rows={group.questions}
        total={group.count}
        sheet={sheetFor(c, `${path}/cau-hoi`, "gaps.see")}
      />
    </>,
  );
}
