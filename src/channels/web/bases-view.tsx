import { Badge } from "./badge.tsx";
import type { Basis, Place } from "./present.ts";
import { texts } from "./texts.ts";

/** What an answer stands on: documents with their standing today, and the cited words to unfold. */
export function Bases({ bases }: { bases: readonly Basis[] }) {
  return (
    <div class="bases">
      <p class="bases-name">{texts.basis}</p>
      {bases.map((basis) => (
        <div class="basis">
          <p class="basis-name">
            {basis.standing && <Badge standing={basis.standing} />}{" "}
            {basis.url === null ? (
              <strong>{basis.document}</strong>
            ) : (
              <a href={basis.url} target="_blank">
                {basis.document}
              </a>
            )}
          </p>
          {basis.title !== "" && <p class="basis-title">{basis.title}</p>}
          <p class="validity">{basis.validity}</p>
          {basis.places.map((place) => (
            <PlaceView place={place} />
          ))}
        </div>
      ))}
    </div>
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
          <a href={place.url} target="_blank">
            {texts.openInDocument}
          </a>
        </p>
      )}
    </details>
  );
}
