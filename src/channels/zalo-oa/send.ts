import { channelIsAway, waitsItsTurn, type SendResult } from "../../conversation/channel.ts";
import { inParts } from "../../conversation/in-parts.ts";
import type { Reply } from "../../conversation/reply.ts";
import { call, type Called } from "./call.ts";
import { untilHour } from "./clock.ts";
import { encode, type OaMessage } from "./encode.ts";
import { classOf } from "./errors.ts";
import type { OaAccount, Usual } from "./settings.ts";
import type { Standing } from "./standing.ts";
import type { Access, Tokens } from "./tokens.ts";

export type Send = (
  userId: string,
  reply: Reply,
  id: string,
  turn?: () => Promise<void>,
) => Promise<SendResult>;

interface Parts {
  account: OaAccount;
  settings: Usual;
  tokens: Tokens;
  standing: Standing;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** One call, or what stands against making it. */
type Tried = { kind: "ended"; result: SendResult } | { kind: "token" };

const CONSULTATION = "/v3.0/oa/message/cs";
const TEMPLATE = "/v3.0/oa/message/template";

const SOON_MS = 5_000;
const TOO_FAST_MS = 60_000;
const ADMIN_MS = 15 * 60_000;
const AFTER_MIDNIGHT_MS = 10 * 60_000;
const MORNING = 6;

/** Sends for one account: part after part, with one new token at most, and every ending as a value. */
export function createSend({ account, settings, tokens, standing, now, onError }: Parts): Send {
  const send = inParts();
  let slowUntil = 0;

  return async (userId, reply, id, turn) => {
    const result = await sendParts(userId, reply, id, turn);
    const { template } = reply;
    const templateId = account.reminderTemplateId;
    if (result.kind !== "when_they_write" || !template || templateId === undefined) return result;
    return deliver(TEMPLATE, {
      user_id: userId,
      template_id: templateId,
      template_data: template.data,
      tracking_id: id,
    });
  };

  async function sendParts(
    userId: string,
    reply: Reply,
    id: string,
    turn?: () => Promise<void>,
  ): Promise<SendResult> {
    const parts = encode(reply);
    if (parts.length === 0) return { kind: "refused", why: "nothing to say" };
    const sendOne = (message: OaMessage) =>
      deliver(CONSULTATION, { recipient: { user_id: userId }, message });
    return send(id, parts, sendOne, turn);
  }

  async function deliver(path: string, body: unknown): Promise<SendResult> {
    const wait = slowUntil - now().getTime();
    if (wait > 0) return waitsItsTurn(wait, "slowed down");
    const access = await orNone(tokens.access());
    if (access.kind === "none") return channelIsAway(access.afterMs, access.why);
    const first = await post(path, body, access.token);
    if (first.kind === "ended") return first.result;
    const renewed = await orNone(tokens.renew(access.token));
    if (renewed.kind === "none") return channelIsAway(renewed.afterMs, renewed.why);
    const second = await post(path, body, renewed.token);
    if (second.kind === "ended") return second.result;
    standing.begins("admin", "new token refused");
    return channelIsAway(ADMIN_MS, "new token refused");
  }

  async function orNone(access: Promise<Access>): Promise<Access> {
    try {
      return await access;
    } catch (error) {
      onError(error);
      return { kind: "none", why: "the store of tokens is away", afterMs: SOON_MS };
    }
  }

  async function post(path: string, body: unknown, token: string): Promise<Tried> {
    const called = await call(settings.apiUrl + path, {
      headers: { "content-type": "application/json", access_token: token },
      body: JSON.stringify(body),
      ms: settings.callMs,
    });
    if (called.kind === "answered") return understood(called);
    standing.begins("api_away");
    return called.kind === "not_sent"
      ? ended(channelIsAway(SOON_MS, "no connection"))
      : ended({ kind: "unknown", why: "no answer" });
  }

  /** Errors come with HTTP 200. */
  function understood({ status, body, retryAfterMs }: Extract<Called, { kind: "answered" }>): Tried {
    const error = Number(body?.["error"] ?? NaN);
    if (Number.isInteger(error)) {
      standing.ends("api_away");
      return error === 0 ? arrived(body) : failed(error, retryAfterMs);
    }
    if (status === 401) return { kind: "token" };
    if (status === 429 || status === 503) return ended(slow(retryAfterMs, `HTTP ${status}`));
    if (status >= 400 && status < 500) return ended({ kind: "refused", why: `HTTP ${status}` });
    standing.begins("api_away", `HTTP ${status}`);
    return ended({ kind: "unknown", why: `HTTP ${status} without a result` });
  }

  function arrived(body: Record<string, unknown> | null): Tried {
    standing.ends("too_fast", "quota", "admin");
    const data = body?.["data"];
    const ref = typeof data === "object" && data !== null && "message_id" in data ? data.message_id : null;
    return ended({ kind: "sent", ref: typeof ref === "string" ? ref : null });
  }

  function failed(error: number, retryAfterMs: number | null): Tried {
    const why = `zalo error ${error}`;
    switch (classOf(error)) {
      case "token":
        return { kind: "token" };
      case "too_fast":
        return ended(slow(retryAfterMs, why));
      case "quota":
        standing.begins("quota", String(error));
        return ended(waitsItsTurn(untilHour(0, now()) + AFTER_MIDNIGHT_MS, why));
      case "night":
        return ended(waitsItsTurn(untilHour(MORNING, now()), why));
      case "person":
        return ended({ kind: "when_they_write", why });
      case "admin":
        standing.begins("admin", String(error));
        return ended(channelIsAway(ADMIN_MS, why));
      case "recipient":
        return ended({ kind: "refused", why, because: "blocked" });
      case "other":
        return ended({ kind: "refused", why });
    }
  }

  /** Everybody's messages wait, not only this one. */
  function slow(retryAfterMs: number | null, why: string): SendResult {
    const wait = retryAfterMs ?? TOO_FAST_MS;
    slowUntil = now().getTime() + wait;
    standing.begins("too_fast");
    return waitsItsTurn(wait, why);
  }
}

function ended(result: SendResult): Tried {
  return { kind: "ended", result };
}
