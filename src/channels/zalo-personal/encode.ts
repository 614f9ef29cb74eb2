import type { ShownMessage } from "../../conversation/channel.ts";
import { basisLines, choiceLines, splitText } from "../../conversation/plain-text.ts";
import type { Reply, ReplyFile } from "../../conversation/reply.ts";
import { LONGEST_TEXT } from "./settings.ts";

/** One message as Zalo takes it. */
export type Part = { kind: "text"; text: string } | { kind: "file"; file: ReplyFile };

/** A reply as messages of at most 2,000 characters: its basis in lines, choices to type, files behind. */
export function encode({ text, choices = [], citations = [], files = [] }: Reply): readonly Part[] {
  const paragraphs = [text, basisLines(citations).join("\n"), choiceLines(choices).join("\n")];
  const whole = paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .join("\n\n")
    .normalize("NFC");
  return [
    ...splitText(whole, LONGEST_TEXT).map((part): Part => ({ kind: "text", text: part })),
    ...files.map((file): Part => ({ kind: "file", file })),
  ];
}

/** The same as it looks on a telephone. */
export function preview(reply: Reply): readonly ShownMessage[] {
  return encode(reply).map((part) =>
    part.kind === "file"
      ? { text: "", buttons: [], file: part.file.name }
      : { text: part.text, buttons: [], file: null },
  );
}
