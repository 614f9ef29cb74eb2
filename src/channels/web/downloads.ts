import type { Context } from "hono";
import { sendAttachment } from "../../web-kit/attachment.ts";
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
    return file && sendAttachment(c, file.ref.name, file.ref.mediaType, file.content);
  }
  const [line] = await transcript.lines(address, inReply.seq - 1, 1);
  if (line?.seq !== inReply.seq || line.said.from === "user") return null;
  const file = line.said.reply.files?.[inReply.at];
  if (file === undefined) return null;
  return sendAttachment(
    c,
    file.name,
    `${file.mediaType}; charset=utf-8`,
    new TextEncoder().encode(file.content),
  );
}
