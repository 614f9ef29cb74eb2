/** The score of an entry from its comparison with the question. */
export function rerankScore(features: Float64Array): number {
  return (
    (features[0] ?? 0) +
    0.3 * (features[7] ?? 0) +
    0.2 * (features[8] ?? 0) +
    0.3 * (features[16] ?? 0) +
    0.2 * (features[17] ?? 0)
  );
}
