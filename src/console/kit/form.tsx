import type { PropsWithChildren } from "hono/jsx";
import { CSRF_FIELD } from "../same-site.ts";
import type { Visit } from "../visit.ts";
import { kitTexts } from "./texts.ts";

/** A form that changes something. */
export function Form(
  props: PropsWithChildren<{ visit: Visit; action: string; files?: boolean; class?: string; id?: string }>,
) {
  const { visit, action, files = false, children } = props;
  return (
    <form
      method="post"
      action={action}
      class={props.class ?? "form"}
      id={props.id}
      novalidate
      enctype={files ? "multipart/form-data" : undefined}
    >
      <input type="hidden" name={CSRF_FIELD} value={visit.csrf} />
      {children}
    </form>
  );
}

/** What is wrong, by name of the field. */
export type Mistakes = Readonly<Record<string, string>>;

interface Labelled {
  name: string;
  /** where the name stands twice on a page */
  id?: string;
  label: string;
  hint?: string | undefined;
  mistake?: string | undefined;
  optional?: boolean;
}

interface FieldProps extends Labelled {
  type?:
    "text" | "email" | "password" | "number" | "date" | "datetime-local" | "time" | "tel" | "search" | "file";
  value?: string | number;
  autocomplete?: string;
  inputmode?: "numeric" | "text";
  /** opens with the cursor in it */
  first?: boolean;
  accept?: string;
  /** id of a datalist to choose from */
  list?: string;
  min?: string | number;
  max?: string | number;
}

/** One line to fill in, with its label, hint and mistake tied to it. */
export function Field(props: FieldProps) {
  const { name, id = name, label, hint, mistake, optional = false, first = false, ...input } = props;
  return (
    <Labelling {...{ name, id, label, hint, mistake, optional }}>
      <input
        id={id}
        name={name}
        type="text"
        {...input}
        autofocus={first || undefined}
        {...described(id, hint, mistake)}
      />
    </Labelling>
  );
}

export function TextArea({ value, rows = 4, ...labelled }: Labelled & { value?: string; rows?: number }) {
  const { name, hint, mistake } = labelled;
  return (
    <Labelling {...labelled}>
      <textarea id={name} name={name} rows={rows} {...described(name, hint, mistake)}>
        {value}
      </textarea>
    </Labelling>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select({
  value,
  options,
  empty,
  ...labelled
}: Labelled & { value?: string; options: readonly Option[]; /** words of no choice */ empty?: string }) {
  const { name, hint, mistake } = labelled;
  return (
    <Labelling {...labelled}>
      <select id={name} name={name} {...described(name, hint, mistake)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelling>
  );
}

/** One of a few, all seen at once. */
export function Choices({
  name,
  label,
  hint,
  mistake,
  value,
  options,
}: Labelled & { value?: string; options: readonly (Option & { hint?: string })[] }) {
  return (
    <fieldset class="field" {...described(name, hint, mistake)}>
      <legend>{label}</legend>
      <Notes {...{ id: name, hint, mistake }} />
      {options.map((option) => (
        <label class="choice">
          <input type="radio" name={name} value={option.value} checked={option.value === value} />
          <span>
            {option.label}
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Checkbox({
  name,
  label,
  hint,
  checked = false,
}: {
  name: string;
  label: string;
  hint?: string;
  checked?: boolean;
}) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value="co" checked={checked} />
      <span>
        {label}
        {hint !== undefined && <span class="hint">{hint}</span>}
      </span>
    </label>
  );
}

/** The buttons of a form: what it does first, the way out after it. */
export function Actions({ children, cancel }: PropsWithChildren<{ cancel?: string }>) {
  return (
    <div class="actions">
      {children}
      {cancel !== undefined && (
        <a class="quiet-link" href={cancel}>
          {kitTexts.cancel}
        </a>
      )}
    </div>
  );
}

/** Above a form that came back: how many places need mending, each a way to its field. */
export function MistakeList({ mistakes }: { mistakes: Mistakes }) {
  const entries = Object.entries(mistakes);
  if (entries.length === 0) return <></>;
  return (
    <div class="mistake" role="alert">
      <p>
        <strong>{kitTexts.mistakes}</strong>
      </p>
      <ul>
        {entries.map(([name, words]) => (
          <li>
            <a href={`#${name}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** For `revision`: an edit of what somebody else changed meanwhile is noticed. */
export const REVISION_FIELD = "revision";

export function RevisionField({ revision }: { revision: number }) {
  return <input type="hidden" name={REVISION_FIELD} value={revision} />;
}

function Labelling({ children, ...labelled }: PropsWithChildren<Labelled>) {
  const { name, id = name, label, optional = false } = labelled;
  return (
    <div class={labelled.mistake === undefined ? "field" : "field wrong"}>
      <label for={id}>
        {label}
        {optional && <span class="optional"> ({kitTexts.optional})</span>}
      </label>
      <Notes {...labelled} id={id} />
      {children}
    </div>
  );
}

function Notes({ id, hint, mistake }: { id: string } & Pick<Labelled, "hint" | "mistake">) {
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-goi-y`}>
          {hint}
        </p>
      )}
      {mistake !== undefined && (
        <p class="wrong-words" id={`${id}-loi`}>
          {mistake}
        </p>
      )}
    </>
  );
}

function described(id: string, hint?: string, mistake?: string) {
  const notes = [hint === undefined ? "" : `${id}-goi-y`, mistake === undefined ? "" : `${id}-loi`];
  const ids = notes.filter(Boolean).join(" ");
  return {
    ...(ids === "" ? {} : { "aria-describedby": ids }),
    ...(mistake === undefined ? {} : { "aria-invalid": "true" as const }),
  };
}
