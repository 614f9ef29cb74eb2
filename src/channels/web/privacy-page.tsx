import { privacyNotice } from "../../dialogue/privacy-notice.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../../registry/views.ts";
import { chatTexts } from "./chat-texts.ts";
import { Layout } from "./layout.tsx";
import { CHAT } from "./links.ts";
import type { WebSettings } from "./settings.ts";

const { privacy } = chatTexts;

/** The privacy notice in the very words that are kept with a consent, purpose by purpose. */
export function PrivacyPage({ config, wordsGoToGroup }: { config: WebSettings; wordsGoToGroup: boolean }) {
  const keeper = { organisation: config.organisation, retention: config.retention };
  return (
    <Layout config={config} title={privacy.title}>
      <h1>{privacy.title}</h1>
      <p>{privacy.intro(config.organisation)}</p>
      <p>{privacy.chat}</p>
      {wordsGoToGroup && <p>{privacy.group}</p>}
      <h2>{privacy.purposes}</h2>
      {(Object.keys(CONSENT_PURPOSES) as ConsentPurpose[]).map((purpose) => (
        <section class="aside">
          <h3>{capitalised(CONSENT_PURPOSES[purpose])}</h3>
          {privacyNotice(purpose, keeper)
            .split("\n")
            .map((line) => (
              <p>{line}</p>
            ))}
        </section>
      ))}
      <p class="ways">
        <a class="button" href={CHAT}>
          {privacy.back}
        </a>
      </p>
    </Layout>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
