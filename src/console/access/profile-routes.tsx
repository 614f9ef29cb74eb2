import { goTo } from "../kit/flash.tsx";
import { Actions, Field, Form, MistakeList, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import { readForm } from "../kit/read-form.ts";
import { kitTexts } from "../kit/texts.ts";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE, type Routes } from "../routes.ts";
import { consoleTexts } from "../texts.ts";
import { memberOf, sessionOf, type ConsoleContext } from "../visit.ts";
import { NewPasswordFields, readNewPassword } from "./password-fields.tsx";
import type { Access, OwnSession } from "./port.ts";
import { enter, leave, SIGN_IN } from "./sign-in-routes.tsx";
import { accessTexts } from "./texts.ts";

const { profile: profileTexts, password: passwordTexts, factor: factorTexts } = accessTexts;

export const PROFILE = `${CONSOLE}/toi`;
const PASSWORD = `${PROFILE}/mat-khau`;
const EVERYWHERE = `${PROFILE}/dang-xuat-het`;
export const OWN_TRAIL = [{ label: profileTexts.title, href: PROFILE }];

/** One's own account: who one is here, the password, the sessions. */
export function profileRoutes(routes: Routes, access: Access): void {
  routes.page(PROFILE, "profile.own", async (c) =>
    showPage(
      c,
      { title: profileTexts.title },
      <Profile c={c} sessions={await access.sessionsOf(sessionOf(c))} />,
    ),
  );

  routes.page(PASSWORD, "profile.own", (c) => passwordPage(c, {}));

  routes.change(PASSWORD, "profile.own", async (c) => {
    const form = await readForm(c);
    const { password, mistakes } = readNewPassword(form, memberOf(c));
    if (Object.keys(mistakes).length > 0) return passwordPage(c, mistakes, 422);
    const outcome = await access.changePassword(
      sessionOf(c),
      form.raw("mat_khau"),
      password,
      c.var.visit.from,
    );
    switch (outcome.kind) {
      case "changed":
        enter(c, outcome.session);
        return goTo(c, PROFILE, passwordTexts.changed);
      case "wrong":
        return passwordPage(c, { mat_khau: passwordTexts.currentWrong }, 422);
      case "wait":
        return passwordPage(c, { mat_khau: kitTexts.wait(outcome.seconds) }, 429);
    }
  });

  routes.change(EVERYWHERE, "profile.own", async (c) => {
    await access.signOutEverywhere(sessionOf(c));
    leave(c);
    return goTo(c, SIGN_IN, profileTexts.everywhereDone);
  });
}

function Profile({ c, sessions }: { c: ConsoleContext; sessions: readonly OwnSession[] }) {
  const member = memberOf(c);
  return (
    <>
      <section class="card">
        <Facts
          facts={[
            [profileTexts.name, member.name],
            [profileTexts.email, member.email],
            [profileTexts.role, consoleTexts.roles[member.role]],
            [
              profileTexts.secondFactor,
              member.hasSecondFactor ? (
                <Badge tone="good">{profileTexts.on}</Badge>
              ) : (
                <Badge tone="waiting">{profileTexts.off}</Badge>
              ),
            ],
          ]}
        />
        <div class="actions">
          <a class="button quiet" href={PASSWORD}>
            {passwordTexts.title}
          </a>
          <a class="button quiet" href={`${PROFILE}/hai-buoc`}>
            {factorTexts.title}
          </a>
        </div>
      </section>
      <section class="card">
        <h2>{profileTexts.sessions}</h2>
        <ul>
          {sessions.map((one) => (
            <li>
              {browserOf(one.agent)} · {one.address ?? profileTexts.unknownPlace}
              {one.isThis && <strong> · {profileTexts.thisSession}</strong>}
              <br />
              <span class="meta">
                {profileTexts.since(momentInWords(one.since))},{" "}
                {profileTexts.lastSeen(momentInWords(one.lastSeen))}
              </span>
            </li>
          ))}
        </ul>
        <Form visit={c.var.visit} action={EVERYWHERE}>
          <button type="submit" class="quiet">
            {profileTexts.everywhere}
          </button>
        </Form>
      </section>
    </>
  );
}

/** Enough to tell one's phone from one's desk. */
function browserOf(agent: string | null): string {
  const name = /(Edg|OPR|coc_coc_browser|Firefox|Chrome|Safari)/.exec(agent ?? "")?.[1] ?? "";
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(agent ?? "")?.[1] ?? "";
  const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", coc_coc_browser: "Cốc Cốc" };
  return [names[name] ?? name, system].filter(Boolean).join(", ") || "Trình duyệt";
}

function passwordPage(c: ConsoleContext, mistakes: Mistakes, status: 200 | 422 | 429 = 200) {
  return showPage(
    c,
    { title: passwordTexts.title, trail: OWN_TRAIL },
    <>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={PASSWORD} class="form card">
        <input type="hidden" name="email" value={memberOf(c).email} autocomplete="username" />
        <Field
          name="mat_khau"
          label={passwordTexts.current}
          mistake={mistakes["mat_khau"]}
          type="password"
          autocomplete="current-password"
          first
        />
        <NewPasswordFields mistakes={mistakes} />
        <Actions cancel={PROFILE}>
          <button type="submit">{passwordTexts.button}</button>
        </Actions>
      </Form>
    </>,
    status,
  );
}
