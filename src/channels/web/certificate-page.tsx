import { dayOf } from "../../dialogue/when.ts";
import type { CertificateView } from "../../registry/certificates.ts";
import { Layout } from "./layout.tsx";
import { NoticePage } from "./notice-page.tsx";
import type { WebSettings } from "./settings.ts";
import { texts } from "./texts.ts";

const words = texts.certificate;

/** A certificate to look at, to print, and for others to check that it is real. */
export function CertificatePage({
  config,
  certificate: { number, name, title, sessions, certifiedAt },
}: {
  config: WebSettings;
  certificate: CertificateView;
}) {
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt)))];
  const places = [...new Set(sessions.map(({ place }) => place))];
  return (
    <Layout config={config} title={words.title} unlisted wide>
      <article class="certificate">
        <p class="certificate-organisation">{config.organisation}</p>
        <h1>{words.title}</h1>
        <p>{words.awarded}</p>
        <p class="certificate-name">{name}</p>
        <p>{words.attended}</p>
        <p class="certificate-class">{title}</p>
        <p>{words.when(days.join(", "), places.join("; "))}</p>
        <div class="certificate-foot">
          <p>
            {words.number}: <strong>{number}</strong>
          </p>
          <p>{words.day(dayOf(certifiedAt))}</p>
        </div>
      </article>
      <p class="certificate-hint">{words.hint}</p>
    </Layout>
  );
}

export function NoCertificatePage({ config }: { config: WebSettings }) {
  return <NoticePage config={config} title={words.noneTitle} words={words.none} />;
}
