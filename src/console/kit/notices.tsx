import type { Child } from "hono/jsx";
import { CONSOLE } from "../routes.ts";
import { consoleTexts } from "../texts.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { Form, RevisionField } from "./form.tsx";
import { showPage } from "./page.tsx";
import type { SentForm } from "./read-form.ts";
import { kitTexts } from "./texts.ts";

/** Pages that say why something did not happen, and where to go on. */

export function notFoundPage(c: ConsoleContext) {
  return plain(c, kitTexts.notFoundTitle, kitTexts.notFound, 404);
}

export function forbiddenPage(c: ConsoleContext) {
  const role = consoleTexts.roles[memberOf(c).role];
  return plain(c, kitTexts.forbiddenTitle, kitTexts.forbidden(role), 403);
}

export function foreignPage(c: ConsoleContext) {
  return plain(c, kitTexts.foreignTitle, kitTexts.foreign, 403);
}

export function failedPage(c: ConsoleContext) {
  return plain(c, kitTexts.failedTitle, kitTexts.failed, 500);
}

export function tooLargePage(c: ConsoleContext) {
  return plain(c, kitTexts.tooLargeTitle, kitTexts.tooLarge, 413);
}

function plain(c: ConsoleContext, title: string, words: string, status: 403 | 404 | 413 | 500) {
  return showPage(
    c,
    { title },
    <>
      <p>{words}</p>
      <p>
        <a class="button quiet" href={CONSOLE}>
          {kitTexts.home}
        </a>
      </p>
    </>,
    status,
  );
}

/** The session ended, or another began, between opening a form and sending it: what was typed is not lost. */
export function sendAgainPage(c: ConsoleContext, form: SentForm) {
  const isOver = c.var.visit.session === null;
  return showPage(
    c,
    { title: isOver ? kitTexts.sessionOverTitle : kitTexts.againTitle },
    <>
      <p>{isOver ? kitTexts.sessionOver : kitTexts.again}</p>
      <Form visit={c.var.visit} action={c.req.path}>
        <Carried form={form} />
        <div class="actions">
          {isOver && (
            <a class="button quiet" href={`${CONSOLE}/dang-nhap`} target="_blank" rel="noopener">
              {kitTexts.signInInNewTab}
            </a>
          )}
          <button type="submit">{kitTexts.againButton}</button>
        </div>
      </Form>
    </>,
    isOver ? 401 : 403,
  );
}

/** Everything typed, as hidden fields. */
export function Carried({ form, except = [] }: { form: SentForm; except?: readonly string[] }) {
  return (
    <>
      {form
        .carried()
        .filter(([name]) => !except.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

/** A page that asks before something that cannot be taken back. The form's own fields are carried along. */
export function confirmPage(
  c: ConsoleContext,
  ask: {
    title: string;
    words: Child;
    action: string;
    button: string;
    cancel: string;
    danger?: boolean;
    form?: SentForm;
    /** of what was shown here */
    revision?: number;
  },
) {
  return showPage(
    c,
    { title: ask.title },
    <>
      <div>{ask.words}</div>
      <Form visit={c.var.visit} action={ask.action}>
        {ask.form && <Carried form={ask.form} />}
        {ask.revision !== undefined && <RevisionField revision={ask.revision} />}
        <div class="actions">
          <button type="submit" class={ask.danger ? "danger" : undefined}>
            {ask.button}
          </button>
          <a class="quiet-link" href={ask.cancel}>
            {kitTexts.cancel}
          </a>
        </div>
      </Form>
    </>,
  );
}
