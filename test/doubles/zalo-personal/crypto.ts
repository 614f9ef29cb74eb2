import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";

const NO_IV = Buffer.alloc(16);

/** `params` of API calls and their answers: AES-CBC with the key of the session, a zero IV, base64. */
export function sealedBody(value: unknown, key: string): string {
  const cipher = createCipheriv("aes-128-cbc", Buffer.from(key, "base64"), NO_IV);
  return Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]).toString("base64");
}

export function openedBody(sealed: string, key: string): Record<string, unknown> | null {
  try {
    const decipher = createDecipheriv("aes-128-cbc", Buffer.from(key, "base64"), NO_IV);
    const plain = Buffer.concat([decipher.update(sealed, "base64"), decipher.final()]);
    return JSON.parse(plain.toString("utf8")) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** The key of one login, made of two values that travel in the open. */
function loginKey(zcid: string, zcidExt: string): string {
  const digest = createHash("md5").update(zcidExt).digest("hex").toUpperCase();
  const even = (text: string) => Array.from(text).filter((_, at) => at % 2 === 0);
  const odd = (text: string) => Array.from(text).filter((_, at) => at % 2 === 1);
  return [...even(digest).slice(0, 8), ...even(zcid).slice(0, 12), ...odd(zcid).reverse().slice(0, 12)].join(
    "",
  );
}

/** What getLoginInfo was asked with; null where it was not made by these rules. */
export function openedLogin(query: URLSearchParams): { imei: string } | null {
  const key = loginKey(query.get("zcid") ?? "", query.get("zcid_ext") ?? "");
  try {
    const decipher = createDecipheriv("aes-256-cbc", Buffer.from(key), NO_IV);
    const plain = Buffer.concat([decipher.update(query.get("params") ?? "", "base64"), decipher.final()]);
    return JSON.parse(plain.toString("utf8")) as { imei: string };
  } catch {
    return null;
  }
}

export function sealedLogin(value: unknown, query: URLSearchParams): string {
  const key = loginKey(query.get("zcid") ?? "", query.get("zcid_ext") ?? "");
  const cipher = createCipheriv("aes-256-cbc", Buffer.from(key), NO_IV);
  return Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]).toString("base64");
}

/** How an event on the socket is wrapped: 0 plain, 1 deflated, 2 AES-GCM and deflated, 3 AES-GCM. */
export type Wrapping = 0 | 1 | 2 | 3;

/** A frame of the socket: four bytes of header, then JSON around the event. */
export function frame(cmd: number, subCmd: number, body: unknown): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt8(1, 0);
  header.writeUInt16LE(cmd, 1);
  header.writeUInt8(subCmd, 3);
  return Buffer.concat([header, Buffer.from(JSON.stringify(body))]);
}

export function readHeader(bytes: Buffer): { cmd: number; subCmd: number; body: unknown } {
  return {
    cmd: bytes.readUInt16LE(1),
    subCmd: bytes.readUInt8(3),
    body: JSON.parse(bytes.subarray(4).toString("utf8")),
  };
}

/** `json` and not a value, because ids may be numbers beyond those of JavaScript. */
export function wrapped(json: string, wrapping: Wrapping, key: string): { encrypt: Wrapping; data: string } {
  if (wrapping === 0) return { encrypt: 0, data: json };
  const packed = wrapping === 3 ? Buffer.from(json) : deflateSync(json);
  if (wrapping === 1) return { encrypt: 1, data: packed.toString("base64") };
  const iv = randomBytes(16);
  const aad = randomBytes(16);
  const cipher = createCipheriv("aes-128-gcm", Buffer.from(key, "base64"), iv).setAAD(aad);
  const hidden = Buffer.concat([cipher.update(packed), cipher.final()]);
  const data = Buffer.concat([iv, aad, hidden, cipher.getAuthTag()]).toString("base64");
  return { encrypt: wrapping, data: encodeURIComponent(data) };
}
