import type { EmergencyNotice } from "../../conversation/settings.ts";
import { Actions, Field, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { confirmPage } from "../kit/notices.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { isoMinute, momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import type { NoticeWords, SettingsView, Standing } from "./port.ts";
import { settingTexts as texts } from "./texts.ts";

export const SETTINGS = `${CONSOLE}/cai-dat`;

interface Back {
  form?: SentForm;
  mistakes?: Mistakes;
}

export function settingsPage(c: ConsoleContext, settings: SettingsView, back: Back = {}) {
  const { paused, notice, onePerson, announcingAlone } = settings;
  return showPage(
    c,
    { title: texts.title },
    <>
      <p class="meta">{texts.lead}</p>
      <MistakeList mistakes={back.mistakes ?? {}} />
      <section class="card">
        <h2>{texts.pause}</h2>
        <p>
          <Badge tone={paused.value ? "bad" : "good"}>
            {paused.value ? texts.isPaused : texts.isRunning}
          </Badge>
        </p>
        <p>{texts.pauseLead}</p>
        <LastChange of={paused} />
        <p>
          <a class="button quiet" href={`${SETTINGS}/tam-dung`}>
            {paused.value ? texts.resume : texts.pauseButton}
          </a>
        </p>
      </section>
      <NoticeCard c={c} notice={notice} {...back} />
      <AloneCard c={c} setting={onePerson} path="mot-nguoi" words={texts.publishingAlone} />
      <AloneCard c={c} setting={announcingAlone} path="mot-nguoi-thong-bao" words={texts.announcingAlone} />
    </>,
    back.form === undefined ? 200 : 422,
  );
}

interface AloneGiven {
  c: ConsoleContext;
  setting: Standing<boolean>;
  path: string;
  words: { title: string; lead: string; warning: string; allow: string; forbid: string };
}

/** Whether whoever wrote something may let it out alone. */
function AloneCard({ c, setting, path, words }: AloneGiven) {
  const { value, revision } = setting;
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <p>
        <Badge tone={value ? "waiting" : "good"}>{value ? texts.allowed : texts.notAllowed}</Badge>
      </p>
      <p>{words.lead}</p>
      <p class="caution">{words.warning}</p>
      <LastChange of={setting} />
      <Form visit={c.var.visit} action={`${SETTINGS}/${path}`}>
        <RevisionField revision={revision} />
        <input type="hidden" name="cho_phep" value={value ? "khong" : "co"} />
        <button type="submit" class="quiet">
          {value ? words.forbid : words.allow}
        </button>
      </Form>
    </section>
  );
}

interface NoticeGiven extends Back {
  c: ConsoleContext;
  notice: Standing<EmergencyNotice | null>;
}

function NoticeCard({ c, notice, form, mistakes = {} }: NoticeGiven) {
  const now = c.var.shell.now();
  const { value } = notice;
  const moment = (at: Date | undefined) => (at === undefined ? "" : isoMinute(at));
  return (
    <section class="card">
      <h2>{texts.notice}</h2>
      <p>{texts.noticeLead}</p>
      {value === null ? <p class="meta">{texts.noNotice}</p> : <Current notice={value} now={now} />}
      <LastChange of={notice} />
      <Form visit={c.var.visit} action={`${SETTINGS}/thong-bao`}>
        <RevisionField revision={form?.revision() ?? notice.revision} />
        <TextArea
          name="noi_dung"
          label={texts.text}
          hint={texts.textHint}
          value={form?.text("noi_dung") ?? value?.text ?? ""}
          mistake={mistakes["noi_dung"]}
        />
        <Field
          name="tu"
          type="datetime-local"
          label={texts.from}
          value={form?.text("tu") ?? moment(value?.from ?? now)}
          mistake={mistakes["tu"]}
        />
        <Field
          name="den"
          type="datetime-local"
          label={texts.until}
          value={form?.text("den") ?? moment(value?.until)}
          mistake={mistakes["den"]}
        />
        <Actions>
          <button type="submit">{texts.preview}</button>
          {value !== null && <a href={`${SETTINGS}/thong-bao/go`}>{texts.takeBack}</a>}
        </Actions>
      </Form>
    </section>
  );
}

function Current({ notice: { text, from, until }, now }: { notice: EmergencyNotice; now: Date }) {
  const state = now < from ? "waits" : now < until ? "holds" : "over";
  return (
    <>
      <p>
        <Badge tone={state === "holds" ? "waiting" : "plain"}>{texts.noticeState[state]}</Badge>
      </p>
      <blockquote class="as-written">{text}</blockquote>
      <p class="meta">{texts.fromUntil(momentInWords(from), momentInWords(until))}</p>
    </>
  );
}

function LastChange({ of: { changed } }: { of: Standing<unknown> }) {
  return (
    <p class="meta">
      {changed === null ? texts.untouched : texts.changed(changed.by, momentInWords(changed.at))}
    </p>
  );
}

/** Just as people will read it, before anybody does. */
export function previewPage(c: ConsoleContext, { form, notice }: { form: SentForm; notice: NoticeWords }) {
  return confirmPage(c, {
    title: texts.notice,
    words: (
      <>
        <p>{texts.previewLead}</p>
        <blockquote class="as-written">{texts.previewWords(notice.text)}</blockquote>
        <p class="meta">{texts.fromUntil(momentInWords(notice.from), momentInWords(notice.until))}</p>
      </>
    ),
    action: `${SETTINGS}/thong-bao/dang`,
    button: texts.publish,
    cancel: SETTINGS,
    form,
  });
}
