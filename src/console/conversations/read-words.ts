import type { ReplyFile } from "../../conversation/reply.ts";
import { LARGEST_FILES } from "../../staffroom/limits.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { talkTexts as texts } from "./texts.ts";

/** Platforms cut or refuse what is longer (Telegram: 4,096). */
const LONGEST = 4_000;

interface ReadWords {
  text: string;
  files: readonly ReplyFile[];
  mistakes: Mistakes;
}

/** What somebody of the staff wrote to a person, with at most one file. */
export async function readWords(form: SentForm): Promise<ReadWords> {
  const text = form.text("loi");
  const file = form.file("tep");
  const mistakes = {
    ...(text === "" && file === null ? { loi: texts.sayEmpty } : {}),
    ...(text.length > LONGEST ? { loi: texts.sayTooLong } : {}),
    ...(file !== null && file.size > LARGEST_FILES ? { tep: texts.tooLarge } : {}),
  };
  const isRight = Object.keys(mistakes).length === 0;
  return { text, files: file !== null && isRight ? [await carried(file)] : [], mistakes };
}

async function carried(file: File): Promise<ReplyFile> {
  return {
    name: file.name,
    mediaType: file.type === "" ? "application/octet-stream" : file.type,
    content: Buffer.from(await file.arrayBuffer()).toString("base64"),
    encoding: "base64",
  };
}
