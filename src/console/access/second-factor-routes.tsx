import { goTo } from "../kit/flash.tsx";
import { Field, Form } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import { readForm } from "../kit/read-form.ts";
import { CodeField } from "../kit/second-factor.tsx";
import { kitTexts } from "../kit/texts.ts";
import { needsSecondFactor } from "../permissions.ts";
import { CONSOLE, type Routes } from "../routes.ts";
import { memberOf, sessionOf, type ConsoleContext } from "../visit.ts";
import type { Access, NewSecondFactor } from "./port.ts";
import { OWN_TRAIL, PROFILE } from "./profile-routes.tsx";
import { QrCode } from "./qr-code.tsx";
import { enter } from "./sign-in-routes.tsx";
import { accessTexts } from "./texts.ts";

const { factor: texts } = accessTexts;
export const SECOND_FACTOR = `${PROFILE}/hai-buoc`;
const CONFIRM = `${SECOND_FACTOR}/xac-nhan`;
const NEW_CODES = `${SECOND_FACTOR}/ma-du-phong`;
const REMOVE = `${SECOND_FACTOR}/tat`;

export function secondFactorRoutes(routes: Routes, access: Access): void {
  routes.page(SECOND_FACTOR, "access.own", (c) => statePage(c));

  routes.change(SECOND_FACTOR, "access.own", async (c) => {
    const form = await readForm(c);
    const outcome = await access.beginSecondFactor(sessionOf(c), form.raw("mat_khau"), c.var.visit.from);
    switch (outcome.kind) {
      case "begun":
        return enrolPage(c, outcome.factor);
      case "there_already":
        return c.redirect(SECOND_FACTOR, 303);
      case "wrong":
        return statePage(c, { begin: texts.wrongPassword });
      case "wait":
        return statePage(c, { begin: kitTexts.wait(outcome.seconds) });
    }
  });

  routes.change(CONFIRM, "access.own", async (c) => {
    const form = await readForm(c);
    const outcome = await access.confirmSecondFactor(sessionOf(c), form.text("ma"), c.var.visit.from);
    if (outcome.kind === "confirmed") {
      enter(c, outcome.session);
      return goTo(c, CONSOLE, texts.on);
    }
    const shown = {
      uri: form.text("uri"),
      secret: form.text("khoa"),
      backupCodes: form.texts("ma_du_phong"),
    };
    if (!shown.uri.startsWith("otpauth://")) return c.redirect(SECOND_FACTOR, 303);
    const mistake = outcome.kind === "wait" ? kitTexts.wait(outcome.seconds) : accessTexts.code.wrong;
    return enrolPage(c, shown, mistake);
  });

  routes.change(NEW_CODES, "profile.own", async (c) => {
    const form = await readForm(c);
    const outcome = await access.newBackupCodes(sessionOf(c), form.raw("mat_khau"), c.var.visit.from);
    switch (outcome.kind) {
      case "made":
        return codesPage(c, outcome.codes);
      case "wrong":
        return statePage(c, { codes: texts.wrongPassword });
      case "wait":
        return statePage(c, { codes: kitTexts.wait(outcome.seconds) });
    }
  });

  routes.change(REMOVE, "profile.own", async (c) => {
    if (needsSecondFactor(memberOf(c).role)) return goTo(c, SECOND_FACTOR, texts.cannotRemove, "caution");
    const form = await readForm(c);
    const outcome = await access.removeSecondFactor(sessionOf(c), form.raw("mat_khau"), c.var.visit.from);
    switch (outcome.kind) {
      case "removed":
        enter(c, outcome.session);
        return goTo(c, PROFILE, texts.removed);
      case "wrong":
        return statePage(c, { remove: texts.wrongPassword });
      case "wait":
        return statePage(c, { remove: kitTexts.wait(outcome.seconds) });
    }
  });
}

interface StateMistakes {
  begin?: string;
  codes?: string;
  remove?: string;
}

