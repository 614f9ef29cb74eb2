import { CONSOLE } from "../routes.ts";
import { sessionOf, type ConsoleContext } from "../visit.ts";
import { Field, Form, type Mistakes } from "./form.tsx";
import { Carried } from "./notices.tsx";
import { showPage } from "./page.tsx";
import type { SentForm } from "./read-form.ts";
import { kitTexts } from "./texts.ts";

const CODE = "ma_xac_thuc";
const FRESH_MS = 10 * 60_000;

/**
 * Before what matters: null where the second factor was shown in this session within ten minutes or comes with this
 * form; otherwise the page that asks for it, which sends the same form again.
 *
 *     const asked = await requireSecondFactor(c, form);
 *     if (asked) return asked;
 */
export async function requireSecondFactor(c: ConsoleContext, form: SentForm): Promise<Response | null> {
  const session = sessionOf(c);
  const { access } = c.var.shell;
  if (!session.member.hasSecondFactor) return missing(c);
  // Sessions are timed by the clock of the machine.
  const age = Date.now() - (session.secondFactorAt?.getTime() ?? 0);
  if (age < FRESH_MS) return null;
  const code = form.text(CODE);
  if (code === "") return ask(c, form, {});
  const proof = await access.proveSecondFactor(session, code, c.var.visit.from);
  switch (proof.kind) {
    case "right":
      return null;
    case "wrong":
      return ask(c, form, { [CODE]: kitTexts.secondFactorWrong });
    case "wait":
      return ask(c, form, { [CODE]: kitTexts.wait(proof.seconds) });
  }
}

function ask(c: ConsoleContext, form: SentForm, mistakes: Mistakes) {
  return showPage(
    c,
    { title: kitTexts.secondFactorTitle },
    <>
      <p>{kitTexts.secondFactor}</p>
      <Form visit={c.var.visit} action={c.req.path}>
        <Carried form={form} except={[CODE]} />
        <CodeField name={CODE} mistake={mistakes[CODE]} />
        <div class="actions">
          <button type="submit">{kitTexts.secondFactorButton}</button>
        </div>
      </Form>
    </>,
    422,
  );
}

function missing(c: ConsoleContext) {
  return showPage(
    c,
    { title: kitTexts.secondFactorTitle },
    <>
      <p>{kitTexts.secondFactorMissing}</p>
      <p>
        <a class="button" href={`${CONSOLE}/toi/hai-buoc`}>
          {kitTexts.secondFactorSetUp}
        </a>
      </p>
    </>,
    403,
  );
}

/** Six digits from the app, or a backup code where it takes one. */
export function CodeField({
  name,
  mistake,
  hint = kitTexts.secondFactorHint,
  first = true,
}: {
  name: string;
  mistake?: string | undefined;
  hint?: string;
  /** opens with the cursor in it */
  first?: boolean;
}) {
  return (
    <div class="code-field">
      <Field
        name={name}
        label={kitTexts.secondFactorLabel}
        hint={hint}
        mistake={mistake}
        autocomplete="one-time-code"
        first={first}
      />
    </div>
  );
}
