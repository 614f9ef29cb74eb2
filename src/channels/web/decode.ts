import { z } from "zod";
import { chatTexts } from "./chat-texts.ts";
import { LONGEST_TEXT, MOST_PENDING_FILES } from "./settings.ts";

const { mistakes } = chatTexts;

/** What a page or a program may post as a message. */
export const messageSchema = z.object(
  {
    id: z.guid({ error: mistakes.id }),
    conversation: z.string({ error: mistakes.conversation }).max(200, mistakes.conversation).nullish(),
    text: z.string({ error: mistakes.textOrChoice }).nullish(),
    choice: z
      .string({ error: mistakes.choice })
      .regex(/^[\x20-\x7e]{1,40}$/, mistakes.choice)
      .nullish(),
    files: z
      .array(z.string({ error: mistakes.files }).min(1, mistakes.files).max(100, mistakes.files), {
        error: mistakes.files,
      })
      .max(MOST_PENDING_FILES, mistakes.files)
      .nullish(),
  },
  { error: mistakes.notObject },
);

/** A message as it was written, nothing looked up yet. */
export interface Written {
  id: string;
  /** null for the first message of a conversation */
  conversation: string | null;
  said: { kind: "text"; text: string } | { kind: "choice"; value: string };
  fileIds: readonly string[];
}

export type Read = { kind: "written"; written: Written } | { kind: "mistake"; words: string };

/** Reads what came in; anything may come in. */
export function readMessage(body: unknown): Read {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return mistake(parsed.error.issues[0]?.message ?? mistakes.notObject);
  const { id, text = null, choice = null, conversation = null, files } = parsed.data;
  const fileIds = [...new Set(files ?? [])];
  if (choice !== null) {
    if (text !== null || fileIds.length > 0) return mistake(mistakes.textOrChoice);
    return {
      kind: "written",
      written: { id, conversation, said: { kind: "choice", value: choice }, fileIds: [] },
    };
  }
  if (text === null && fileIds.length === 0) return mistake(mistakes.textOrChoice);
  const words = text ?? "";
  if (words.trim() === "" && fileIds.length === 0) return mistake(mistakes.emptyText);
  if (words.length > LONGEST_TEXT) return mistake(mistakes.longText(words.length));
  // A lone half of a character cannot be stored; the replacement character can.
  return {
    kind: "written",
    written: {
      id,
      conversation,
      said: { kind: "text", text: words.replace(/\p{Surrogate}/gu, "\uFFFD") },
      fileIds,
    },
  };
}

function mistake(words: string): Read {
  return { kind: "mistake", words };
}
