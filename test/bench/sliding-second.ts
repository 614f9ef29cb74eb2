/** The most moments (milliseconds, in their order) that any second holds, wherever it begins. */
export function highestSecond(moments: readonly number[]): number {
  let highest = 0;
  for (let from = 0, to = 0; to < moments.length; to++) {
    while ((moments[to] ?? 0) - (moments[from] ?? 0) >= 1000) from++;
    highest = Math.max(highest, to - from + 1);
  }
  return highest;
}
