import { Hono, type Context } from "hono";
import { decode } from "./decode.ts";
import type { Accept, Inbox } from "./inbox.ts";
import { LARGEST_BODY, type OaAccount, type Usual } from "./settings.ts";
import { isSigned, SIGNATURE_HEADER, TIMESTAMP_HEADER } from "./signature.ts";
import type { Standing } from "./standing.ts";
import { OperatorError } from "../../errors.ts";

interface Parts {
  settings: Usual;
  accounts: ReadonlyMap<string, { account: OaAccount; inbox: Inbox; standing: Standing }>;
  /** null until the channel listens */
  accept: () => Accept | null;
  onError: (error: unknown) => void;
}

/** What Zalo sends while the address of the webhook is being saved. */
const PROBE = "{}";

const MOST_READ = 5 * LARGEST_BODY;

/** `POST /zalo-oa/<OA id>`. Nothing is told to have arrived before it is stored. */
export function createWebhook({ settings, accounts, accept, onError }: Parts): Hono {
  const app = new Hono();
  app.post("/zalo-oa/:account", async (c) => {
    const found = accounts.get(c.req.param("account"));
    if (!found) return c.text("no such account", 404);
    const { account, inbox, standing } = found;
    const body = await bodyOf(c.req.raw).catch(() => null);
    if (!body) return c.text("too large", 413);
    const words = Buffer.from(body).toString("utf8");
    if (words.trim() === PROBE) return ok(c);
    const signature = c.req.header(SIGNATURE_HEADER);
    const timestampHeader = c.req.header(TIMESTAMP_HEADER);
    if (!isSigned({ body, signature, timestampHeader }, account, settings.signature)) {
      standing.begins("wrong_signature");
      return c.text("wrong signature", 401);
    }
    standing.ends("wrong_signature");
    const read = decode(parsed(words), account.oaId);
    switch (read.kind) {
      case "nothing":
        return ok(c);
      case "elsewhere":
        standing.begins("other_account");
        return ok(c);
      case "broken":
        // Sent again it would be no better, and Zalo switches off a webhook that keeps failing.
        onError(new OperatorError(`zalo-oa ${account.oaId}: an event that cannot be read`));
        return ok(c);
      case "message": {
        const store = accept();
        if (!store) return c.text("not listening yet", 503);
        const work = inbox.take(read.message, store);
        // What a database says may repeat what was to be stored.
        work.then(
          () => {
            standing.ends("not_stored");
          },
          () => {
            standing.begins("not_stored");
          },
        );
        return (await inTime(work, settings.answerMs)) ? ok(c) : c.text("not stored yet", 503);
      }
    }
  });
  return app;
}

/**
 * The bytes as they came; null when they are too many. Rejects when the sender hangs up. What is too much is read and thrown away, within reason:
 * whoever is still writing would never see the answer.
 */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const body = request.body as ReadableStream<Uint8Array> | null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes <= LARGEST_BODY) chunks.push(chunk);
    else if (bytes > MOST_READ) break;
  }
  return bytes <= LARGEST_BODY ? Buffer.concat(chunks) : null;
}

function ok(c: Context): Response {
  return c.text("ok", 200);
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/** Whether it was done in that time, without failing. */
async function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, ms);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
