import type { Answer } from "../../answer/answer.ts";
import { asking, askUrl } from "./asking.ts";
import { Badge } from "./badge.tsx";
import type { Basis, Block, Place, Presented } from "./present.ts";
import { texts } from "./texts.ts";

export interface AnswerViewProps {
  answer: Answer;
  presented: Presented;
  organisation: string;
}

export function AnswerView({ answer, presented, organisation }: AnswerViewProps) {
  const { blocks, cautions, bases, suggestions } = presented;
  return (
    <section class={`answer ${answer.outcome}`} aria-labelledby="tra-loi">
      <h2 id="tra-loi" tabindex={-1}>
        {texts.headings[answer.outcome]}
      </h2>
      <div class="conclusion">
        {blocks.map((block) => (
          <BlockView block={block} />
        ))}
      </div>
      {cautions.map((caution) => (
        <p class="caution">{caution}</p>
      ))}
      {bases.length > 0 && <Bases bases={bases} />}
      {answer.outcome === "unanswerable" && <p class="officer">{texts.askOfficer(organisation)}</p>}
      {suggestions.length > 0 && (
        <>
          <h3>{texts.youMayAsk}</h3>
          <Questions questions={suggestions} />
        </>
      )}
    </section>
  );
}

/** Questions to pick from, each a page of its own. */
export function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <ul class="questions">
      {questions.map((question) => (
        <li>
          <a href={askUrl(asking(question))}>{question}</a>
        </li>
      ))}
    </ul>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  if (block.items.every(({ asks }) => asks))
    return <Questions questions={block.items.map(({ text }) => text)} />;
  // A single item is no list.
  if (block.items.length === 1) return <p>{block.items[0]?.text}</p>;
  return (
    <ul>
      {block.items.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

function Bases({ bases }: { bases: readonly Basis[] }) {
  return (
    <section class="bases" aria-labelledby="can-cu">
      <h3 id="can-cu">{texts.basis}</h3>
      <p class="hint">{texts.basisHint}</p>
      {bases.map((basis) => (
        <div class="basis">
          <p class="basis-name">
            {basis.standing && <Badge standing={basis.standing} />}{" "}
            {basis.url === null ? (
              <strong>{basis.document}</strong>
            ) : (
              <a href={basis.url}>{basis.document}</a>
            )}
          </p>
          {basis.title !== "" && <p class="basis-title">{basis.title}</p>}
          <p class="validity">{basis.validity}</p>
          {basis.places.map((place) => (
            <PlaceView place={place} />
          ))}
        </div>
      ))}
    </section>
  );
}

function PlaceView({ place }: { place: Place }) {
  return (
    <details class="place">
      <summary>
        <span class="place-name">
          <strong>{place.section}</strong>
          {place.title !== null && place.title !== place.section && ` – ${place.title}`}
        </span>{" "}
        <span class="kind">{place.kind}</span>
      </summary>
      <blockquote>
        {place.lines.map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      {place.url !== null && (
        <p>
          <a href={place.url}>{texts.openInDocument}</a>
        </p>
      )}
    </details>
  );
}
