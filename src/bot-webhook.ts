import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { IncomingMessage } from "./conversation/message.ts";

type Accept = (message: IncomingMessage) => Promise<boolean>;

interface BotWebhookParts {
  /** with `:account`, which names the bot */
  path: string;
  /** the header in which the platform shows the secret that it was given */
  header: string;
  secret: string;
  largestBody: number;
  /** what the platform means by a body; undefined for one that cannot be read */
  read: (body: string) => unknown;
  /** `take` throws, and tells the log, when an update could not be stored */
  bots: ReadonlyMap<string, { take: (update: unknown, accept: Accept) => Promise<void> }>;
  /** null while nobody listens */
  accept: () => Accept | null;
}

/** Where a platform brings updates: who calls is checked first, and it is answered only once the message is stored. */
export function createBotWebhook(parts: BotWebhookParts): Hono {
  const { path, header, secret, largestBody, read, bots, accept } = parts;
  const app = new Hono();
  app.use(path, async (c, next) =>
    isSame(c.req.header(header) ?? "", secret) ? next() : c.json({ ok: false }, 401),
  );
  app.use(path, bodyLimit({ maxSize: largestBody, onError: (c) => c.json({ ok: false }, 413) }));
  app.post(path, async (c) => {
    const bot = bots.get(c.req.param("account") ?? "");
    if (!bot) return c.json({ ok: false }, 404);
    const body = await c.req.text().catch(() => null);
    const update = body === null ? undefined : read(body);
    if (update === undefined) return c.json({ ok: false }, 400);
    const store = accept();
    if (!store) return c.json({ ok: false }, 503);
    try {
      await bot.take(update, store);
    } catch {
      // Told to the log where it happened; the platform brings it again.
      return c.json({ ok: false }, 500);
    }
    return c.json({ ok: true });
  });
  return app;
}

/** undefined for what is no JSON */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Takes the same time wherever the two begin to differ, and however long they are. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
