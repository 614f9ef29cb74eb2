import type { IsoDate, KnowledgeDocument, Section, Unit } from "../../knowledge/document.ts";
import { Badge } from "./badge.tsx";
import { sectionId } from "./links.ts";
import { standingOn } from "./standing.ts";
import { texts } from "./texts.ts";

/** A citable section, at the address that citations lead to. */
export function SectionView(props: { section: Section; document: KnowledgeDocument; today: IsoDate }) {
  const { section, document, today } = props;
  const standing = standingOn(today, document, section);
  const differs = standing.words !== standingOn(today, document).words;
  return (
    <section class="section" id={sectionId(section.anchor)}>
      <h2>
        <span class="anchor">{section.anchor}</span>
        {section.title !== section.anchor && ` ${section.title}`}
      </h2>
      {differs && (
        <p>
          <Badge standing={standing} />
        </p>
      )}
      <SectionText section={section} />
      {section.note !== null && <p class="validity">{section.note}</p>}
      {section.sources.length > 0 && (
        <p class="meta">
          {texts.sectionSource} {section.sources.join("; ")}
        </p>
      )}
    </section>
  );
}

/** Sentences run on as a paragraph; items and rows are lists under the line that introduces them. */
export function SectionText({ section }: { section: Section }) {
  return (
    <>
      {runsOf(section.units).map(({ lead, sentences, items }) =>
        items.length === 0 ? (
          <p>{sentences.join(" ")}</p>
        ) : (
          <>
            {lead !== "" && <p class="lead">{lead}</p>}
            <ul>
              {items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          </>
        ),
      )}
    </>
  );
}

interface Run {
  lead: string;
  sentences: string[];
  items: string[];
}

function runsOf(units: readonly Unit[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, text, lead } of units) {
    const last = runs.at(-1);
    if (kind === "sentence") {
      if (last?.items.length === 0) last.sentences.push(text);
      else runs.push({ lead: "", sentences: [text], items: [] });
    } else if (last && last.items.length > 0 && last.lead === lead) last.items.push(text);
    else runs.push({ lead, sentences: [], items: [text] });
  }
  return runs;
}
