import type { Feature } from "../feature.ts";
import { sendList, sheetFor, sheetPath, windowed } from "../kit/list-export.ts";
import { onOnePage } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, type Tone } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { channelInWords } from "../question-words.ts";
import { CONSOLE } from "../routes.ts";
import { ACCOUNT_FILE, REPLICA_FILE, saidOf } from "./list-files.ts";
import type { AccountStanding, ChannelStandings, ReplicaLine } from "./port.ts";
import { channelTexts as texts } from "./texts.ts";

const CHANNELS = `${CONSOLE}/kenh`;
const REPLICA_LIST = `${CHANNELS}/may`;
/** A shorter wait goes by itself: a reconnection, a limit of the platform. */
const LONG_WAIT_MS = 15 * 60_000;
const TONES = { ok: "good", waiting: "waiting", stopped: "bad" } as const satisfies Record<string, Tone>;

/** How every account of every channel stands. */
export function channelsFeature(standings: ChannelStandings): Feature {
  return {
    auditWords: texts.audit,
    nav: [{ label: texts.title, href: CHANNELS, needs: "channels.see", group: "office" }],
    notices: [
      {
        needs: "channels.see",
        notices: async (_member, now) =>
          (await standings.accounts(now)).flatMap((one) => {
            const words = troubleOf(one, now);
            return words === null ? [] : [noticeOf(words)];
          }),
      },
    ],
    routes(routes) {
      routes.page(CHANNELS, "channels.see", async (c) => {
        const [accounts, replicas] = await Promise.all([
          standings.accounts(c.var.shell.now()),
          standings.replicas(),
        ]);
        return showPage(
          c,
          { title: texts.title, wide: true },
          <>
            <p class="meta">{texts.lead}</p>
            <Whole
              id="tai-khoan"
              sheet={sheetFor(c, CHANNELS, "channels.see")}
              caption={texts.title}
              columns={ACCOUNTS}
              rows={accounts}
              empty={texts.empty}
            />
            <p class="hint">{texts.zalo}</p>
            <h2>{texts.replicas}</h2>
            <Whole
              id="may"
              sheet={sheetFor(c, REPLICA_LIST, "channels.see")}
              caption={texts.replicas}
              columns={REPLICAS}
              rows={replicas}
              empty={texts.empty}
            />
          </>,
        );
      });

      routes.download(sheetPath(CHANNELS), "channels.see", async (c) =>
        sendList(c, ACCOUNT_FILE, windowed(await standings.accounts(c.var.shell.now()))),
      );

      routes.download(sheetPath(REPLICA_LIST), "channels.see", async (c) =>
        sendList(c, REPLICA_FILE, windowed(await standings.replicas())),
      );
    },
  };
}

/** A table that is never long enough for pages. */
function Whole<Row>(props: {
  id: string;
  sheet: string | null;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty: string;
}) {
  const query = onOnePage(props.rows.length);
  return <DataTable path={CHANNELS} query={query} total={props.rows.length} {...props} />;
}

const ACCOUNTS: readonly Column<AccountStanding>[] = [
  { label: texts.channel, cell: ({ channel }) => channelInWords(channel) },
  { label: texts.account, cell: ({ account }) => account },
  {
    label: texts.state,
    cell: ({ state, isStale }) =>
      isStale ? (
        <Badge tone="bad">{texts.stale}</Badge>
      ) : (
        <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
      ),
  },
  {
    label: texts.why,
    cell: ({ why, isStale }) => [isStale ? texts.staleWords : "", why ?? ""].join(" ").trim() || texts.well,
  },
  { label: texts.since, cell: ({ since }) => <span class="nowrap">{momentInWords(since)}</span> },
  {
    label: texts.lastTrouble,
    cell: ({ lastTrouble }) =>
      lastTrouble === null ? "–" : `${momentInWords(lastTrouble.at)}: ${lastTrouble.why}`,
  },
  { label: texts.replica, cell: ({ replica }) => replica },
];

const REPLICAS: readonly Column<ReplicaLine>[] = [
  { label: texts.replica, cell: ({ replica }) => replica },
  { label: texts.saidAt, cell: ({ saidAt }) => <span class="nowrap">{momentInWords(saidAt)}</span> },
  {
    label: texts.says,
    cell: ({ states }) => saidOf(states) ?? "–",
  },
];

function troubleOf({ channel, account, state, since, saidAt, isStale, why }: AccountStanding, now: Date) {
  const name = `${channelInWords(channel)} ${account}`;
  if (isStale) return texts.isStale(name, momentInWords(saidAt));
  if (state === "stopped") return texts.isStopped(name, momentInWords(since)) + (why ?? "");
  const waitsLong = state === "waiting" && now.getTime() - since.getTime() > LONG_WAIT_MS;
  return waitsLong ? texts.waitsLong(name, momentInWords(since)) + (why ?? "") : null;
}

function noticeOf(words: string) {
  return (
    <>
      {words} <a href={CHANNELS}>{texts.see}</a>
    </>
  );
}
