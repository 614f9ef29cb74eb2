import { dayInWords } from "../../answer/validity.ts";
import { documentLabel, type KnowledgeDocument, type Relation } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { documentUrl } from "./links.ts";
import { RELATION_WORDS, texts } from "./texts.ts";

/** What the document does to others and what others did to it. */
export function Relations({ document, library }: { document: KnowledgeDocument; library: Library }) {
  const changes = document.number === null ? [] : library.changesTo(document.number);
  if (document.relations.length + changes.length === 0) return null;
  return (
    <section class="relations">
      <h2>{texts.relations}</h2>
      <ul>
        {changes.map(({ by, relation }) => (
          <li>
            {RELATION_WORDS[relation.kind].undergoes} <a href={documentUrl(by)}>{documentLabel(by)}</a>
            {details(relation)}
          </li>
        ))}
        {document.relations.map((relation) => (
          <li>
            {RELATION_WORDS[relation.kind].does} <Other number={relation.document} library={library} />
            {details(relation)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Other({ number, library }: { number: string; library: Library }) {
  const known = library.byNumber(number);
  return known ? <a href={documentUrl(known)}>{number}</a> : <>{number}</>;
}

function details({ part, from, basis }: Relation): string {
  const said = [part, from === null ? null : `từ ${dayInWords(from)}`, basis].filter((one) => one !== null);
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}
