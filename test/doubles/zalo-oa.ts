import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerWith, faultScript, type FaultScript } from "./faults.ts";
import { listening, readAll } from "./http.ts";
import { canaries } from "../support/canaries.ts";

/** The platform's side of one Official Account, as notes/channels.md describes it. */
export interface ZaloOaDouble {
  url: string;
  account: { oaId: string; appId: string; appSecret: string; oaSecret: string };
  /** the refresh token that is good now; each is good once */
  refreshToken(): string;
  accessToken(): string;
  /** an administrator authorises the app anew */
  authorise(): string;
  /** Zalo no longer takes the access token */
  endAccess(): void;
  refreshCalls(): number;
  /** how the next refreshes and sends go wrong: routes "oauth", "cs", "template", "media" */
  faults: FaultScript;
  requests: readonly Recorded[];
  /** what a person sees of the account, oldest first */
  seenBy(userId: string): readonly Seen[];
  serveMedia(name: string, content: Uint8Array): string;
  /** a template that Zalo approved */
  approve(templateId: string, fields: readonly string[]): void;
  /** nothing of this person for more than seven days */
  silentForWeeks(userId: string): void;
  block(userId: string): void;
  hook(url: string): void;
  /** Calls the webhook, signed; "late" when it took longer than Zalo waits. */
  deliver(event: Record<string, unknown>, change?: Change): Promise<number | "late">;
  stop(): Promise<void>;
}

interface Recorded {
  path: string;
  body: string;
}

interface Seen {
  text: string;
  buttons: readonly { title: string; payload: string }[];
  template?: { id: string; data: Record<string, string>; trackingId: string };
}

/** How a delivery differs from an honest one. */
interface Change {
  mac?: string | null;
  /** the body as it goes out, after signing */
  body?: string;
  recipe?: { id?: "app" | "oa"; secret?: "oa" | "app"; timestamp?: "body" | "header" };
}

const WAITS_MS = 2_000;
const LONGEST_TEXT = 2_000;

