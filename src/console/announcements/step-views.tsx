import type { Child } from "hono/jsx";
import { Actions, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import type { ConsoleContext } from "../visit.ts";
import { announcementPath } from "../routes.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementRecord } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";

export interface StepGiven {
  record: Pick<AnnouncementRecord, "id" | "title" | "revision">;
  /** the last part of its address */
  part: string;
  title: string;
  lead: Child;
  button: string;
  danger?: boolean;
}

export interface ReasonGiven extends StepGiven {
  /** what the words are for */
  label: string;
  form?: SentForm;
  mistakes?: Mistakes;
}

/** Asks before a step; what was seen goes along. */
export function stepPage(c: ConsoleContext, given: StepGiven, children?: Child) {
  const { record, part, lead, button, danger } = given;
  return showPage(
    c,
    { title: given.title, trail: trailOf(record) },
    <>
      <div>{lead}</div>
      {children}
      <Form visit={c.var.visit} action={announcementPath(record.id, part)}>
        <RevisionField revision={record.revision} />
        <Actions cancel={announcementPath(record.id)}>
          <button type="submit" class={danger ? "danger" : undefined}>
            {button}
          </button>
        </Actions>
      </Form>
    </>,
  );
}

/** The same with words that somebody will read. */
export function reasonPage(c: ConsoleContext, given: ReasonGiven) {
  const { record, part, lead, button, danger, label, form, mistakes = {} } = given;
  return showPage(
    c,
    { title: given.title, trail: trailOf(record) },
    <>
      <p>{lead}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={announcementPath(record.id, part)} class="form card">
        <RevisionField revision={form?.revision() ?? record.revision} />
        <TextArea name="ly_do" label={label} value={form?.text("ly_do") ?? ""} mistake={mistakes["ly_do"]} />
        <Actions cancel={announcementPath(record.id)}>
          <button type="submit" class={danger ? "danger" : undefined}>
            {button}
          </button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

function trailOf({ id, title }: StepGiven["record"]) {
  return [
    { label: texts.title, href: ANNOUNCEMENTS },
    { label: title || texts.noTitle, href: announcementPath(id) },
  ];
}
