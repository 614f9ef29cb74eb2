/**
 * Does one thing after the other for each key, and things of different keys at the same time. Work that fails keeps
 * nobody from their turn; whoever waits for it is told.
 */
export function inTurn(): (key: string, work: () => Promise<void>) => Promise<void> {
  /** the last work of each key that is in hand */
  const tails = new Map<string, Promise<void>>();
  return (key, work) => {
    const working = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, working);
    const done = () => {
      if (tails.get(key) === working) tails.delete(key);
    };
    working.then(done, done);
    return working;
  };
}
