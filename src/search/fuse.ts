/** An entry that lies near a question in meaning, as a dense index found it. */
export interface Near {
  /** of the entry */
  id: string;
  /** cosine of the angle between question and entry; comparable within one question only */
  closeness: number;
}

/** What a dense index found for a question, and how much it counts. */
export interface DenseHits {
  /** nearest first */
  near: readonly Near[];
  /** points of the reranker that the nearest gets; see `DENSE_WEIGHT` */
  weight: number;
}

/**
 * The points each entry gets for its nearness: the nearest gets all of the weight, the last of the list none. Cosines of
 * different embedding models lie on different scales (0.7 is near for one, far for another), so only the place between
 * the first and the last of one list counts.
 * @param entryOf number of an entry; undefined for one the index does not hold
 */
export function densePoints(
  { near, weight }: DenseHits,
  entryOf: (id: string) => number | undefined,
): ReadonlyMap<number, number> {
  const points = new Map<number, number>();
  const closenesses = near.map(({ closeness }) => closeness);
  const first = Math.max(...closenesses);
  const spread = first - Math.min(...closenesses);
  if (weight <= 0 || !(spread > 0)) return points;
  for (const { id, closeness } of near) {
    const entry = entryOf(id);
    if (entry === undefined) continue;
    const share = 1 - (first - closeness) / spread;
    points.set(entry, Math.max(points.get(entry) ?? 0, weight * share));
  }
  return points;
}
