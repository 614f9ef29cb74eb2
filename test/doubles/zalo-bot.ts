import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerWith, faultScript, type FaultScript } from "./faults.ts";
import { callWebhook, listening, readAll } from "./http.ts";
import { canaries } from "../support/canaries.ts";

/** The Zalo Bot Platform for one bot, as far as notes and third parties describe it. */
export interface ZaloBotDouble {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  /** calls with the right token, oldest first */
  readonly calls: readonly Call[];
  /** calls with a wrong token */
  readonly rejected: readonly string[];
  /** what arrived, in order */
  readonly sent: readonly Sent[];
  /** chats that can be written to: of people who wrote */
  readonly known: Set<string>;
  /** by method: "getUpdates", "sendMessage", … */
  readonly faults: FaultScript;
  readonly webhook: { url: string; secret: string } | null;
  /** Something happened in a chat: brought to the webhook, whose status comes back, or kept for polls (null). */
  bring(update: unknown): Promise<number | null>;
  /** resolves when everything handed out by polls was followed by another poll */
  polledDry(): Promise<void>;
  /** polls that were held open while another one was */
  readonly clashes: number;
  /** somebody else sets or removes the webhook */
  pointWebhookTo(url: string | null): void;
  /** From now on another token is the right one. */
  changeToken(token: string): void;
  /** messages this bot may still send before it gets 429 */
  allowance: number;
  /** answers to a wrong token come as a page, not as JSON */
  pagesForStrangers: boolean;
  /** a picture people can send; returns its address */
  addPhoto(content: Uint8Array): string;
  stop(): Promise<void>;
}

interface Call {
  method: string;
  body: Record<string, unknown>;
}

interface Sent {
  chat: string;
  text: string;
  id: string;
}

const LONGEST_TEXT = 2_000;

