import type { DeliveryStatus } from "../../registry/states.ts";
import { reasonInWords } from "../../announce/reasons.ts";
import { FigureTable } from "../kit/figure-table.tsx";
import { momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { channelName } from "../words.ts";
import { announcementPath } from "../routes.ts";
import type { Progress } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { counted, whyInWords } from "./words.ts";

const MOVING: readonly Progress["status"][] = ["scheduled", "sending", "paused"];
const LEFT: readonly DeliveryStatus[] = ["queued", "leased", "sending"];
const MISSED: readonly DeliveryStatus[] = ["refused", "unknown", "skipped"];
const DONE: readonly DeliveryStatus[] = ["sent", "refused", "unknown"];

/** Whether more is to be expected: asked again and again until it is over. */
export function isMoving({ status }: Pick<Progress, "status">): boolean {
  return MOVING.includes(status);
}

/** How far it got. Draws itself again every two seconds as long as it moves. */
export function ProgressView({ c, id, progress }: { c: ConsoleContext; id: string; progress: Progress }) {
  const { status, total, lastMinute, quietUntil, resting } = progress;
  const sum = sumsOf(progress.counts);
  const done = sum(DONE);
  const all = done + sum(LEFT);
  const polling = isMoving(progress)
    ? {
        "hx-get": announcementPath(id, `tien-do?tinh_trang=${status}`),
        "hx-trigger": "every 2s",
        "hx-swap": "outerHTML",
      }
    : {};
  return (
    <section class="card" id="tien-do" aria-labelledby="tien-do-ten" {...polling}>
      <h2 id="tien-do-ten">{texts.progress}</h2>
      {total === 0 ? (
        <p class="meta">{texts.notBegun}</p>
      ) : (
        <div class="progress">
          <progress value={done} max={Math.max(all, 1)} aria-labelledby="tien-do-so"></progress>
          <p class="meta" id="tien-do-so">
            {texts.done(counted(done), counted(all))}
            {status === "sending" && `. ${texts.lastMinute(counted(lastMinute))}`}
          </p>
        </div>
      )}
      {isMoving(progress) && quietUntil !== null && (
        <p class="caution">{texts.quietUntil(momentInWords(quietUntil))}</p>
      )}
      {status === "sending" &&
        resting.map(({ channel, account, until, why }) => (
          <p class="caution">
            {texts.resting(`${channelName(channel)} (${account})`, momentInWords(until))}
            {why !== "" && `: ${why}`}
          </p>
        ))}
      {total > 0 && <Figures c={c} id={id} progress={progress} />}
    </section>
  );
}

function Figures({ c, id, progress }: { c: ConsoleContext; id: string; progress: Progress }) {
  const { counts, byChannel, skipped, failures } = progress;
  const list = may(memberOf(c).role, "announcements.people") ? announcementPath(id, "nguoi-nhan") : null;
  const figure = (label: string, value: number, state = "", tone = "quiet") => (
    <li>
      <Figure href={list && (state === "" ? list : `${list}?tinh_trang=${state}`)} tone={tone}>
        <strong>{counted(value)}</strong> {label}
      </Figure>
    </li>
  );
  const { figures } = texts;
  return (
    <>
      <ul class="tiles">
        {figure(figures.sent, counts.sent, "sent")}
        {figure(figures.left, sumsOf(counts)(LEFT))}
        {counts.waiting > 0 && figure(figures.waiting, counts.waiting, "waiting")}
        {counts.refused > 0 && figure(figures.refused, counts.refused, "refused", "late")}
        {counts.unknown > 0 && figure(figures.unknown, counts.unknown, "unknown", "waiting")}
        {counts.skipped > 0 && figure(figures.skipped, counts.skipped, "skipped")}
      </ul>
      {byChannel.length > 0 && <FigureTable table={channelTable(byChannel)} period={null} />}
      {skipped.length > 0 && (
        <>
          <h3>{texts.skippedWhy}</h3>
          <ul>
            {skipped.map(({ reason, count }) => (
              <li>{texts.peopleWhy(counted(count), reasonInWords(reason))}</li>
            ))}
          </ul>
        </>
      )}
      {failures.length > 0 && (
        <>
          <h3>{texts.failuresWhy}</h3>
          <ul>
            {failures.map(({ status, why, count }) => (
              <li>{texts.failureWords(counted(count), texts.failure[status], whyInWords(why) ?? why)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A way to its rows for whoever may see them. */
function Figure({ href, tone, children }: { href: string | null; tone: string; children: unknown }) {
  return href === null ? (
    <div class={`tile ${tone}`}>{children}</div>
  ) : (
    <a class={`tile ${tone}`} href={href}>
      {children}
    </a>
  );
}

function channelTable(byChannel: Progress["byChannel"]) {
  const { figures } = texts;
  const number = (header: string) => ({ header: capitalised(header), kind: "number" as const });
  return {
    title: texts.byChannel,
    columns: [
      { header: texts.channel, kind: "text" as const },
      number(figures.sent),
      number(figures.left),
      number(figures.waiting),
      number(figures.missed),
    ],
    rows: byChannel.map(({ channel, counts }) => {
      const sum = sumsOf(counts);
      return [channelName(channel), sum(["sent"]), sum(LEFT), sum(["waiting"]), sum(MISSED)];
    }),
  };
}

function sumsOf(counts: Readonly<Partial<Record<DeliveryStatus, number>>>) {
  return (states: readonly DeliveryStatus[]) => states.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
