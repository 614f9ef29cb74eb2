import { pause } from "../../conversation/pause.ts";
import type { Client } from "./client.ts";
import { UPDATES } from "./decode.ts";
import type { Failure } from "./failures.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";

interface HookParts {
  client: Client;
  standing: Standing;
  url: string;
  secret: string;
  /** how often it is looked whether it is still there */
  everyMs: number;
  onSet: () => void;
  signal: AbortSignal;
}

/** Two programs that take the webhook from each other do so no faster than this. */
const AGAIN_MS = 5_000;

/** Sets the webhook and watches over it; ends with what went wrong. */
export async function keepWebhook(parts: HookParts): Promise<Failure> {
  const { client, standing, url, secret, everyMs, signal } = parts;
  // Set at every start: the secret may be a new one, and it cannot be read back.
  let isSet = false;
  let lastError = 0;
  while (!signal.aborted) {
    if (!isSet) {
      const set = await client.call(
        (api, abort) => api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES }, abort),
        signal,
      );
      if (set.kind === "failed") return set.failure;
      isSet = true;
    }
    const info = await client.call((api, abort) => api.getWebhookInfo(abort), signal);
    if (info.kind === "failed") return info.failure;
    parts.onSet();
    const { url: found, last_error_date: failedAt = 0 } = info.result;
    if (found !== url) {
      isSet = false;
      standing.set("webhook", "waiting", texts.standing.webhookElsewhere);
      await pause(Math.min(everyMs, AGAIN_MS), signal, new Set());
      continue;
    }
    // Telegram keeps the last error for ever: only a new one says that something is wrong now.
    if (failedAt > lastError && lastError > 0)
      standing.set("webhook", "waiting", texts.standing.webhookFailing);
    else standing.well("webhook");
    lastError = Math.max(failedAt, 1);
    await pause(everyMs, signal, new Set());
  }
  return { kind: "stopped" };
}
