import type { Standing } from "./standing.ts";

/** Status in words; colour and shape only repeat them. */
export function Badge({ standing }: { standing: Standing }) {
  return <span class={`badge ${standing.tone}`}>{standing.words}</span>;
}
