import type { PropsWithChildren } from "hono/jsx";
import { assetUrls } from "./assets.ts";
import { chatTexts } from "./chat-texts.ts";
import { CHAT, DOCUMENTS, PRIVACY } from "./links.ts";
import type { WebSettings } from "./settings.ts";
import { texts } from "./texts.ts";

export interface LayoutProps {
  config: Pick<WebSettings, "organisation">;
  title?: string;
  /** the entry of the navigation that this page belongs to */
  here?: "ask" | "documents";
  /** "chat" fills the window and is live; "embedded" is the same within a frame of another site */
  frame?: "page" | "chat" | "embedded";
  /** pages made of someone's words are not for search engines */
  unlisted?: boolean;
  wide?: boolean;
  /** where no script runs, the page loads itself again */
  refresh?: boolean;
}

const REFRESH_SECONDS = "3";

/** The frame of every page. */
export function Layout(props: PropsWithChildren<LayoutProps>) {
  const { config, here, frame = "page", wide = false, children } = props;
  return (
    <html lang="vi" class={frame}>
      <Head {...props} />
      <body>
        <a class="skip" href="#noi-dung">
          {texts.skip}
        </a>
        {frame === "embedded" ? (
          <EmbeddedHeader />
        ) : (
          <Header organisation={config.organisation} here={here} frame={frame} />
        )}
        <main id="noi-dung" class={wide ? "page wide" : "page"} tabindex={-1}>
          {children}
        </main>
        {frame === "page" && (
          <footer class="footer">
            <p>
              {texts.footer(config.organisation)} <a href={PRIVACY}>{chatTexts.privacyLink}</a>
            </p>
          </footer>
        )}
      </body>
    </html>
  );
}

function Head({ title, unlisted = false, refresh = false, frame = "page" }: LayoutProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <title>{title === undefined ? `${texts.name} – ${texts.tagline}` : `${title} – ${texts.name}`}</title>
      <meta name="description" content={`${texts.tagline}. ${texts.automatic}`} />
      <meta name="color-scheme" content="light dark" />
      {unlisted && <meta name="robots" content="noindex" />}
      {refresh && (
        <noscript>
          <meta http-equiv="refresh" content={REFRESH_SECONDS} />
        </noscript>
      )}
      <link rel="icon" href={assetUrls.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrls.styles} />
      {frame !== "page" && <script src={assetUrls.chat} defer></script>}
    </head>
  );
}

function Header({
  organisation,
  here,
  frame,
}: {
  organisation: string;
  here: LayoutProps["here"];
  frame: LayoutProps["frame"];
}) {
  return (
    <header class="header">
      <div class="header-row">
        <a class="brand" href={CHAT}>
          <img src={assetUrls.icon} alt="" width="40" height="40" />
          <span>
            <strong>{texts.name}</strong>
            <span class="organisation">{organisation}</span>
          </span>
        </a>
        <nav aria-label={texts.navigation}>
          <a href={CHAT} {...(here === "ask" ? { "aria-current": "page" } : {})}>
            {texts.navAsk}
          </a>
          <a href={DOCUMENTS} {...(here === "documents" ? { "aria-current": "page" } : {})}>
            {texts.navDocuments}
          </a>
        </nav>
      </div>
      {frame === "page" && <p class="automatic">{texts.automatic}</p>}
    </header>
  );
}

/** The site around the frame has its own name and ways; the chat needs only its own, and a way out. */
function EmbeddedHeader() {
  return (
    <header class="header">
      <div class="header-row">
        <p class="brand">
          <img src={assetUrls.icon} alt="" width="28" height="28" />
          <strong>{texts.name}</strong>
        </p>
        <button type="button" class="quiet" id="dong-khung" aria-label={chatTexts.close}>
          ×
        </button>
      </div>
    </header>
  );
}
