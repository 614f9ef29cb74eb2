import { forgetCookie, readCookie, writeCookie } from "../cookies.ts";
import { goTo } from "../kit/flash.tsx";
import { Field, Form, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { readForm } from "../kit/read-form.ts";
import { CodeField } from "../kit/second-factor.tsx";
import { kitTexts } from "../kit/texts.ts";
import { CONSOLE, type Routes } from "../routes.ts";
import { sessionOf, type ConsoleContext } from "../visit.ts";
import type { Access, Links } from "./port.ts";
import { accessTexts } from "./texts.ts";
import { wayBack } from "./way-back.ts";

const { signIn: signInTexts, code: codeTexts } = accessTexts;
export const SIGN_IN = `${CONSOLE}/dang-nhap`;
const CODE = `${SIGN_IN}/ma`;

export function signInRoutes(routes: Routes, { access, links }: { access: Access; links: Links }): void {
  routes.page(SIGN_IN, "public", async (c) => {
    if (c.var.visit.session) return c.redirect(wayBack(c.req.query("tiep")), 303);
    return signInPage(c, { isSetUp: await links.isSetUp() });
  });

  routes.change(SIGN_IN, "public", async (c) => {
    const { secure, from } = c.var.visit;
    const form = await readForm(c);
    const back = form.text("tiep");
    const outcome = await access.signIn(form.text("email"), form.raw("mat_khau"), from);
    switch (outcome.kind) {
      case "signed_in":
        enter(c, outcome.session);
        return c.redirect(wayBack(back), 303);
      case "second_factor":
        writeCookie(c, secure, "challenge", outcome.challenge);
        return c.redirect(`${CODE}${back === "" ? "" : `?tiep=${encodeURIComponent(back)}`}`, 303);
      case "wrong":
        return signInPage(c, { email: form.text("email"), back, mistake: signInTexts.wrong, status: 422 });
      case "wait":
        return signInPage(c, {
          email: form.text("email"),
          back,
          mistake: kitTexts.wait(outcome.seconds),
          status: 429,
        });
    }
  });

  routes.page(CODE, "public", (c) =>
    readCookie(c, c.var.visit.secure, "challenge") === undefined
      ? c.redirect(SIGN_IN, 303)
      : codePage(c, c.req.query("tiep") ?? "", {}),
  );

  routes.change(CODE, "public", async (c) => {
    const { secure, from } = c.var.visit;
    const challenge = readCookie(c, secure, "challenge");
    if (challenge === undefined) return goTo(c, SIGN_IN, codeTexts.expired, "caution");
    const form = await readForm(c);
    const back = form.text("tiep");
    const outcome = await access.answerChallenge(challenge, form.text("ma"), from);
    switch (outcome.kind) {
      case "signed_in":
        forgetCookie(c, secure, "challenge");
        enter(c, outcome.session);
        return c.redirect(wayBack(back), 303);
      case "expired":
        forgetCookie(c, secure, "challenge");
        return goTo(c, SIGN_IN, codeTexts.expired, "caution");
      case "wrong":
        return codePage(c, back, { ma: codeTexts.wrong }, 422);
      case "wait":
        return codePage(c, back, { ma: kitTexts.wait(outcome.seconds) }, 429);
    }
  });

  routes.change(`${CONSOLE}/dang-xuat`, "access.own", async (c) => {
    await access.signOut(sessionOf(c));
    leave(c);
    return goTo(c, SIGN_IN, signInTexts.out);
  });
}

export function enter(c: ConsoleContext, session: string): void {
  writeCookie(c, c.var.visit.secure, "session", session);
}

export function leave(c: ConsoleContext): void {
  forgetCookie(c, c.var.visit.secure, "session");
}

function signInPage(
  c: ConsoleContext,
  given: {
    email?: string;
    back?: string;
    mistake?: string;
    status?: 200 | 422 | 429;
    isSetUp?: boolean;
  } = {},
) {
  const { email = "", back = c.req.query("tiep") ?? "", mistake, status = 200, isSetUp = true } = given;
  return showPage(
    c,
    { title: signInTexts.title },
    <>
      {isSetUp ? <p>{signInTexts.lead}</p> : <p class="caution">{signInTexts.notSetUp}</p>}
      <Form visit={c.var.visit} action={SIGN_IN} class="form card">
        {mistake !== undefined && (
          <p class="mistake" role="alert">
            {mistake}
          </p>
        )}
        <input type="hidden" name="tiep" value={back} />
        <Field
          name="email"
          label={signInTexts.email}
          type="email"
          value={email}
          autocomplete="username"
          first={email === ""}
        />
        <Field
          name="mat_khau"
          label={signInTexts.password}
          type="password"
          autocomplete="current-password"
          first={email !== ""}
        />
        <div class="actions">
          <button type="submit">{signInTexts.button}</button>
        </div>
      </Form>
      <p class="hint">{signInTexts.forgotten}</p>
    </>,
    status,
  );
}

function codePage(c: ConsoleContext, back: string, mistakes: Mistakes, status: 200 | 422 | 429 = 200) {
  return showPage(
    c,
    { title: codeTexts.title },
    <>
      <p>{codeTexts.lead}</p>
      <Form visit={c.var.visit} action={CODE} class="form card">
        <input type="hidden" name="tiep" value={back} />
        <CodeField name="ma" mistake={mistakes["ma"]} />
        <div class="actions">
          <button type="submit">{codeTexts.button}</button>
          <a class="quiet-link" href={SIGN_IN}>
            {codeTexts.back}
          </a>
        </div>
      </Form>
      <p class="hint">{codeTexts.lost}</p>
    </>,
    status,
  );
}
