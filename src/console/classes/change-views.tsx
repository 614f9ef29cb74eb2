import { Actions, Field, Form, MistakeList, TextArea, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { Empty } from "../kit/table.tsx";
import type { ConsoleContext } from "../visit.ts";
import { CLASSES, classPath } from "./paths.ts";
import type { ClassRecord, Template } from "./port.ts";
import { SessionFields } from "./session-fields.tsx";
import { linesOf, typedLines, withSpare } from "./sessions.ts";
import { classTexts as texts } from "./texts.ts";

interface Given {
  record: ClassRecord;
  form?: SentForm;
  mistakes?: Mistakes;
}

export function trailOf({ id, title }: { id: string; title: string }) {
  return [
    { label: texts.title, href: CLASSES },
    { label: title, href: classPath(id) },
  ];
}

export function postponePage(c: ConsoleContext, { record, form, mistakes = {} }: Given) {
  return showPage(
    c,
    { title: record.status === "postponed" ? texts.postponeAgain : texts.postpone, trail: trailOf(record) },
    <>
      <p>{texts.postponeLead}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={classPath(record.id, "doi-lich")} class="form card">
        <SessionFields
          lines={withSpare(form ? typedLines(form) : linesOf(record.sessions))}
          mistakes={mistakes}
        />
        <Actions cancel={classPath(record.id)}>
          <button type="submit">{texts.postponeButton}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function cancelPage(c: ConsoleContext, { record, form, mistakes = {} }: Given) {
  return showPage(
    c,
    { title: texts.cancel, trail: trailOf(record) },
    <>
      <p>{texts.cancelLead}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={classPath(record.id, "huy")} class="form card">
        <TextArea
          name="ly_do"
          label={texts.cancelReason}
          value={form?.text("ly_do") ?? ""}
          mistake={mistakes["ly_do"]}
        />
        <Actions cancel={classPath(record.id)}>
          <button type="submit" class="danger">
            {texts.cancelButton}
          </button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function templatePage(c: ConsoleContext, { record, form, mistakes = {} }: Given) {
  return showPage(
    c,
    { title: texts.saveTemplate, trail: trailOf(record) },
    <>
      <p>{texts.templateLead}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={classPath(record.id, "luu-mau")} class="form card">
        <Field
          name="ten_mau"
          label={texts.templateName}
          value={form?.text("ten_mau") ?? record.title}
          mistake={mistakes["ten_mau"]}
        />
        <Actions cancel={classPath(record.id)}>
          <button type="submit">{texts.saveTemplate}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function templatesPage(c: ConsoleContext, templates: readonly Template[]) {
  return showPage(
    c,
    { title: texts.templates, trail: [{ label: texts.title, href: CLASSES }] },
    templates.length === 0 ? (
      <Empty>{texts.templatesEmpty}</Empty>
    ) : (
      <>
        {templates.map(({ id, name }) => (
          <section class="card">
            <h2>{name}</h2>
            <Form visit={c.var.visit} action={`${CLASSES}/mau/${id}/bo`} class="actions">
              <a class="button" href={`${CLASSES}/moi?tu=mau:${id}`}>
                {texts.create}
              </a>
              <button type="submit" class="quiet">
                {texts.dropTemplate}
              </button>
            </Form>
          </section>
        ))}
      </>
    ),
  );
}
