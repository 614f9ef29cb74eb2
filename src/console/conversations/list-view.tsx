import { Badge } from "../kit/parts.tsx";
import { Empty, SheetLink } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE, conversationPath } from "../routes.ts";
import { channelName } from "../words.ts";
import type { LiveConversation, LiveConversations } from "./port.ts";
import { talkTexts as texts } from "./texts.ts";

export const TALKS = `${CONSOLE}/tro-chuyen`;
export const LIVE_PART = `${TALKS}/dang-co`;

const MINUTE_MS = 60_000;

interface LiveProps {
  live: LiveConversations;
  now: Date;
  /** where the list is downloaded */
  sheet: string | null;
}

/** Who waits, who is talked to, whom the bot answered; asks for itself every few seconds. */
export function LiveList({ live, now, sheet }: LiveProps) {
  const { waiting, held, lately, moreLately } = live;
  const total = waiting.length + held.length + lately.length + moreLately;
  return (
    <div id="dang-co" hx-get={LIVE_PART} hx-trigger="every 4s" hx-swap="outerHTML">
      <Part title={texts.waiting} empty={texts.noneWaiting} rows={waiting} now={now} />
      <Part title={texts.held} empty={texts.noneHeld} rows={held} now={now} />
      <Part title={texts.lately} empty={texts.noneLately} rows={lately} now={now} />
      {moreLately > 0 && <p class="meta">{texts.moreLately(moreLately)}</p>}
      {sheet !== null && total > 0 && <SheetLink href={sheet} total={total} />}
    </div>
  );
}

interface PartProps {
  title: string;
  empty: string;
  rows: readonly LiveConversation[];
  now: Date;
}

function Part({ title, empty, rows, now }: PartProps) {
  return (
    <section>
      <h2>
        {title} {rows.length > 0 && <span class="count">({rows.length})</span>}
      </h2>
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ul class="talks">
          {rows.map((one) => (
            <li>
              <Row one={one} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ one, now }: { one: LiveConversation; now: Date }) {
  const { id, person, channel, hold, words, code, lastMessageAt } = one;
  const isWaiting = hold.state === "waiting_staff";
  return (
    <a class={isWaiting ? "talk waiting" : "talk"} href={conversationPath(id)}>
      <strong>{person ?? texts.somebody}</strong>{" "}
      <Badge tone={isWaiting ? "waiting" : "plain"}>{channelName(channel)}</Badge>
      <span class="meta">
        {[
          hold.since && texts.since(momentInWords(hold.since), waited(hold.since, now)),
          hold.by && texts.by(hold.by.name),
          hold.state === "bot" && texts.lastAt(momentInWords(lastMessageAt)),
          code !== null && texts.request(code),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {words !== null && <span class="said-last">{words}</span>}
    </a>
  );
}

function waited(since: Date, now: Date): string {
  return texts.minutes(Math.floor((now.getTime() - since.getTime()) / MINUTE_MS));
}
