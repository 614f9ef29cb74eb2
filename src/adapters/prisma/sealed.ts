import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps values that nobody may read who only has the database or a copy of it. */
export interface Seal {
  /** `context` says what the value belongs to: moved to another place it cannot be opened */
  seal(plain: string, context: string): string;
  /** null where it was sealed with another secret, for another context, or was changed */
  open(sealed: string, context: string): string | null;
}

const VERSION = "v1.";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key derived from a secret of any length. */
export function createSeal(secret: string): Seal {
  if (secret === "") throw new RangeError("a seal needs a secret");
  const key = Buffer.from(hkdfSync("sha256", secret, "", "nscl-bot sealed values", KEY_BYTES));
  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(context),
      );
      const hidden = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return VERSION + Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64url");
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
      if (!sealed.startsWith(VERSION) || bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const hidden = bytes.subarray(IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
