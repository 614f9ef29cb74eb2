import { createHash, timingSafeEqual } from "node:crypto";
import type { OaAccount, SignatureRecipe } from "./settings.ts";

export const SIGNATURE_HEADER = "X-ZEvent-Signature";
export const TIMESTAMP_HEADER = "X-ZEvent-Timestamp";

/** What arrived, as it arrived. */
export interface Signed {
  body: Uint8Array;
  signature: string | undefined;
  timestampHeader: string | undefined;
}

/** `mac=` and the SHA-256 of id, raw body, timestamp and secret; not an HMAC. Compared in constant time. */
export function isSigned(signed: Signed, account: OaAccount, recipe: SignatureRecipe): boolean {
  const given = /^mac=([0-9a-f]{64})$/i.exec(signed.signature?.trim() ?? "")?.[1];
  const timestamp = recipe.timestamp === "header" ? signed.timestampHeader : timestampOf(signed.body);
  if (given === undefined || timestamp === undefined || timestamp === "") return false;
  const expected = macOf(signed.body, timestamp, account, recipe);
  return timingSafeEqual(Buffer.from(given, "hex"), expected);
}

function macOf(
  body: Uint8Array,
  timestamp: string,
  account: OaAccount,
  { id, secret }: SignatureRecipe,
): Buffer {
  return createHash("sha256")
    .update(id === "app" ? account.appId : account.oaId)
    .update(body)
    .update(timestamp)
    .update(secret === "oa" ? account.oaSecret : account.appSecret)
    .digest();
}

function timestampOf(body: Uint8Array): string | undefined {
  try {
    const event: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (typeof event !== "object" || event === null || !("timestamp" in event)) return undefined;
    const { timestamp } = event;
    return typeof timestamp === "string" || typeof timestamp === "number" ? String(timestamp) : undefined;
  } catch {
    return undefined;
  }
}
