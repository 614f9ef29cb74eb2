import type { IncomingMessage } from "node:http";
import { readAll } from "../http.ts";

export type Body = Record<string, unknown>;

/** The parameters of a call: JSON, or a form where a file is sent along. Files become `{ name, content }`. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const raw = await readAll(request);
  const boundary = /multipart\/form-data;\s*boundary="?([^";]+)/.exec(
    request.headers["content-type"] ?? "",
  )?.[1];
  if (boundary !== undefined) return formIn(raw, boundary);
  return raw.length === 0 ? {} : (JSON.parse(raw.toString()) as Body);
}

function formIn(raw: Buffer, boundary: string): Body {
  const body: Body = {};
  for (const part of raw.toString("latin1").split(`--${boundary}`)) {
    const headersEnd = part.indexOf("\r\n\r\n");
    const headers = utf8(part.slice(0, Math.max(0, headersEnd)));
    const name = /\bname="([^"]*)"/i.exec(headers)?.[1];
    if (name === undefined) continue;
    const content = utf8(part.slice(headersEnd + 4, -"\r\n".length));
    const fileName = /\bfilename="?([^"\r\n;]*)/i.exec(headers)?.[1];
    body[name] = fileName === undefined ? content : { name: fileName, content };
  }
  // "attach://x" stands for the file called x.
  for (const [key, value] of Object.entries(body))
    if (typeof value === "string" && value.startsWith("attach://"))
      body[key] = body[value.slice("attach://".length)];
  return body;
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
