import { Hono } from "hono";
import type { ChannelInUse } from "./channels.ts";
import type { AccountState } from "./conversation/standing.ts";

interface ReadinessParts {
  /** never throws, and answers within seconds */
  databaseAnswers: () => Promise<boolean>;
  channels: readonly ChannelInUse[];
  /** how the language model stands; null where none is set up */
  model: () => AccountState | null;
  /** how dense search stands, likewise */
  dense: () => AccountState | null;
  /** how what hears voice messages stands; null where nothing does */
  voice: () => AccountState | null;
}

const DATABASE_AWAY =
  "Cơ sở dữ liệu không trả lời: kiểm tra máy chủ cơ sở dữ liệu, DATABASE_URL hoặc thư mục dữ liệu.";

/**
 * `/readyz`: whether messages can be taken, which needs the database and nothing else, and how each account, the
 * model and dense search stand. An account that is stopped is no reason to take the others away.
 */
export function createReadiness({ databaseAnswers, channels, model, dense, voice }: ReadinessParts): Hono {
  const app = new Hono();
  app.get("/readyz", async (c) => {
    const isReady = await databaseAnswers();
    const states = channels.map(({ channel, status }) => ({ channel: channel.name, accounts: status() }));
    const body = {
      status: isReady ? "ok" : "unavailable",
      why: isReady ? null : DATABASE_AWAY,
      channels: states,
      model: model(),
      dense: dense(),
      voice: voice(),
    };
    return c.json(body, isReady ? 200 : 503, { "Cache-Control": "no-store" });
  });
  return app;
}