export async function startZaloOa(): Promise<ZaloOaDouble> {
  const account = {
    oaId: "388613280878808645",
    appId: "360846524940903967",
    appSecret: canaries.oaAppSecret,
    oaSecret: canaries.oaSecret,
  };
  let refreshToken = token(canaries.oaRefreshToken);
  let accessToken = token(canaries.oaAccessToken);
  let refreshCalls = 0;
  let hookUrl = "";
  const faults = faultScript();
  const requests: Recorded[] = [];
  const seen = new Map<string, Seen[]>();
  const wrote = new Set<string>();
  const blocked = new Set<string>();
  const media = new Map<string, Uint8Array>();
  const templates = new Map<string, readonly string[]>();

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  const url = await listening(server);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const body = (await readAll(request)).toString("utf8");
    requests.push({ path, body });
    switch (path) {
      case "/v4/oa/access_token":
        return answerWith(faults.take("oauth"), request, response, () => refresh(request, body));
      case "/v3.0/oa/message/cs":
        return answerWith(faults.take("cs"), request, response, () => consult(request, body));
      case "/v3.0/oa/message/template":
        return answerWith(faults.take("template"), request, response, () => fromTemplate(request, body));
    }
    const content = media.get(path);
    if (faults.take("media")?.kind === "reset") request.socket.destroy();
    else response.writeHead(content ? 200 : 404).end(content);
  }

  function refresh(request: IncomingMessage, body: string): unknown {
    refreshCalls += 1;
    const form = new URLSearchParams(body);
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
    if (!isForm || request.headers["secret_key"] !== account.appSecret)
      return { error: -14004, error_name: "Invalid secret key" };
    if (form.get("app_id") !== account.appId || form.get("grant_type") !== "refresh_token")
      return { error: -14002, error_name: "Invalid app id" };
    if (form.get("refresh_token") !== refreshToken)
      return { error: -14014, error_name: "Invalid refresh token." };
    refreshToken = token(canaries.oaRefreshToken);
    accessToken = token(canaries.oaAccessToken);
    return { access_token: accessToken, refresh_token: refreshToken, expires_in: "90000" };
  }

  function consult(request: IncomingMessage, body: string): unknown {
    if (request.headers["access_token"] !== accessToken) return failed(-216);
    const { recipient, message } = JSON.parse(body) as {
      recipient?: { user_id?: unknown };
      message?: { text?: unknown; attachment?: { payload?: { buttons?: Seen["buttons"] } } };
    };
    const userId = recipient?.user_id;
    const text = message?.text;
    const buttons = message?.attachment?.payload?.buttons ?? [];
    if (typeof userId !== "string" || typeof text !== "string") return failed(-201);
    if (text.trim() === "" || text.normalize("NFC").length > LONGEST_TEXT) return failed(-201);
    if (buttons.length > 5 || buttons.some(isTooLong)) return failed(-201);
    if (blocked.has(userId)) return failed(-213);
    if (!wrote.has(userId)) return failed(-230);
    return delivered(userId, { text, buttons });
  }

  function fromTemplate(request: IncomingMessage, body: string): unknown {
    if (request.headers["access_token"] !== accessToken) return failed(-124);
    const asked = JSON.parse(body) as {
      user_id: string;
      template_id: string;
      template_data: Record<string, string>;
      tracking_id: string;
    };
    const fields = templates.get(asked.template_id);
    if (!fields) return failed(-112);
    if (fields.some((field) => (asked.template_data[field] ?? "") === "")) return failed(-1321);
    const template = {
      id: asked.template_id,
      data: asked.template_data,
      trackingId: asked.tracking_id,
    };
    return delivered(asked.user_id, { text: "", buttons: [], template });
  }

  function delivered(userId: string, message: Seen): unknown {
    seen.set(userId, [...(seen.get(userId) ?? []), message]);
    return { error: 0, message: "Success", data: { message_id: randomUUID(), user_id: userId } };
  }

  return {
    url,
    account,
    refreshToken: () => refreshToken,
    accessToken: () => accessToken,
    authorise: () => (refreshToken = token(canaries.oaRefreshToken)),
    endAccess: () => void (accessToken = token(canaries.oaAccessToken)),
    refreshCalls: () => refreshCalls,
    faults,
    requests,
    seenBy: (userId) => seen.get(userId) ?? [],
    serveMedia(name, content) {
      media.set(`/media/${name}`, content);
      return `${url}/media/${name}`;
    },
    approve: (templateId, fields) => void templates.set(templateId, fields),
    silentForWeeks: (userId) => void wrote.delete(userId),
    block: (userId) => void blocked.add(userId),
    hook: (to) => void (hookUrl = to),
    async deliver(event, change = {}) {
      const { sender } = event as { sender?: { id?: string } };
      if (sender?.id !== undefined) wrote.add(sender.id);
      const body = JSON.stringify(event);
      const timestamp = typeof event["timestamp"] === "string" ? event["timestamp"] : "";
      const { id = "app", secret = "oa" } = change.recipe ?? {};
      const mac = createHash("sha256")
        .update(id === "app" ? account.appId : account.oaId)
        .update(body + timestamp)
        .update(secret === "oa" ? account.oaSecret : account.appSecret)
        .digest("hex");
      const signature = change.mac === undefined ? `mac=${mac}` : change.mac;
      try {
        const response = await fetch(hookUrl, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(signature === null ? {} : { "X-ZEvent-Signature": signature }),
            ...(timestamp === "" ? {} : { "X-ZEvent-Timestamp": timestamp }),
          },
          body: change.body ?? body,
          signal: AbortSignal.timeout(WAITS_MS),
        });
        await response.arrayBuffer();
        return response.status;
      } catch (error) {
        if (error instanceof DOMException) return "late";
        throw error;
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function failed(error: number): unknown {
  return { error, message: "failed" };
}

function isTooLong({ title, payload }: { title: string; payload: string }): boolean {
  return title === "" || title.length > 100 || payload.length > 1_000;
}

function token(beginning: string): string {
  return `${beginning}${randomUUID()}`;
}
