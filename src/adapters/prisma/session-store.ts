import type { SessionStore } from "../../channels/zalo-personal/session.ts";
import type { Database } from "./client.ts";
import type { Seal } from "./sealed.ts";

/** Logins of personal accounts in the Setting table. One that cannot be opened any more loads as an empty text. */
export function createSessionStore({ client }: Database, seal: Seal, now = () => new Date()): SessionStore {
  return {
    async load(account) {
      const key = keyOf(account);
      const setting = await client.setting.findUnique({ where: { key } });
      return setting && (seal.open(setting.value, key) ?? "");
    },
    async save(account, session) {
      const key = keyOf(account);
      const row = { value: seal.seal(session, key), updatedAt: now() };
      await client.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    },
  };
}

function keyOf(account: string): string {
  return `zalo-personal.session.${account}`;
}
