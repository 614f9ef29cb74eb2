import { GrammyError, HttpError } from "grammy";

/** How a call of the platform failed; never carries what was sent or what the platform wrote. */
export type Failure =
  /** 401, or 404 where the token has no shape: wrong, or revoked */
  | { kind: "token" }
  /** 404: an older Bot API server that does not know what was asked of it */
  | { kind: "no_method" }
  /** 409: somebody else polls for this bot, or a webhook is set */
  | { kind: "conflict" }
  /** 429; `afterMs` where the platform says it, which may be hours */
  | { kind: "limited"; afterMs: number | null }
  /** the group has another id now */
  | { kind: "migrated"; to: string }
  /** blocked, kicked, not allowed to write there */
  | { kind: "forbidden" }
  /** no such chat, or no such topic in it any more */
  | { kind: "gone" }
  | { kind: "bad_request" }
  /** the platform says that it failed itself */
  | { kind: "server"; code: number }
  /** nothing left us: no address, no connection */
  | { kind: "unreachable" }
  /** the request left, and no answer that can be read came back */
  | { kind: "lost" }
  /** we gave it up ourselves */
  | { kind: "stopped" };

/** What grammY threw, without what it says: its errors carry the token and people's words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return failureOfAnswer(error);
  const cause = error instanceof HttpError ? error.error : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return NEVER_LEFT.test(code) ? { kind: "unreachable" } : { kind: "lost" };
}

/** Connections that were never made: the platform cannot have heard of the request. */
const NEVER_LEFT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_.*|CERT_.*|.*_CERT(?:_.*)?|UNABLE_TO_.*)$/;

const NO_SUCH_CHAT =
  /chat not found|user not found|PEER_ID_INVALID|chat_id is empty|thread not found|TOPIC_(?:CLOSED|DELETED)/i;
const NO_METHOD = /method not found/i;
const NO_RIGHTS = /not enough rights|have no rights|WRITE_FORBIDDEN|administrator rights/i;

function failureOfAnswer({ error_code: code, description, parameters }: GrammyError): Failure {
  // Null at run time where somebody else than Telegram answered, whatever the types say.
  const { migrate_to_chat_id: movedTo, retry_after: seconds } = parameters;
  if (movedTo !== undefined) return { kind: "migrated", to: String(movedTo) };
  switch (code) {
    case 400:
      if (NO_METHOD.test(description)) return { kind: "no_method" };
      if (NO_SUCH_CHAT.test(description)) return { kind: "gone" };
      return NO_RIGHTS.test(description) ? { kind: "forbidden" } : { kind: "bad_request" };
    case 401:
      return { kind: "token" };
    case 404:
      return NO_METHOD.test(description) ? { kind: "no_method" } : { kind: "token" };
    case 403:
      return { kind: "forbidden" };
    case 409:
      return { kind: "conflict" };
    case 413:
      return { kind: "bad_request" };
    case 429:
      return { kind: "limited", afterMs: seconds !== undefined && seconds > 0 ? seconds * 1000 : null };
    case 502:
    case 504:
      // Somebody in between gave up waiting: what stands behind may have done it all the same.
      return { kind: "lost" };
    default:
      // No number at all: not Telegram's answer, so nobody knows what became of the request.
      return Number.isInteger(code) ? { kind: "server", code } : { kind: "lost" };
  }
}