export async function startZaloBot(token: string = canaries.zaloBotToken): Promise<ZaloBotDouble> {
  const account = token.slice(0, token.indexOf(":"));
  const calls: Call[] = [];
  const rejected: string[] = [];
  const sent: Sent[] = [];
  const faults = faultScript();
  const queue: unknown[] = [];
  const known = new Set<string>();
  const photos: Uint8Array[] = [];
  const sockets = new Set<() => void>();
  let rightToken = token;
  let webhook: { url: string; secret: string } | null = null;
  let handedOut = 0;
  let followed = 0;
  let clashes = 0;

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => request.socket.destroy());
  });
  const url = await listening(server);

  const double: ZaloBotDouble = {
    url,
    account,
    token,
    calls,
    rejected,
    sent,
    known,
    faults,
    get webhook() {
      return webhook;
    },
    get clashes() {
      return clashes;
    },
    allowance: Number.POSITIVE_INFINITY,
    pagesForStrangers: false,
    async bring(update) {
      const chat = chatOf(update);
      if (chat !== null) known.add(chat);
      if (webhook === null) {
        queue.push(update);
        for (const wake of sockets) wake();
        return null;
      }
      return callWebhook(webhook.url, secretOf(webhook), update);
    },
    async polledDry() {
      while (queue.length > 0 || followed < handedOut) await new Promise((resolve) => setTimeout(resolve, 2));
    },
    pointWebhookTo(other) {
      webhook = other === null ? null : { url: other, secret: "somebody else's" };
    },
    changeToken(other) {
      rightToken = other;
    },
    addPhoto(content) {
      photos.push(content);
      return `${url}/photos/${photos.length - 1}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return double;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const photo = /^\/photos\/(\d+)$/.exec(path)?.[1];
    if (photo !== undefined) {
      response.writeHead(200, { "content-type": "image/jpeg" }).end(photos[Number(photo)]);
      return;
    }
    const [, given = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (given !== rightToken) {
      rejected.push(method);
      stranger(response);
      return;
    }
    const body = JSON.parse((await readAll(request)).toString() || "{}") as Record<string, unknown>;
    calls.push({ method, body });
    const fault = faults.take(method);
    if (method === "getUpdates") {
      followed = handedOut;
      if (fault === undefined || fault.kind === "drop" || fault.kind === "slow")
        await untilUpdate(response, Number(body["timeout"] ?? 30) * 1000);
      if (response.destroyed) return;
    }
    const answer = method === "setWebhook" && fault === undefined ? await setWebhook(body) : undefined;
    await answerWith(fault, request, response, () => answer ?? act(method, body));
  }

  function act(method: string, body: Record<string, unknown>): unknown {
    switch (method) {
      case "getMe":
        return ok({ id: account, account_name: "bot.nscl", account_type: "BASIC", can_join_groups: true });
      case "getUpdates":
        return nextUpdate();
      case "setWebhook":
        webhook = { url: String(body["url"]), secret: String(body["secret_token"]) };
        return ok({ url: webhook.url, updated_at: 1749538250568 });
      case "deleteWebhook":
        webhook = null;
        return ok({ url: "", updated_at: 1749538250568 });
      case "getWebhookInfo":
        return ok({ url: webhook?.url ?? "", updated_at: 1749538250568 });
      case "sendMessage":
        return sendMessage(body);
      default:
        return error(404, "Not found");
    }
  }

  /** The address is kept even when calling it for a try fails. */
  async function setWebhook(body: Record<string, unknown>): Promise<unknown> {
    const secret = body["secret_token"];
    if (typeof secret !== "string" || secret.length < 8 || secret.length > 256)
      return error(400, "Bad request: secret_token must be 8 to 256 characters");
    const done = act("setWebhook", body);
    return webhook !== null && (await callWebhook(webhook.url, secretOf(webhook), {})) === 200
      ? done
      : error(400, "Bad request: webhook verification failed");
  }

  /** One update, no offset: what is handed out is forgotten. */
  function nextUpdate(): unknown {
    if (webhook !== null || queue.length === 0) return error(408, "Request timeout");
    handedOut++;
    const update = queue.shift();
    return isWrapped(update) ? update : ok(update);
  }

  function sendMessage({ chat_id: chat, text }: Record<string, unknown>): unknown {
    if (typeof text !== "string" || text.length === 0 || text.length > LONGEST_TEXT)
      return error(400, "Bad request: text must be 1 to 2000 characters");
    if (typeof chat !== "string" || !known.has(chat)) return error(404, "Not found: chat_id");
    if (double.allowance <= 0) return error(429, "Quota exceeded");
    double.allowance--;
    const id = `sent${sent.length + 1}`;
    sent.push({ chat, text, id });
    return ok({ message_id: id, date: Date.now() });
  }

  function untilUpdate(response: ServerResponse, ms: number): Promise<void> {
    if (sockets.size > 0) clashes++;
    return new Promise((resolve) => {
      const done = () => {
        if (queue.length === 0 && !response.destroyed && !late) return;
        clearTimeout(timer);
        sockets.delete(done);
        resolve();
      };
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        done();
      }, ms);
      sockets.add(done);
      response.once("close", done);
      if (webhook === null) done();
    });
  }

  function stranger(response: ServerResponse): void {
    if (double.pagesForStrangers) {
      response.writeHead(401, { "content-type": "text/html" }).end("<html>Unauthorized</html>");
      return;
    }
    response.writeHead(401, { "content-type": "application/json" });
    response.end(JSON.stringify(error(401, "Unauthorized")));
  }
}

function secretOf({ secret }: { secret: string }): Record<string, string> {
  return { "x-bot-api-secret-token": secret };
}

interface Said {
  id: string;
  text: string;
  chat?: string;
  sender?: string;
  name?: string;
  isGroup?: boolean;
}

/** A text message as the platform brings it. */
export function textUpdate({ id, text, chat = "6ede9afa66b88fe6d6a9", sender = chat, name, isGroup }: Said) {
  return {
    event_name: "message.text.received",
    message: {
      from: { id: sender, display_name: name ?? "Trần Thị B", is_bot: false },
      chat: { id: chat, chat_type: isGroup === true ? "GROUP" : "PRIVATE" },
      text,
      message_id: id,
      date: 1760000000000,
    },
  };
}

function chatOf(update: unknown): string | null {
  const found = /"chat":\{"id":"([^"]+)"/.exec(JSON.stringify(update));
  return found?.[1] ?? null;
}

function isWrapped(update: unknown): boolean {
  return typeof update === "object" && update !== null && "result" in update;
}

function ok(result: unknown) {
  return { ok: true, result };
}

/** Errors come with HTTP 200. */
function error(code: number, description: string) {
  return { ok: false, error_code: code, description };
}
