import type { ReplyFile } from "../conversation/reply.ts";

/** Bytes that staff may send to a person in one message: its files are carried in the message itself. */
export const LARGEST_FILES = 2_000_000;

export function fileBytes(files: readonly ReplyFile[]): number {
  // Three bytes are four letters of base64; text counts its letters, which comes close enough to a limit.
  const bytes = files.map(({ content, encoding }) => content.length * (encoding === "base64" ? 0.75 : 1));
  return bytes.reduce((sum, one) => sum + one, 0);
}
