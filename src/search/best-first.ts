/** The numbers of the `count` best positive scores, best first; equal scores by lower number. */
export function bestFirst(scores: Float32Array, count: number): number[] {
  if (count <= 0) return [];
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= 0) continue;
    if (heap.length < count) {
      heap.push(i);
      rise(heap, worse);
    } else if (worse(heap[0] ?? 0, i)) {
      heap[0] = i;
      sink(heap, worse);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}

type Worse = (a: number, b: number) => boolean;

/** Lifts the last element of a heap whose top is the worst to its place. */
function rise(heap: number[], worse: Worse): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], worse: Worse): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && worse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
    }
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
