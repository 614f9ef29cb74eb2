/** How many streams each network address holds open. */
export interface StreamCount {
  /** counts one more and gives what ends it; null where there are too many */
  open: (caller: string) => (() => void) | null;
}

export function createStreamCount(most: number): StreamCount {
  const counts = new Map<string, number>();
  return {
    open(caller) {
      const count = counts.get(caller) ?? 0;
      if (count >= most) return null;
      counts.set(caller, count + 1);
      return () => {
        const left = (counts.get(caller) ?? 1) - 1;
        if (left > 0) counts.set(caller, left);
        else counts.delete(caller);
      };
    },
  };
}
