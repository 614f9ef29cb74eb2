import { isRecord, type Client } from "./client.ts";
import type { Failure } from "./failures.ts";
import type { Standing } from "./standing.ts";
import { texts } from "./texts.ts";

/** Sees to it that messages come the way we listen: webhook and polling exclude each other without a word. */
export interface InboundGuard {
  /** Called at the start and from time to time; null when messages can come. */
  look(signal: AbortSignal): Promise<Failure | null>;
}

/** Keeps the webhook where it belongs. */
export function guardWebhook(client: Client, standing: Standing, url: string, secret: string): InboundGuard {
  // At the start it is always set: the secret may be a new one, and cannot be read back.
  let isSet = false;
  return {
    async look(signal) {
      if (isSet) {
        const found = await registeredUrl(client, signal);
        if (found.kind === "failed") return found.failure;
        if (found.url === url) return null;
        isSet = false;
        standing.set("webhook", "waiting", texts.standing.webhookElsewhere);
      }
      const set = await client.call("setWebhook", { url, secret_token: secret }, { signal });
      if (set.kind === "failed" && isHopeless(set.failure)) return set.failure;
      // Zalo keeps the address even when calling it for a try failed, so only looking tells.
      const found = await registeredUrl(client, signal);
      if (found.kind === "failed") return found.failure;
      isSet = found.url === url && set.kind === "ok";
      if (isSet) standing.well("webhook");
      else {
        const why = found.url === url ? texts.standing.webhookUnverified : texts.standing.webhookNotSet;
        standing.set("webhook", "waiting", why);
      }
      return set.kind === "failed" && found.url !== url ? set.failure : null;
    },
  };
}

/** Keeps webhooks away: with one, polls stay empty for ever and nobody says why. */
export function guardPolling(client: Client, standing: Standing): InboundGuard {
  return {
    async look(signal) {
      const found = await registeredUrl(client, signal);
      if (found.kind === "failed") return found.failure;
      if (found.url === "") {
        standing.well("webhook");
        return null;
      }
      standing.set("webhook", "waiting", texts.standing.webhookInTheWay);
      const removed = await client.call("deleteWebhook", {}, { signal });
      if (removed.kind === "failed") return removed.failure;
      standing.well("webhook");
      return null;
    },
  };
}

/** Another attempt at the same will not help. */
export function isHopeless({ kind }: Failure): boolean {
  return kind === "token" || kind === "not_found" || kind === "stopped";
}

async function registeredUrl(
  client: Client,
  signal: AbortSignal,
): Promise<{ kind: "ok"; url: string } | { kind: "failed"; failure: Failure }> {
  const info = await client.call("getWebhookInfo", {}, { signal });
  if (info.kind === "failed") return info;
  const url = isRecord(info.result) ? info.result["url"] : null;
  return { kind: "ok", url: typeof url === "string" ? url : "" };
}
