import { mayBecome } from "../../registry/states.ts";
import { Form, RevisionField } from "../kit/form.tsx";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { announcementPath } from "../routes.ts";
import type { AnnouncementRecord, Progress } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";

interface StepsGiven {
  c: ConsoleContext;
  record: AnnouncementRecord;
  progress: Progress;
  onePerson: boolean;
}

/** What may be done with it now, by whoever looks. */
export function Steps({ c, record, progress, onePerson }: StepsGiven) {
  const { id, status, startedAt } = record;
  const member = memberOf(c);
  if (!may(member.role, "announcements.write")) return <></>;
  const decides = may(member.role, "announcements.approve");
  const mayApprove = decides && (onePerson || record.author.id !== member.id);
  const hasMore = status !== "sent" || progress.counts.waiting > 0;
  return (
    <>
      <Waiting
        record={record}
        decides={decides}
        mayApprove={mayApprove}
        isOwn={record.author.id === member.id}
      />
      <div class="actions">
        {(status === "draft" || status === "returned") && (
          <Form visit={c.var.visit} action={announcementPath(id, "trinh")} class="step">
            <RevisionField revision={record.revision} />
            <button type="submit">{texts.submit}</button>
          </Form>
        )}
        {status === "submitted" && mayApprove && <Step id={id} part="duyet" label={texts.approve} first />}
        {status === "approved" && decides && (
          <Step id={id} part="gui" label={record.words.scheduledAt ? texts.sendLater : texts.send} first />
        )}
        {status === "paused" && decides && <Step id={id} part="tiep-tuc" label={texts.resume} first />}
        {status === "sending" && decides && <Step id={id} part="tam-dung" label={texts.pause} first />}
        {decides && mayBecome("announcement", status, "returned") && (
          <Step id={id} part="tra-lai" label={texts.giveBack} />
        )}
        {mayBeEdited(record) && <Step id={id} part="sua" label={texts.edit} />}
        {decides && hasMore && mayBecome("announcement", status, "stopped") && (
          <Step id={id} part="dung" label={texts.stop} />
        )}
        {startedAt !== null && <Step id={id} part="dinh-chinh" label={texts.correct} />}
      </div>
    </>
  );
}

export function mayBeEdited({ status }: Pick<AnnouncementRecord, "status">): boolean {
  return status === "draft" || mayBecome("announcement", status, "draft");
}

/** For whom it waits, where that is somebody else. */
function Waiting(given: {
  record: AnnouncementRecord;
  decides: boolean;
  mayApprove: boolean;
  isOwn: boolean;
}) {
  const { record, decides, mayApprove, isOwn } = given;
  if (record.status === "approved" && !decides) return <p class="caution">{texts.waitsForSend}</p>;
  if (record.status !== "submitted") return <></>;
  if (!decides) return <p class="caution">{texts.waitsForApprover}</p>;
  if (!mayApprove) return <p class="caution">{texts.needsAnother}</p>;
  return isOwn ? <p class="caution">{texts.mayAlone}</p> : <></>;
}

function Step(given: { id: string; part: string; label: string; first?: boolean }) {
  const { id, part, label, first = false } = given;
  return (
    <a class={first ? "button" : "button quiet"} href={announcementPath(id, part)}>
      {label}
    </a>
  );
}
