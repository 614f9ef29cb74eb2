import type { ConsoleContext } from "../visit.ts";
import { Form, REVISION_FIELD, RevisionField } from "./form.tsx";
import { Carried } from "./notices.tsx";
import { showPage } from "./page.tsx";
import type { SentForm } from "./read-form.ts";
import { kitTexts } from "./texts.ts";

interface Conflict {
  /** what was typed */
  form: SentForm;
  /** what is stored now, by label, beside what was typed */
  fields: readonly { label: string; theirs: string; yours: string }[];
  /** of what is stored now */
  revision: number;
  /** where the page of what is stored is */
  current: string;
}

/**
 * Somebody else saved meanwhile: nothing was overwritten. Shows both, and lets the second one decide with what was
 * typed still there.
 */
export function conflictPage(c: ConsoleContext, { form, fields, revision, current }: Conflict) {
  const different = fields.filter(({ theirs, yours }) => theirs !== yours);
  return showPage(
    c,
    { title: kitTexts.conflictTitle, wide: true },
    <>
      <p class="caution" role="alert">
        {kitTexts.conflict}
      </p>
      {different.length === 0 ? <p>{kitTexts.conflictSame}</p> : <Comparison fields={different} />}
      <Form visit={c.var.visit} action={c.req.path}>
        <RevisionField revision={revision} />
        <Carried form={form} except={[REVISION_FIELD]} />
        <div class="actions">
          <button type="submit">{kitTexts.conflictKeep}</button>
          <a class="button quiet" href={current}>
            {kitTexts.conflictDrop}
          </a>
        </div>
      </Form>
    </>,
    409,
  );
}

function Comparison({ fields }: { fields: Conflict["fields"] }) {
  return (
    <div class="table-frame" tabindex={0} role="region" aria-label={kitTexts.conflictTitle}>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">{kitTexts.conflictField}</th>
            <th scope="col">{kitTexts.conflictTheirs}</th>
            <th scope="col">{kitTexts.conflictYours}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, theirs, yours }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>{yours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
