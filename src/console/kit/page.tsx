import { html } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { consoleAssets } from "../assets.ts";
import { NAV_GROUPS, type NavEntry } from "../nav-entry.ts";
import { may, mustEnrol, type Role } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { CSRF_HEADER } from "../same-site.ts";
import { consoleTexts } from "../texts.ts";
import type { ConsoleContext } from "../visit.ts";
import { takeFlash, type FlashWords } from "./flash.tsx";
import { Form } from "./form.tsx";
import { kitTexts } from "./texts.ts";

export interface PageProps {
  title: string;
  /** uses the whole width: tables */
  wide?: boolean;
  /** where this page hangs: the pages above it */
  trail?: readonly { label: string; href: string }[];
}

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;

/** Sends a whole page in the frame of the console. */
export function showPage(
  c: ConsoleContext,
  props: PageProps,
  content: Child,
  status: Status = 200,
): Response | Promise<Response> {
  const said = takeFlash(c);
  return c.html(
    html`<!doctype html>${(
        <Frame c={c} said={said} {...props}>
          {content}
        </Frame>
      )}`,
    status,
  );
}

/** Sends a part of a page, for htmx to put in its place. */
export function showPart(c: ConsoleContext, content: Child): Response | Promise<Response> {
  return c.html(html`${content}`);
}

const HTMX = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  // A page that says what is wrong is shown like any other.
  responseHandling: [
    { code: "204", swap: false },
    { code: "[2345]..", swap: true },
  ],
});

function Frame(props: PropsWithChildren<PageProps & { c: ConsoleContext; said: FlashWords | null }>) {
  const { c, title, wide = false, trail = [], said, children } = props;
  const { visit } = c.var;
  const { session } = visit;
  const hasNavigation = session !== null && !mustEnrol(session.member);
  return (
    <html lang="vi" class="console">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${consoleTexts.name}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="htmx-config" content={HTMX} />
        <link rel="icon" href={consoleAssets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={consoleAssets.styles} />
        <script src={consoleAssets.htmx} defer></script>
        <script src={consoleAssets.script} defer></script>
      </head>
      <body
        class={hasNavigation ? "with-nav" : "alone"}
        hx-headers={JSON.stringify({ [CSRF_HEADER]: visit.csrf })}
      >
        <a class="skip" href="#noi-dung">
          {kitTexts.skip}
        </a>
        <p class="working" role="status" data-words={kitTexts.working}></p>
        <Header c={c} />
        {hasNavigation && <Navigation c={c} />}
        <main id="noi-dung" class={wide ? "page wide" : "page"} tabindex={-1}>
          {trail.length > 0 && (
            <nav class="trail" aria-label={consoleTexts.trail}>
              {trail.map(({ label, href }) => (
                <a href={href}>{label}</a>
              ))}
            </nav>
          )}
          {said && (
            <p class={`said ${said.tone}`} role="status">
              {said.text}
            </p>
          )}
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

function Header({ c }: { c: ConsoleContext }) {
  const { visit, shell } = c.var;
  const { session } = visit;
  return (
    <header class="header">
      <a class="brand" href={CONSOLE}>
        <img src={consoleAssets.icon} alt="" width="36" height="36" />
        <span>
          <strong>{consoleTexts.name}</strong>
          <span class="organisation">{shell.organisation}</span>
        </span>
      </a>
      {session && (
        <div class="me">
          <a href={`${CONSOLE}/toi`} aria-label={`${kitTexts.profile}: ${session.member.name}`}>
            <span class="my-name">{session.member.name}</span>
            <span class="my-role">{consoleTexts.roles[session.member.role]}</span>
          </a>
          <Form visit={visit} action={`${CONSOLE}/dang-xuat`} class="sign-out">
            <button class="quiet" type="submit">
              {kitTexts.signOut}
            </button>
          </Form>
        </div>
      )}
    </header>
  );
}

const GROUPS = Object.keys(NAV_GROUPS) as (keyof typeof NAV_GROUPS)[];

async function Navigation({ c }: { c: ConsoleContext }) {
  const { visit, shell } = c.var;
  const role = visit.session?.member.role;
  const entries = role === undefined ? [] : shell.nav.filter(({ needs }) => may(role, needs));
  const here = entries
    .filter(({ href }) => c.req.path === href || (href !== CONSOLE && c.req.path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  const waiting = new Map(
    await Promise.all(entries.map(async (entry) => [entry, await waitingOf(entry, role)] as const)),
  );
  const groups = [undefined, ...GROUPS].map((group) => ({
    group,
    members: entries.filter((entry) => entry.group === group),
  }));
  const links = groups
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => (
      <>
        {group !== undefined && <p class="nav-group">{NAV_GROUPS[group]}</p>}
        <ul>
          {members.map((entry) => (
            <li>
              <a href={entry.href} {...(entry === here ? { "aria-current": "page" } : {})}>
                {entry.label}
                <Waiting entry={entry} count={waiting.get(entry) ?? 0} />
              </a>
            </li>
          ))}
        </ul>
      </>
    ));
  return (
    <nav class="navigation" aria-label={kitTexts.navigation}>
      <details class="menu">
        <summary>{here?.label ?? kitTexts.menu}</summary>
        {links}
      </details>
      <div class="rail">{links}</div>
    </nav>
  );
}

/** Counted only for those who may do something about it. */
function waitingOf({ waits }: NavEntry, role: Role | undefined): Promise<number> | number {
  return waits !== undefined && role !== undefined && may(role, waits.needs) ? waits.count() : 0;
}

function Waiting({ entry: { waits }, count }: { entry: NavEntry; count: number }) {
  if (waits === undefined || count === 0) return <></>;
  return (
    <span class="nav-count">
      {count.toLocaleString("vi-VN")}
      <span class="unseen"> {waits.words}</span>
    </span>
  );
}
