import { Layout } from "./layout.tsx";
import { DOCUMENTS } from "./links.ts";
import { texts } from "./texts.ts";
import type { WebSettings } from "./settings.ts";

/** A page that only says what went wrong and where to go on. */
export function NoticePage({ config, title, words }: { config: WebSettings; title: string; words: string }) {
  return (
    <Layout config={config} title={title} unlisted>
      <h1>{title}</h1>
      <p>{words}</p>
      <p class="ways">
        <a class="button" href="/">
          {texts.navAsk}
        </a>{" "}
        <a href={DOCUMENTS}>{texts.navDocuments}</a>
      </p>
    </Layout>
  );
}
