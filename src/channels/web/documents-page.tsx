import { dayInWords } from "../../answer/validity.ts";
import type { IsoDate, KnowledgeDocument } from "../../knowledge/document.ts";
import { Badge } from "./badge.tsx";
import type { Shelf } from "./catalogue.ts";
import { Layout } from "./layout.tsx";
import { DOCUMENTS, documentUrl, fieldId } from "./links.ts";
import { standingOn } from "./standing.ts";
import { CONFIDENCE_WORDS, texts } from "./texts.ts";
import type { WebSettings } from "./settings.ts";

export interface DocumentsPageProps {
  config: WebSettings;
  shelves: readonly Shelf[];
  /** the words that the list is filtered by, "" for all */
  words: string;
  today: IsoDate;
}

export function DocumentsPage({ config, shelves, words, today }: DocumentsPageProps) {
  const count = shelves.reduce((sum, { documents }) => sum + documents.length, 0);
  return (
    <Layout config={config} here="documents" title={texts.documents} wide>
      <h1>{texts.documents}</h1>
      <Filter words={words} />
      <p class="count">{introduction(count, words, today)}</p>
      {shelves.length > 1 && (
        <nav class="fields" aria-label={texts.fields}>
          {shelves.map(({ heading, documents }) => (
            <a href={`#${fieldId(heading)}`}>
              {heading} <span class="number">{documents.length}</span>
            </a>
          ))}
        </nav>
      )}
      {shelves.map(({ heading, documents }) => (
        <section aria-labelledby={fieldId(heading)}>
          <h2 id={fieldId(heading)}>{heading}</h2>
          <ul class="documents">
            {documents.map((document) => (
              <DocumentItem document={document} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function introduction(count: number, words: string, today: IsoDate): string {
  if (words === "") return texts.documentsMore(count, dayInWords(today));
  return count === 0 ? texts.nothingFound(words) : texts.filtered(count, words);
}

function Filter({ words }: { words: string }) {
  return (
    <form class="filter" method="get" action={DOCUMENTS} role="search">
      <label for="tu">{texts.filterLabel}</label>
      <div class="filter-row">
        <input
          id="tu"
          name="tu"
          type="search"
          value={words}
          maxlength={100}
          placeholder={texts.filterPlaceholder}
        />
        <button type="submit">{texts.filter}</button>
        {words !== "" && <a href={DOCUMENTS}>{texts.clearFilter}</a>}
      </div>
    </form>
  );
}

function DocumentItem({ document, today }: { document: KnowledgeDocument; today: IsoDate }) {
  return (
    <li class="document">
      <p class="document-top">
        {document.number !== null && <strong>{document.number}</strong>}{" "}
        <Badge standing={standingOn(today, document)} />
      </p>
      <h3>
        <a href={documentUrl(document)}>{document.title}</a>
      </h3>
      <p class="meta">{issue(document).join(" · ")}</p>
      {document.validityNote !== null && <p class="validity">{document.validityNote}</p>}
      <p class="meta">{review(document, today).join(" · ")}</p>
    </li>
  );
}

function issue({ issuer, issued, effective, expires, number }: KnowledgeDocument): string[] {
  const { facts } = texts;
  if (number === null) return [issuer];
  return [
    issuer,
    `${facts.issued.toLowerCase()} ${issued ? dayInWords(issued) : facts.unknown}`,
    `${facts.effective.toLowerCase()} ${effective ? dayInWords(effective) : facts.unknown}`,
    ...(expires ? [`${facts.expires.toLowerCase()} ${dayInWords(expires)}`] : []),
  ];
}

function review({ confidence, verifiedAt, reviewDue }: KnowledgeDocument, today: IsoDate): string[] {
  const { facts } = texts;
  return [
    `${facts.verified} ${dayInWords(verifiedAt)}`,
    `${facts.review.toLowerCase()} ${dayInWords(reviewDue)}${reviewDue < today ? ` (${facts.overdue})` : ""}`,
    `${facts.confidence.toLowerCase()} ${CONFIDENCE_WORDS[confidence]}`,
  ];
}
