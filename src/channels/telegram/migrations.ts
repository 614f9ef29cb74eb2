/** Which groups have another id now. Telegram keeps refusing the old one, so forgetting costs one call a chat. */
export interface Migrations {
  /** false when it was known already */
  learn(from: string, to: string): boolean;
  newIdOf(chatId: string): string;
}

const REMEMBERED = 1_000;

export function createMigrations(): Migrations {
  const known = new Map<string, string>();
  return {
    learn(from, to) {
      if (from === to || known.get(from) === to) return false;
      known.set(from, to);
      for (const oldest of known.keys()) {
        if (known.size <= REMEMBERED) break;
        known.delete(oldest);
      }
      return true;
    },
    newIdOf: (chatId) => known.get(chatId) ?? chatId,
  };
}
