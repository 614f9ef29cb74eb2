import type { Context } from "hono";
import { parseReplyFileId } from "./encode.ts";
import type { ReadingParts } from "./reading.ts";
import { addressOf } from "./tokens.ts";

/** A file of this conversation: one that was sent up, or one carried in a reply. Null when there is none. */
export async function download(
  c: Context,
  { transcript, files }: ReadingParts,
  conversation: string,
  id: string,
): Promise<Response | null> {
  const address = addressOf(conversation);
  const inReply = parseReplyFileId(id);
  if (inReply === null) {
    const file = await files.read(address, id);
    return file && send(c, file.ref.name, file.ref.mediaType, file.content);
  }
  const [line] = await transcript.lines(address, inReply.seq - 1, 1);
  if (line?.seq !== inReply.seq || line.said.from === "user") return null;
  const file = line.said.reply.files?.[inReply.at];
  if (file === undefined) return null;
  return send(c, file.name, `${file.mediaType}; charset=utf-8`, new TextEncoder().encode(file.content));
}

/** Always saved, never shown: what somebody sent up must not run as a page of ours. */
function send(c: Context, name: string, mediaType: string, content: Uint8Array): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  c.header("Content-Type", mediaType);
  c.header("Content-Disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
  c.header("Cache-Control", "private, no-store");
  return c.body(new Uint8Array(content));
}
