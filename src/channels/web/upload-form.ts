import type { Context } from "hono";
import { chatTexts } from "./chat-texts.ts";
import type { Upload } from "./desk.ts";
import { LARGEST_FILE } from "./settings.ts";

const { mistakes } = chatTexts;

export type ReadUpload =
  { kind: "upload"; upload: Upload } | { kind: "mistake"; words: string } | { kind: "too_large" };

/** Reads `multipart/form-data` with `file`, and `conversation` once there is one. */
export async function readUpload(c: Context): Promise<ReadUpload> {
  const form = await readForm(c);
  if (form === null) return { kind: "mistake", words: mistakes.form };
  const file = form.get("file");
  if (file === null || typeof file === "string") return { kind: "mistake", words: mistakes.noFile };
  if (file.size > LARGEST_FILE) return { kind: "too_large" };
  const conversation = form.get("conversation");
  if (conversation !== null && typeof conversation !== "string") {
    return { kind: "mistake", words: mistakes.conversation };
  }
  const content = new Uint8Array(await file.arrayBuffer());
  return {
    kind: "upload",
    upload: { conversation: conversation === "" ? null : conversation, name: file.name, content },
  };
}

/** null where the body is no form. */
export async function readForm(c: Context): Promise<FormData | null> {
  try {
    return await c.req.formData();
  } catch {
    return null;
  }
}
