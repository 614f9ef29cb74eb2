import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { fullClientAddress } from "../web-kit/client-address.ts";
import { connectionOf } from "./connection.ts";
import { forgetCookie, readCookie } from "./cookies.ts";
import type { Links } from "./access/port.ts";
import { foreignPage, forbiddenPage, sendAgainPage, tooLargePage } from "./kit/notices.tsx";
import { readForm } from "./kit/read-form.ts";
import { showPage } from "./kit/page.tsx";
import { may, mustEnrol } from "./permissions.ts";
import { CONSOLE, type Route } from "./routes.ts";
import { comesFromOwnPage, CSRF_FIELD, CSRF_HEADER, csrfToken, isSameToken } from "./same-site.ts";
import type { Shell } from "./shell.ts";
import { consoleTexts } from "./texts.ts";
import type { ConsoleContext, ConsoleEnv } from "./visit.ts";

export interface GuardParts {
  shell: Shell;
  links: Pick<Links, "isSetUp">;
  /** makes the tokens of forms */
  secret: string;
  trustedProxies: number;
  /** the console answers from everywhere before anybody set it up */
  fromAnywhere: boolean;
}

/** Before every page: where the request comes from, and who makes it. */
export function createEntrance(parts: GuardParts): MiddlewareHandler<ConsoleEnv> {
  const { shell, links, secret, trustedProxies, fromAnywhere } = parts;
  let isSetUp = false;
  return async (c, next) => {
    const { transport, fromThisMachine } = connectionOf(c, trustedProxies);
    const secure = transport === "https";
    const from = { address: fullClientAddress(c, trustedProxies), agent: c.req.header("User-Agent") };
    c.header("Cache-Control", "no-store");
    c.set("shell", shell);
    c.set("visit", { session: null, csrf: "", secure, from });
    isSetUp ||= await links.isSetUp();
    if (!isSetUp && !fromThisMachine && !fromAnywhere) {
      return notice(c, consoleTexts.notYetTitle, consoleTexts.notYet);
    }
    if (transport === "exposed") return notice(c, consoleTexts.exposedTitle, consoleTexts.exposed);
    const token = readCookie(c, secure, "session");
    const session = token === undefined ? null : await shell.access.session(token);
    if (token !== undefined && session === null) forgetCookie(c, secure, "session");
    const csrf = session === null ? "" : csrfToken(secret, session.token);
    c.set("visit", { session, csrf, secure, from });
    return next();
  };
}

/** Before one route: whether this member may, and whether a page of ours asks. */
export function createGuard(route: Route): MiddlewareHandler<ConsoleEnv> {
  const { needs, kind } = route;
  return async (c, next) => {
    const { session } = c.var.visit;
    if (kind === "change" && !comesFromOwnPage(c)) return foreignPage(c);
    if (needs === "public") return next();
    if (session === null) {
      return kind === "change" ? sendAgainPage(c, await readForm(c)) : toSignIn(c);
    }
    const { member } = session;
    if (needs !== "access.own" && mustEnrol(member)) {
      return c.redirect(`${CONSOLE}/toi/hai-buoc`, 303);
    }
    if (!may(member.role, needs)) return forbiddenPage(c);
    if (kind === "change" && !(await showsToken(c))) return sendAgainPage(c, await readForm(c));
    return next();
  };
}

/** Counted before anything is read. */
export function createBodyLimit({ largestBody }: Route): MiddlewareHandler<ConsoleEnv> {
  return bodyLimit({
    maxSize: largestBody,
    onError: (c: ConsoleContext) => tooLargePage(c),
  });
}

async function showsToken(c: ConsoleContext): Promise<boolean> {
  const given = c.req.header(CSRF_HEADER) ?? (await readForm(c)).raw(CSRF_FIELD);
  return isSameToken(given, c.var.visit.csrf);
}

function toSignIn(c: ConsoleContext): Response {
  const signIn = `${CONSOLE}/dang-nhap`;
  // htmx would put the sign-in page into the middle of another one.
  if (c.req.header("HX-Request") === "true") return c.body(null, 401, { "HX-Redirect": signIn });
  const wanted = c.req.path + new URL(c.req.url).search;
  return c.redirect(`${signIn}?tiep=${encodeURIComponent(wanted)}`, 303);
}

function notice(c: ConsoleContext, title: string, paragraphs: readonly string[]) {
  return showPage(
    c,
    { title },
    <>
      {paragraphs.map((words) => (
        <p>{words}</p>
      ))}
    </>,
    403,
  );
}
