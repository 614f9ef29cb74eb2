import type { PropsWithChildren } from "hono/jsx";
import type { Config } from "../../config.ts";
import { assetUrls } from "./assets.ts";
import { DOCUMENTS } from "./links.ts";
import { texts } from "./texts.ts";

export interface LayoutProps {
  config: Config;
  title?: string;
  /** the entry of the navigation that this page belongs to */
  here?: "ask" | "documents";
  /** pages made of someone's question are not for search engines */
  unlisted?: boolean;
  wide?: boolean;
}

/** The frame of every page. */
export function Layout({
  config,
  title,
  here,
  unlisted = false,
  wide = false,
  children,
}: PropsWithChildren<LayoutProps>) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === undefined ? `${texts.name} – ${texts.tagline}` : `${title} – ${texts.name}`}</title>
        <meta name="description" content={`${texts.tagline}. ${texts.automatic}`} />
        <meta name="color-scheme" content="light dark" />
        {unlisted && <meta name="robots" content="noindex" />}
        <link rel="icon" href={assetUrls.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrls.styles} />
        <script src={assetUrls.script} defer></script>
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {texts.skip}
        </a>
        <Header organisation={config.organisation} here={here} />
        <main id="noi-dung" class={wide ? "page wide" : "page"} tabindex={-1}>
          {children}
        </main>
        <p
          id="thong-bao"
          class="unseen"
          role="status"
          data-sending={texts.sending}
          data-ready={texts.answerReady}
        ></p>
        <footer class="footer">
          <p>{texts.footer(config.organisation)}</p>
        </footer>
      </body>
    </html>
  );
}

function Header({ organisation, here }: { organisation: string; here: LayoutProps["here"] }) {
  return (
    <header class="header">
      <div class="header-row">
        <a class="brand" href="/">
          <img src={assetUrls.icon} alt="" width="40" height="40" />
          <span>
            <strong>{texts.name}</strong>
            <span class="organisation">{organisation}</span>
          </span>
        </a>
        <nav aria-label={texts.navigation}>
          <a href="/" {...(here === "ask" ? { "aria-current": "page" } : {})}>
            {texts.navAsk}
          </a>
          <a href={DOCUMENTS} {...(here === "documents" ? { "aria-current": "page" } : {})}>
            {texts.navDocuments}
          </a>
        </nav>
      </div>
      <p class="automatic">{texts.automatic}</p>
    </header>
  );
}
