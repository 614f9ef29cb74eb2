import { Field, type Mistakes } from "../kit/form.tsx";
import { sessionField, type SessionLine } from "./sessions.ts";
import { classTexts as texts } from "./texts.ts";

/** The schedule, a line a session. */
export function SessionFields({ lines, mistakes }: { lines: readonly SessionLine[]; mistakes: Mistakes }) {
  return (
    <>
      {lines.map((line, index) => (
        <fieldset class="session">
          <legend>{texts.session(index + 1)}</legend>
          <Field
            name={sessionField("day", index + 1)}
            label={texts.day}
            type="date"
            value={line.day}
            mistake={mistakes[sessionField("day", index + 1)]}
          />
          <Field name={sessionField("from", index + 1)} label={texts.from} type="time" value={line.from} />
          <Field name={sessionField("to", index + 1)} label={texts.to} type="time" value={line.to} />
          <Field name={sessionField("place", index + 1)} label={texts.place} value={line.place} />
        </fieldset>
      ))}
    </>
  );
}
