import { createHash, createHmac } from "node:crypto";
import type { Address } from "../../conversation/message.ts";

/**
 * A conversation is opened by whoever holds its token. The token of a first message is a function of that message, so
 * that repeating it after a lost reply leads to the same conversation; without the secret nobody can compute it.
 */
export function tokenOfFirst(secret: string, id: string, words: string): string {
  return createHmac("sha256", secret).update(`${id}\n${words}`).digest("base64url");
}

/** The database holds only the digest: whoever reads it cannot speak as anybody. */
export function addressOf(token: string): Address {
  return { channel: "web", account: "web", chat: createHash("sha256").update(token).digest("base64url") };
}
