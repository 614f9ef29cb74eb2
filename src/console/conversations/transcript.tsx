import { createHash } from "node:crypto";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { Form } from "../kit/form.tsx";
import { Badge } from "../kit/parts.tsx";
import { Empty } from "../kit/table.tsx";
import type { Visit } from "../visit.ts";
import { conversationPath } from "../routes.ts";
import { type ConversationView, type StaffLine } from "./port.ts";
import { talkTexts as texts } from "./texts.ts";

interface TranscriptProps {
  view: ConversationView;
  visit: Visit;
  /** id of whoever looks */
  me: string;
  /** an earlier part stays as it is */
  isEarlier?: boolean;
}

/** How the conversation stands and what was said in it; asks for itself, and is drawn again only where it changed. */
export function Transcript({ view, visit, me, isEarlier = false }: TranscriptProps) {
  const path = conversationPath(view.id);
  const polling = isEarlier
    ? {}
    : {
        "hx-get": `${path}/dien-bien?dau=${markOf(view)}`,
        "hx-trigger": "every 3s",
        "hx-swap": "outerHTML",
      };
  return (
    <div id="dien-bien" {...polling}>
      <HoldBar view={view} visit={visit} me={me} />
      <div class="transcript" tabindex={0} role="region" aria-label={texts.transcript}>
        <Lines view={view} isEarlier={isEarlier} />
      </div>
    </div>
  );
}

/** Changes with everything that is shown of how it stands. */
export function markOf({ hold, lines, hasEarlier }: ConversationView): string {
  const shown = [hold.state, hold.by?.id, hasEarlier, lines.map(({ id, delivery }) => [id, delivery])];
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}

function HoldBar({ view: { id, hold }, visit, me }: TranscriptProps) {
  const path = conversationPath(id);
  const isMine = hold.state === "held" && hold.by?.id === me;
  const isOthers = hold.state === "held" && !isMine;
  return (
    <div class="hold">
      <p role="status">
        <Badge tone={hold.state === "waiting_staff" ? "waiting" : isMine ? "good" : "plain"}>
          {isMine
            ? texts.states.mine
            : isOthers
              ? texts.by(hold.by?.name ?? texts.staff)
              : hold.state === "waiting_staff"
                ? texts.states.waiting
                : texts.states.bot}
        </Badge>{" "}
        {hold.since && <span class="meta">{momentInWords(hold.since)}</span>}
      </p>
      {isOthers ? (
        <a class="button quiet" href={`${path}/tiep-quan`}>
          {texts.takeOver}
        </a>
      ) : (
        <Form visit={visit} action={isMine ? `${path}/tra-lai` : `${path}/nhan`} class="inline">
          <button type="submit" class={isMine ? "quiet" : undefined}>
            {isMine ? texts.release : texts.take}
          </button>
        </Form>
      )}
    </div>
  );
}

function Lines({
  view: { id, lines, hasEarlier },
  isEarlier,
}: {
  view: ConversationView;
  isEarlier: boolean;
}) {
  const first = lines[0];
  if (first === undefined) return <Empty>{texts.nothingSaid}</Empty>;
  const path = conversationPath(id);
  return (
    <div>
      {hasEarlier && (
        <p>
          <a href={`${path}?truoc=${first.seq}`}>{texts.earlier}</a>
        </p>
      )}
      <ol class="lines">
        {lines.map((line, at) => (
          <>
            {isNewDay(lines[at - 1], line) && <li class="day">{dayInWords(line.at)}</li>}
            <li class={`line ${line.from}`}>
              <Line line={line} path={path} />
            </li>
          </>
        ))}
      </ol>
      {isEarlier && (
        <p>
          <a href={path}>{texts.latest}</a>
        </p>
      )}
    </div>
  );
}

function isNewDay(before: StaffLine | undefined, { at }: StaffLine): boolean {
  return before === undefined || dayInWords(before.at) !== dayInWords(at);
}

function Line({ line, path }: { line: StaffLine; path: string }) {
  const { text, files, choices, delivery, at } = line;
  return (
    <>
      <p class="meta">
        <strong>{speaker(line)}</strong> {momentInWords(at).slice(-5)}
        {delivery !== null && ` · ${texts.deliveries[delivery]}`}
      </p>
      {text !== "" && <p class="words">{text}</p>}
      {files.map((file) => (
        <p>
          <a href={`${path}/tep/${encodeURIComponent(file.id)}`} hx-boost="false">
            {file.name}
          </a>{" "}
          <span class="meta">({texts.kilobytes(file.bytes)})</span>
        </p>
      ))}
      {choices.length > 0 && <p class="meta">{texts.choices(choices)}</p>}
    </>
  );
}

function speaker({ from, sender }: StaffLine): string {
  if (from === "person") return sender ?? texts.known;
  return from === "bot" ? texts.bot : texts.staff;
}