function statePage(c: ConsoleContext, mistakes: StateMistakes = {}) {
  const { hasSecondFactor, role } = memberOf(c);
  const isRequired = needsSecondFactor(role);
  return showPage(
    c,
    { title: texts.title, trail: hasSecondFactor || !isRequired ? OWN_TRAIL : [] },
    <>
      {!hasSecondFactor && isRequired && <p class="caution">{texts.required}</p>}
      <p>{texts.why}</p>
      {hasSecondFactor ? (
        <IsOn c={c} mistakes={mistakes} isRequired={isRequired} />
      ) : (
        <Begin c={c} mistake={mistakes.begin} />
      )}
    </>,
    Object.keys(mistakes).length > 0 ? 422 : 200,
  );
}

function Begin({ c, mistake }: { c: ConsoleContext; mistake: string | undefined }) {
  return (
    <>
      <p>{texts.apps}</p>
      <Form visit={c.var.visit} action={SECOND_FACTOR} class="form card">
        <Field
          name="mat_khau"
          label={texts.passwordAgain}
          type="password"
          autocomplete="current-password"
          mistake={mistake}
        />
        <button type="submit">{texts.begin}</button>
      </Form>
    </>
  );
}

function IsOn({
  c,
  mistakes,
  isRequired,
}: {
  c: ConsoleContext;
  mistakes: StateMistakes;
  isRequired: boolean;
}) {
  return (
    <>
      <p>
        <Badge tone="good">{texts.isOn}</Badge>
      </p>
      <Form visit={c.var.visit} action={NEW_CODES} class="form card">
        <h2>{texts.newCodes}</h2>
        <p class="hint">{texts.newCodesHint}</p>
        <Field
          name="mat_khau"
          label={texts.password}
          type="password"
          autocomplete="current-password"
          mistake={mistakes.codes}
        />
        <button type="submit" class="quiet">
          {texts.newCodes}
        </button>
      </Form>
      {isRequired ? (
        <p class="hint">{texts.cannotRemove}</p>
      ) : (
        <Form visit={c.var.visit} action={REMOVE} class="form card">
          <h2>{texts.remove}</h2>
          <Field
            name="mat_khau"
            id="mat_khau_tat"
            label={texts.password}
            type="password"
            autocomplete="current-password"
            mistake={mistakes.remove}
          />
          <button type="submit" class="danger">
            {texts.remove}
          </button>
        </Form>
      )}
    </>
  );
}

/** What is shown here was made for this page alone; the form brings it back if the code was wrong. */
function enrolPage(c: ConsoleContext, factor: NewSecondFactor, mistake?: string) {
  return showPage(
    c,
    { title: texts.title },
    <Form visit={c.var.visit} action={CONFIRM} class="form card">
      <ol class="steps">
        <li>
          <p>
            <strong>{texts.scan}</strong>
          </p>
          <QrCode text={factor.uri} />
          <p>{texts.orType}</p>
          <p class="one-time">{inGroups(factor.secret)}</p>
        </li>
        <li>
          <p>
            <strong>{texts.keep}</strong>
          </p>
          <p class="hint">{texts.keepHint}</p>
          <Codes codes={factor.backupCodes} />
        </li>
        <li>
          <p>
            <strong>{texts.confirm}</strong>
          </p>
          <CodeField name="ma" mistake={mistake} hint={texts.codeHint} first={mistake !== undefined} />
        </li>
      </ol>
      <input type="hidden" name="uri" value={factor.uri} />
      <input type="hidden" name="khoa" value={factor.secret} />
      {factor.backupCodes.map((code) => (
        <input type="hidden" name="ma_du_phong" value={code} />
      ))}
      <button type="submit">{texts.confirmButton}</button>
    </Form>,
    mistake === undefined ? 200 : 422,
  );
}

function codesPage(c: ConsoleContext, codes: readonly string[]) {
  return showPage(
    c,
    { title: texts.newCodesTitle, trail: OWN_TRAIL },
    <div class="card">
      <p class="hint">{texts.keepHint}</p>
      <Codes codes={codes} />
      <a class="button quiet" href={PROFILE}>
        {texts.done}
      </a>
    </div>,
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="codes">
      {codes.map((code) => (
        <li>{code}</li>
      ))}
    </ul>
  );
}

function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
