import { goTo } from "../kit/flash.tsx";
import { Field, Form, MistakeList, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Facts } from "../kit/parts.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE, type Routes } from "../routes.ts";
import { consoleTexts } from "../texts.ts";
import type { ConsoleContext } from "../visit.ts";
import { isEmail } from "./is-email.ts";
import { NewPasswordFields, readNewPassword } from "./password-fields.tsx";
import type { Access, Links, OpenLink } from "./port.ts";
import { enter, SIGN_IN } from "./sign-in-routes.tsx";
import { accessTexts } from "./texts.ts";

const { link: linkTexts } = accessTexts;

export function linkRoutes(routes: Routes, { access, links }: { access: Access; links: Links }): void {
  routes.page(`${CONSOLE}/lien-ket/:secret`, "public", async (c) => {
    const link = await links.open(c.req.param("secret"));
    return link === null ? gonePage(c) : linkPage(c, link);
  });

  routes.change(`${CONSOLE}/lien-ket/:secret`, "public", async (c) => {
    const secret = c.req.param("secret");
    const link = await links.open(secret);
    if (link === null) return gonePage(c);
    const form = await readForm(c);
    const owner = link.member ?? { name: form.text("ten"), email: form.text("email").toLowerCase() };
    const { password, mistakes } = readNewPassword(form, owner);
    const all = { ...(link.member === null ? mistakesOfOwner(owner) : {}), ...mistakes };
    if (Object.keys(all).length > 0) return linkPage(c, link, form, all);
    const used =
      link.member === null
        ? await links.setUp(secret, { ...owner, password })
        : await links.choosePassword(secret, password);
    if (used.kind === "gone") return gonePage(c);
    const entered = await access.signIn(used.email, password, c.var.visit.from);
    if (entered.kind !== "signed_in") return c.redirect(SIGN_IN, 303);
    enter(c, entered.session);
    return goTo(c, `${CONSOLE}/toi/hai-buoc`);
  });
}

const LONGEST_NAME = 100;

function mistakesOfOwner({ name, email }: { name: string; email: string }): Mistakes {
  return {
    ...(name === "" || name.length > LONGEST_NAME ? { ten: linkTexts.nameMissing } : {}),
    ...(isEmail(email) ? {} : { email: linkTexts.emailWrong }),
  };
}

function linkPage(c: ConsoleContext, link: OpenLink, form?: SentForm, mistakes: Mistakes = {}) {
  const { member } = link;
  return showPage(
    c,
    { title: linkTexts.titles[link.kind] },
    <>
      <p>{linkTexts.leads[link.kind]}</p>
      <p class="hint">{linkTexts.expires(momentInWords(link.expiresAt))}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={c.req.path} class="form card">
        {member === null ? (
          <>
            <Field
              name="ten"
              label={linkTexts.name}
              value={form?.text("ten") ?? ""}
              mistake={mistakes["ten"]}
              autocomplete="name"
              first
            />
            <Field
              name="email"
              label={linkTexts.email}
              type="email"
              value={form?.text("email") ?? ""}
              mistake={mistakes["email"]}
              autocomplete="username"
            />
          </>
        ) : (
          <>
            <Facts
              facts={[
                [linkTexts.name, member.name],
                [accessTexts.profile.email, member.email],
                [accessTexts.profile.role, consoleTexts.roles[member.role]],
              ]}
            />
            {/* Password managers keep the new password under this name. */}
            <input type="hidden" name="email" value={member.email} autocomplete="username" />
          </>
        )}
        <NewPasswordFields mistakes={mistakes} />
        <div class="actions">
          <button type="submit">{linkTexts.button}</button>
        </div>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

function gonePage(c: ConsoleContext) {
  return showPage(
    c,
    { title: linkTexts.goneTitle },
    <>
      <p>{linkTexts.gone}</p>
      <p>
        <a class="button quiet" href={SIGN_IN}>
          {accessTexts.signIn.title}
        </a>
      </p>
    </>,
    404,
  );
}
