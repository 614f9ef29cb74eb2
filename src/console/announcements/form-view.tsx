import type { AnnouncementWords } from "../../announce/announcement.ts";
import {
  Actions,
  Checkbox,
  Field,
  Form,
  MistakeList,
  RevisionField,
  Select,
  TextArea,
} from "../kit/form.tsx";
import type { Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { isoMinute } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import type { Areas } from "./areas.ts";
import { AUDIENCE_ID, AudienceFields } from "./audience-fields.tsx";
import { PreviewView, ReachView } from "./live-views.tsx";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AudienceChoices, ChannelPreview, EventChoice, Reach } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";

const CONTENT_ID = "noi-dung-soan";

export interface ComposeGiven {
  title: string;
  action: string;
  cancel: string;
  /** as stored, or as it came back */
  words: AnnouncementWords;
  form?: SentForm;
  mistakes?: Mistakes;
  /** null for a new one */
  revision: number | null;
  /** already attached */
  fileName: string | null;
  /** the class that it invites to, open or not */
  event: EventChoice | null;
  corrects: { id: string; title: string } | null;
  note?: string;
  choices: AudienceChoices;
  areas: Areas;
  reach: Reach;
  previews: readonly ChannelPreview[];
}

/** Writing an announcement, with whom it would reach and what they would see beside it. */
export function composePage(c: ConsoleContext, given: ComposeGiven) {
  const { title, action, cancel, words, mistakes = {}, revision, corrects, note, reach, previews } = given;
  return showPage(
    c,
    { title, trail: [{ label: texts.title, href: ANNOUNCEMENTS }], wide: true },
    <>
      <MistakeList mistakes={mistakes} />
      {note !== undefined && <p class="caution">{note}</p>}
      <div class="beside">
        <Form visit={c.var.visit} action={action} class="form card compose" files>
          {revision !== null && <RevisionField revision={revision} />}
          <Content {...given} />
          <Times {...given} />
          <div>
            {corrects === null ? (
              <AudienceFields audience={words.audience} choices={given.choices} areas={given.areas} />
            ) : (
              <p>{texts.toReaders(corrects.title)}</p>
            )}
            <section class="counts" aria-label={texts.reach}>
              <div aria-live="polite" {...(corrects === null ? COUNTS : {})}>
                <ReachView reach={reach} now={c.var.shell.now()} />
              </div>
            </section>
          </div>
          <Actions cancel={cancel}>
            <button type="submit" name="viec" value="trinh">
              {texts.saveAndSubmit}
            </button>
            <button type="submit" name="viec" value="luu" class="quiet">
              {texts.saveDraft}
            </button>
          </Actions>
        </Form>
        <aside class="follows">
          <section class="card" aria-labelledby="se-thay">
            <h2 id="se-thay">{texts.preview}</h2>
            <div {...previewOf(corrects)}>
              <PreviewView previews={previews} />
            </div>
          </section>
        </aside>
      </div>
    </>,
    given.mistakes === undefined ? 200 : 422,
  );
}

/** Asked again with every box that is ticked; an answer that comes too late is dropped. */
const COUNTS = {
  "hx-get": `${ANNOUNCEMENTS}/dem`,
  "hx-trigger": `change from:#${AUDIENCE_ID} delay:400ms`,
  "hx-include": `#${AUDIENCE_ID}`,
  "hx-sync": "this:replace",
};

function previewOf(corrects: ComposeGiven["corrects"]) {
  const about = corrects === null ? "" : `?dinh_chinh=${encodeURIComponent(corrects.id)}`;
  return {
    "hx-post": `${ANNOUNCEMENTS}/xem-truoc${about}`,
    "hx-trigger": `input from:#${CONTENT_ID} delay:600ms`,
    "hx-include": `#${CONTENT_ID}`,
    "hx-sync": "this:replace",
  };
}

function Content({ words, form, mistakes = {}, fileName, event, choices }: ComposeGiven) {
  const isOver = event !== null && choices.open.every(({ id }) => id !== event.id);
  const events = choices.open.map(({ id, keyword, title }) => ({
    value: id,
    label: texts.eventLabel(keyword, title),
  }));
  return (
    <fieldset class="field" id={CONTENT_ID}>
      <legend>{texts.content}</legend>
      <Field
        name="tieu_de"
        label={texts.heading}
        hint={texts.headingHint}
        value={form?.text("tieu_de") ?? words.title}
        mistake={mistakes["tieu_de"]}
      />
      <TextArea
        name="noi_dung"
        label={texts.body}
        hint={texts.bodyHint}
        rows={8}
        value={form?.text("noi_dung") ?? words.body}
        mistake={mistakes["noi_dung"]}
      />
      <Select
        name="su_kien"
        label={texts.event}
        hint={texts.eventHint}
        empty={texts.noEvent}
        value={words.eventId ?? ""}
        options={
          isOver ? [...events, { value: event.id, label: `${event.title} (${texts.eventOver})` }] : events
        }
        mistake={mistakes["su_kien"]}
        optional
      />
      <Field
        name="duong_dan"
        label={texts.link}
        hint={texts.linkHint}
        value={form?.text("duong_dan") ?? words.link ?? ""}
        mistake={mistakes["duong_dan"]}
        autocomplete="off"
        optional
      />
      <Field
        name="tep"
        type="file"
        label={texts.file}
        hint={fileName === null ? texts.fileHint : `${texts.fileNow(fileName)} ${texts.fileHint}`}
        mistake={mistakes["tep"]}
        optional
      />
      <input type="hidden" name="tep_ten" value={fileName ?? ""} data-name-of="tep" />
      {fileName !== null && (
        <Checkbox name="bo_tep" label={texts.withoutFile} checked={form?.ticked("bo_tep") ?? false} />
      )}
    </fieldset>
  );
}

function Times({ words, form, mistakes = {} }: ComposeGiven) {
  const moment = (at: Date | null) => (at === null ? "" : isoMinute(at));
  return (
    <fieldset class="field">
      <legend>{texts.times}</legend>
      <Field
        name="gui_luc"
        type="datetime-local"
        label={texts.leaves}
        hint={texts.leavesHint}
        value={form?.text("gui_luc") ?? moment(words.scheduledAt)}
        mistake={mistakes["gui_luc"]}
        optional
      />
      <Field
        name="het_han"
        type="datetime-local"
        label={texts.expires}
        hint={texts.expiresHint}
        value={form?.text("het_han") ?? moment(words.expiresAt)}
        mistake={mistakes["het_han"]}
        optional
      />
    </fieldset>
  );
}
