import { dayInWords } from "../../answer/validity.ts";
import type { IsoDate, KnowledgeDocument, Section } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { Badge } from "./badge.tsx";
import { Layout } from "./layout.tsx";
import { DOCUMENTS, sectionId } from "./links.ts";
import { Relations } from "./relations-view.tsx";
import { SectionText, SectionView } from "./section-view.tsx";
import { standingOn } from "./standing.ts";
import { CONFIDENCE_WORDS, texts } from "./texts.ts";
import type { WebSettings } from "./settings.ts";

export interface DocumentPageProps {
  config: WebSettings;
  document: KnowledgeDocument;
  library: Library;
  today: IsoDate;
}

export function DocumentPage({ config, document, library, today }: DocumentPageProps) {
  const sections = document.sections.map(withoutPlaceholders).filter(({ units }) => units.length > 0);
  const citable = sections.filter((section) => section.citable);
  const rest = sections.filter((section) => !section.citable);
  const unverified = rest.filter(isUnverified);
  const title = document.number === null ? document.title : `${document.number} – ${document.title}`;
  return (
    <Layout config={config} here="documents" title={title} wide>
      <p class="back">
        <a href={DOCUMENTS}>{texts.backToDocuments}</a>
      </p>
      <div class="document-head">
        <p class="document-top">
          {document.number !== null && <strong>{document.number}</strong>}{" "}
          <Badge standing={standingOn(today, document)} />
        </p>
        <h1>{document.title}</h1>
        {document.validityNote !== null && <p class="validity">{document.validityNote}</p>}
        <Facts document={document} today={today} />
      </div>
      <p class="caution">{texts.summaryNotice}</p>
      <Contents sections={citable} />
      {citable.map((section) => (
        <SectionView section={section} document={document} today={today} />
      ))}
      <Aside title={texts.unverified} sections={unverified} />
      <Aside
        title={texts.remarks}
        sections={rest.filter((section) => !unverified.includes(section))}
        titled
      />
      <Relations document={document} library={library} />
      <section class="sources">
        <h2>{texts.sources}</h2>
        <ul>
          {document.sources.map((source) => (
            <li>{source}</li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}

/** Lines that the organisation has yet to fill in say nothing to a reader. */
function withoutPlaceholders(section: Section): Section {
  return { ...section, units: section.units.filter(({ text }) => !text.includes("(chưa điền)")) };
}

function isUnverified({ anchor }: Section): boolean {
  return /^chưa kiểm chứng/i.test(anchor);
}

function Facts({ document, today }: { document: KnowledgeDocument; today: IsoDate }) {
  const { facts } = texts;
  const day = (date: IsoDate | null) => (date ? dayInWords(date) : facts.unknown);
  const rows: (readonly [string, string])[] = [
    [document.number === null ? facts.compiler : facts.issuer, document.issuer],
    ...(document.number === null
      ? []
      : ([
          [facts.issued, day(document.issued)],
          [facts.effective, day(document.effective)],
        ] as const)),
    ...(document.expires ? [[facts.expires, day(document.expires)] as const] : []),
    [facts.territory, document.territory],
    [facts.confidence, CONFIDENCE_WORDS[document.confidence]],
    [facts.verified, day(document.verifiedAt)],
    [facts.review, `${day(document.reviewDue)}${document.reviewDue < today ? ` (${facts.overdue})` : ""}`],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Contents({ sections }: { sections: readonly Section[] }) {
  if (sections.length < 4) return null;
  return (
    <details class="contents">
      <summary>{texts.contents(sections.length)}</summary>
      <ul>
        {sections.map(({ anchor, title }) => (
          <li>
            <a href={`#${sectionId(anchor)}`}>
              {anchor}
              {title !== anchor && ` – ${title}`}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What must not be taken for a basis stays folded and says so. */
function Aside({
  title,
  sections,
  titled = false,
}: {
  title: string;
  sections: readonly Section[];
  titled?: boolean;
}) {
  if (sections.length === 0) return null;
  return (
    <details class="aside">
      <summary>{title}</summary>
      {sections.map((section) => (
        <div id={sectionId(section.anchor)}>
          {titled && <h2>{section.title}</h2>}
          <SectionText section={section} />
        </div>
      ))}
    </details>
  );
}
