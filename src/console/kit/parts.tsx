import type { Child, PropsWithChildren } from "hono/jsx";
import { kitTexts } from "./texts.ts";
import type { Tile } from "../feature.ts";

export type Tone = "plain" | "good" | "waiting" | "bad";

/** A state in words; colour and shape only repeat it. */
export function Badge({ tone = "plain", children }: PropsWithChildren<{ tone?: Tone }>) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {tiles.map(({ label, value, href, tone = "quiet" }) => (
        <li>
          <a class={`tile ${tone}`} href={href}>
            <strong>{value.toLocaleString("vi-VN")}</strong> {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Names and values of one thing. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Long work on its way: asks `path` (a part that draws this again) every two seconds until `done` reaches `total`;
 * without scripts the page is loaded again by hand.
 */
export function Progress({
  id,
  path,
  label,
  done,
  total,
}: {
  id: string;
  path: string;
  label: string;
  done: number;
  total: number;
}) {
  const polling =
    done < total
      ? { "hx-get": path, "hx-trigger": "every 2s", "hx-swap": "outerHTML", "hx-target": `#${id}` }
      : {};
  return (
    <div class="progress" id={id} role="status" {...polling}>
      <label for={`${id}-tien-do`}>{label}</label>
      <progress id={`${id}-tien-do`} value={done} max={Math.max(total, 1)}></progress>
      <p class="meta">{kitTexts.progress(done, total)}</p>
    </div>
  );
}
