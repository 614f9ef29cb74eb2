import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerWith, faultScript, type FaultScript } from "./faults.ts";
import { callWebhook, listening } from "./http.ts";
import { readBody, type Body } from "./telegram/body.ts";
import { createChats, type Chats, type Refusal } from "./telegram/chats.ts";
import { createUpdates, type Updates } from "./telegram/queue.ts";
import { canaries } from "../support/canaries.ts";

/** Telegram for one bot: the Bot API, and files at an address of their own. */
export interface TelegramDouble {
  readonly url: string;
  readonly fileUrl: string;
  readonly account: string;
  readonly token: string;
  readonly username: string;
  /** calls with the right token, oldest first */
  readonly calls: readonly Call[];
  /** methods called with a wrong token */
  readonly rejected: readonly string[];
  /** by method: "getUpdates", "sendMessage", …, and "file" */
  readonly faults: FaultScript;
  readonly chats: Chats;
  readonly updates: Updates;
  readonly webhook: { url: string; secret: string } | null;
  readonly commands: readonly { command: string; description: string }[];
  /** buttons that no longer look busy */
  readonly settled: readonly string[];
  /** Something happened: brought to the webhook, whose status comes back, or kept for polls (null). */
  bring(update: { update_id: number }): Promise<number | null>;
  /** somebody else sets or removes the webhook */
  pointWebhookTo(url: string | null): void;
  /** what Telegram says about its last call of the webhook */
  webhookFailedAt(seconds: number): void;
  /** from now on another token is the right one */
  changeToken(token: string): void;
  /** keeps a file that people send; returns its id */
  addFile(content: Uint8Array, path: string): string;
  stop(): Promise<void>;
}

interface Call {
  method: string;
  body: Body;
  /** when it came */
  at: number;
}

const SHAPE = /^\d+:[\w-]{16,}$/;

export async function startTelegram(token: string = canaries.telegramToken): Promise<TelegramDouble> {
  const account = token.slice(0, token.indexOf(":"));
  const username = `nscl_${account}_bot`;
  const calls: Call[] = [];
  const rejected: string[] = [];
  const settled: string[] = [];
  const faults = faultScript();
  const chats = createChats();
  const updates = createUpdates();
  const files: { path: string; content: Uint8Array }[] = [];
  let commands: { command: string; description: string }[] = [];
  let rightToken = token;
  let webhook: { url: string; secret: string } | null = null;
  let webhookFailedAt: number | null = null;

  const api = createServer((request, response) => {
    void serve(request, response).catch(() => request.socket.destroy());
  });
  const shelf = createServer((request, response) => {
    void serveFile(request, response);
  });
  const [url, fileUrl] = await Promise.all([listening(api), listening(shelf)]);

  return {
    url,
    fileUrl,
    account,
    token,
    username,
    calls,
    rejected,
    faults,
    chats,
    updates,
    settled,
    get webhook() {
      return webhook;
    },
    get commands() {
      return commands;
    },
    async bring(update) {
      const chat = /"chat":\{"id":(-?\d+)/.exec(JSON.stringify(update))?.[1];
      if (chat !== undefined) chats.known.add(chat);
      if (webhook !== null)
        return callWebhook(webhook.url, { "x-telegram-bot-api-secret-token": webhook.secret }, update);
      updates.add(update);
      return null;
    },
    pointWebhookTo(other) {
      webhook = other === null ? null : { url: other, secret: "somebody-elses" };
    },
    webhookFailedAt(seconds) {
      webhookFailedAt = seconds;
    },
    changeToken(other) {
      rightToken = other;
    },
    addFile(content, path) {
      files.push({ path, content });
      return `file${files.length - 1}`;
    },
    async stop() {
      for (const server of [api, shelf]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    if (given !== rightToken) {
      rejected.push(method);
      answer(response, SHAPE.test(given) ? error(401, "Unauthorized") : error(404, "Not Found"));
      return;
    }
    const body = await readBody(request);
    calls.push({ method, body, at: performance.now() });
    const fault = faults.take(method);
    if (fault?.kind === "status" || fault?.kind === "reset") {
      await answerWith(fault, request, response, () => ({}));
      return;
    }
    const answered = await act(method, body, response);
    if (response.destroyed) return;
    if (fault) await answerWith(fault, request, response, () => answered.body);
    else answer(response, answered);
  }

  async function act(method: string, body: Body, response: ServerResponse): Promise<Answer> {
    switch (method) {
      case "getMe":
        return ok({ id: Number(account), is_bot: true, first_name: "NSCL", username });
      case "getUpdates":
        return getUpdates(body, response);
      case "setWebhook":
        return setWebhook(body);
      case "deleteWebhook":
        webhook = null;
        return ok(true);
      case "getWebhookInfo":
        return ok({
          url: webhook?.url ?? "",
          has_custom_certificate: false,
          pending_update_count: updates.waiting(),
          ...(webhookFailedAt !== null && {
            last_error_date: webhookFailedAt,
            last_error_message: "Bad Gateway",
          }),
        });
      case "setMyCommands":
        return setMyCommands(body);
      case "sendMessage":
      case "sendDocument": {
        const put = chats.put(method, body);
        return "code" in put
          ? refused(put)
          : ok({ message_id: put.id, date: 1_760_000_000, chat: { id: put.chat } });
      }
      case "sendMessageDraft": {
        const refusal = chats.draft(body);
        return refusal ? refused(refusal) : ok(true);
      }
      case "answerCallbackQuery":
        settled.push(String(body["callback_query_id"]));
        return ok(true);
      case "sendChatAction":
        return ok(true);
      case "getFile": {
        const file = files[Number(String(body["file_id"]).slice("file".length))];
        if (!file) return error(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
        if (file.content.byteLength > 20_000_000) return error(400, "Bad Request: file is too big");
        return ok({ file_id: body["file_id"], file_unique_id: "u", file_path: file.path });
      }
      default:
        return error(404, "Not Found: method not found");
    }
  }

  async function getUpdates(body: Body, response: ServerResponse): Promise<Answer> {
    if (webhook !== null)
      return error(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    const found = await updates.poll(body, () => response.destroyed);
    return found === "conflict"
      ? error(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        )
      : ok(found);
  }

  function setWebhook(body: Body): Answer {
    const secret = body["secret_token"];
    if (typeof secret !== "string" || !/^[\w-]{1,256}$/.test(secret))
      return error(400, "Bad Request: secret token contains unallowed characters");
    webhook = { url: String(body["url"]), secret };
    return ok(true);
  }

  function setMyCommands(body: Body): Answer {
    const given = body["commands"] as typeof commands;
    const isWrong = given.some(
      ({ command, description }) =>
        !/^[a-z0-9_]{1,32}$/.test(command) || description === "" || description.length > 256,
    );
    if (isWrong || given.length > 100) return error(400, "Bad Request: BOT_COMMAND_INVALID");
    commands = given;
    return ok(true);
  }

  async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, path = ""] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    const file = files.find((one) => one.path === decodeURIComponent(path));
    const fault = faults.take("file");
    if (fault) await answerWith(fault, request, response, () => ({}));
    else if (given !== rightToken || !file) response.writeHead(404).end("Not Found");
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(file.content);
  }
}

interface Answer {
  status: number;
  body: unknown;
}

function ok(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } };
}

function error(code: number, description: string): Answer {
  return { status: code, body: { ok: false, error_code: code, description } };
}

function refused({ code, description, parameters }: Refusal): Answer {
  return {
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
