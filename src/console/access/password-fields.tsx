import { Field, type Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { passwordProblem } from "./password-rules.ts";
import { accessTexts } from "./texts.ts";

const NEW = "mat_khau_moi";
const AGAIN = "mat_khau_moi_lan_hai";

export function NewPasswordFields({ mistakes }: { mistakes: Mistakes }) {
  const { password } = accessTexts;
  return (
    <>
      <Field
        name={NEW}
        label={password.new}
        hint={password.hint}
        mistake={mistakes[NEW]}
        type="password"
        autocomplete="new-password"
      />
      <Field
        name={AGAIN}
        label={password.again}
        mistake={mistakes[AGAIN]}
        type="password"
        autocomplete="new-password"
      />
    </>
  );
}

/** The new password as typed, and what is wrong with it. */
export function readNewPassword(form: SentForm, owner: { name: string; email: string }) {
  const password = form.raw(NEW);
  const problem = passwordProblem(password, form.raw(AGAIN), owner);
  const mistakes: Record<string, string> = {};
  if (problem !== null)
    mistakes[problem === "different" ? AGAIN : NEW] = accessTexts.password.problems[problem];
  return { password, mistakes };
}
