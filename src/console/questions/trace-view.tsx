import type { FoundTrace, Trace } from "../../answer/trace.ts";
import { Facts } from "../kit/parts.tsx";
import { ITEMS } from "../paths.ts";
import { questionTexts as texts } from "./texts.ts";

/** How an answer came about, step by step in plain words. */
export function HowItCame({ trace }: { trace: Trace }) {
  const { heard, restored, earlier, searched, asks, route, decision, rule, found, staff, said, dropped } =
    trace;
  const asking = asks.map((one) => texts.asking[one]).join(", ");
  return (
    <section aria-label={texts.how}>
      <h2>{texts.how}</h2>
      <Facts
        facts={[
          [texts.route, texts.routes[route]],
          [texts.decision, texts.decisions[decision]],
          ...(rule === null || route === "staff_answer" ? [] : [[texts.rule, rule] as const]),
        ]}
      />
      <Facts
        facts={[
          [texts.heard, heard],
          ...shown(texts.restored, restored),
          ...shown(texts.earlier, earlier),
          ...shown(texts.searched, searched),
          ...shown(texts.asks, asking),
        ]}
      />
      <h3>{texts.found}</h3>
      {found.length === 0 ? <p class="meta">{texts.nothingFound}</p> : <Found found={found} />}
      <Judged judged={trace.judged} />
      {staff.length > 0 && (
        <>
          <h3>{texts.staff}</h3>
          <ul>
            {staff.map(({ item, likeness }) => (
              <li>
                <a href={`${ITEMS}/${item}`}>{texts.seeItem}</a> ({texts.likeness(share(likeness))})
              </li>
            ))}
          </ul>
        </>
      )}
      {said.length > 0 && (
        <>
          <h3>{texts.used}</h3>
          {said.map(({ document, section, units }) => (
            <>
              <p class="meta">
                {document}, {section}
              </p>
              <Lines lines={units} />
            </>
          ))}
        </>
      )}
      {dropped.length > 0 && (
        <>
          <h3>{texts.dropped}</h3>
          <Lines lines={dropped} />
        </>
      )}
    </section>
  );
}

function Found({ found }: { found: readonly FoundTrace[] }) {
  return (
    <div class="table-frame cards" tabindex={0} role="region" aria-label={texts.found}>
      <table>
        <caption class="unseen">{texts.found}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.document}</th>
            <th scope="col">{texts.section}</th>
            <th scope="col">{texts.validity}</th>
            <th scope="col" class="numeric">
              {texts.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ document, section, score, validity }) => (
            <tr>
              <td data-label={texts.document}>{document}</td>
              <td data-label={texts.section}>{section}</td>
              <td data-label={texts.validity}>{texts.validities[validity]}</td>
              <td data-label={texts.score} class="numeric">
                {score.toLocaleString("vi-VN")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Judged({ judged }: { judged: Trace["judged"] }) {
  if (judged === null) return <></>;
  const measured = Object.entries(judged.evidence);
  return (
    <>
      <p>{texts.confidence(share(judged.confidence), share(judged.needed))}</p>
      {measured.length > 0 && (
        <details>
          <summary>{texts.measured}</summary>
          <Facts
            facts={measured.map(([name, value]) => [
              texts.evidence[name] ?? name,
              value.toLocaleString("vi-VN"),
            ])}
          />
        </details>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function shown(label: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null || value === "" ? [] : [[label, value]];
}

function share(value: number): string {
  return `${Math.round(value * 100).toLocaleString("vi-VN")}%`;
}
