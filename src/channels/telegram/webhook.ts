import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Bot } from "./bot.ts";
import type { Accept } from "./receive.ts";
import { LARGEST_BODY, webhookPath } from "./settings.ts";

interface WebhookParts {
  bots: ReadonlyMap<string, Bot>;
  secret: string;
  /** null while nobody listens */
  accept: () => Accept | null;
}

/** Where Telegram brings updates: who calls is checked first, and it is answered only once the message is stored. */
export function createWebhook({ bots, secret, accept }: WebhookParts): Hono {
  const app = new Hono();
  const path = webhookPath(":account");

  app.use(path, async (c, next) => {
    if (!isSame(c.req.header("x-telegram-bot-api-secret-token") ?? "", secret))
      return c.json({ ok: false }, 401);
    return next();
  });
  app.use(path, bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json({ ok: false }, 413) }));
  app.post(path, async (c) => {
    const bot = bots.get(c.req.param("account") ?? "");
    if (!bot) return c.json({ ok: false }, 404);
    const update: unknown = await c.req.json().catch(() => undefined);
    if (update === undefined) return c.json({ ok: false }, 400);
    const store = accept();
    if (!store) return c.json({ ok: false }, 503);
    try {
      await bot.take(update, store);
    } catch {
      // Told to the log where it happened; Telegram brings it again.
      return c.json({ ok: false }, 500);
    }
    return c.json({ ok: true });
  });
  return app;
}

/** Takes the same time wherever the two begin to differ, and however long they are. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
