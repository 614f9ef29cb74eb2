import { whoInWords } from "../audit/list-file.ts";
import type { AuditLine } from "../audit/port.ts";
import { showPage } from "../kit/page.tsx";
import { Facts } from "../kit/parts.tsx";
import { momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { Areas } from "./areas.ts";
import { StatusBadge } from "./list-view.tsx";
import { PreviewView, ReachView } from "./live-views.tsx";
import { announcementPath } from "../routes.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementRecord, AudienceChoices, ChannelPreview, Progress, Reach } from "./port.ts";
import { isMoving, ProgressView } from "./progress-view.tsx";
import { Steps } from "./steps-view.tsx";
import { announcementTexts as texts } from "./texts.ts";
import { audienceInWords, reasonGiven } from "./words.ts";

export interface RecordGiven {
  record: AnnouncementRecord;
  choices: AudienceChoices;
  areas: Areas;
  previews: readonly ChannelPreview[];
  /** null once it began: then the progress says who */
  reach: Reach | null;
  progress: Progress;
  history: readonly AuditLine[];
  onePerson: boolean;
  /** why nothing happened just now */
  caution?: string;
}

/** One announcement: where it stands, what it says, to whom, and who did what. */
export function recordPage(c: ConsoleContext, given: RecordGiven) {
  const { record, previews, reach, progress, onePerson, caution } = given;
  const { id, title, status, reason, startedAt } = record;
  return showPage(
    c,
    { title: title || texts.noTitle, trail: [{ label: texts.title, href: ANNOUNCEMENTS }], wide: true },
    <>
      {caution !== undefined && (
        <p class="said caution" role="alert">
          {caution}
        </p>
      )}
      <p>
        <StatusBadge status={status} />
      </p>
      {reason !== null && <p class="caution">{texts.reasonGiven(reasonGiven(reason))}</p>}
      <Steps c={c} record={record} progress={progress} onePerson={onePerson} />
      <div class="beside">
        <div>
          {(startedAt !== null || isMoving(progress)) && <ProgressView c={c} id={id} progress={progress} />}
          {startedAt !== null && may(memberOf(c).role, "announcements.people") && (
            <p class="actions">
              <a class="button quiet" href={announcementPath(id, "nguoi-nhan")}>
                {texts.showPeople}
              </a>
              <a class="button quiet" href={announcementPath(id, "goi-dien")}>
                {texts.showCalls}
              </a>
            </p>
          )}
          <AnnouncementFacts {...given} />
          <History c={c} history={given.history} />
        </div>
        <aside>
          {reach !== null && (
            <section class="card" aria-labelledby="ai-se-nhan">
              <h2 id="ai-se-nhan">{texts.reach}</h2>
              <ReachView reach={reach} now={c.var.shell.now()} />
            </section>
          )}
          <section class="card" aria-labelledby="se-thay">
            <h2 id="se-thay">{startedAt === null ? texts.preview : texts.previewSaid}</h2>
            <PreviewView previews={previews} />
          </section>
        </aside>
      </div>
    </>,
    caution === undefined ? 200 : 409,
  );
}

/** What an approval covers. */
export function AnnouncementFacts({
  record,
  choices,
  areas,
}: Pick<RecordGiven, "record" | "choices" | "areas">) {
  const { words, event, file, corrects, corrections, approver, approvedAt, startedAt, endedAt } = record;
  return (
    <section class="card">
      <h2>{texts.facts}</h2>
      <Facts
        facts={[
          [texts.author, record.author.name],
          [
            texts.approved,
            approver === null || approvedAt === null ? (
              texts.notYet
            ) : (
              <>
                {texts.approvedBy(approver.name, momentInWords(approvedAt))}
                {record.approvedAlone && <span class="hint">{texts.approvedAlone}</span>}
              </>
            ),
          ],
          [texts.leaves, words.scheduledAt ? momentInWords(words.scheduledAt) : texts.leavesWhenSent],
          [texts.expires, record.expiresAt ? momentInWords(record.expiresAt) : texts.lastsAWeek],
          ...(startedAt ? [[texts.started, momentInWords(startedAt)] as const] : []),
          ...(endedAt ? [[texts.ended, momentInWords(endedAt)] as const] : []),
          ...(event ? [[texts.event, texts.eventLabel(event.keyword, event.title)] as const] : []),
          ...(words.link === null ? [] : [[texts.link, words.link] as const]),
          ...(file ? [[texts.file, file.name] as const] : []),
          ...(corrects
            ? [[texts.corrects, <a href={announcementPath(corrects.id)}>{corrects.title}</a>] as const]
            : audienceInWords(words.audience, choices, areas)),
          ...(corrections.length === 0
            ? []
            : [
                [
                  texts.corrections,
                  <>
                    {corrections.map((one) => (
                      <span class="line-item">
                        <a href={announcementPath(one.id)}>{one.title}</a> ({texts.states[one.status]})
                      </span>
                    ))}
                  </>,
                ] as const,
              ]),
        ]}
      />
    </section>
  );
}

function History({ c, history }: { c: ConsoleContext; history: readonly AuditLine[] }) {
  const { auditWords } = c.var.shell;
  return (
    <details class="card action">
      <summary>{texts.historyOf}</summary>
      <ul>
        {history.map((line) => (
          <li>
            {whoInWords(line)}: {auditWords[line.action] ?? line.action}{" "}
            <span class="meta">{momentInWords(line.at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
