import type { ShownMessage } from "../../conversation/channel.ts";
import { basisLines, choiceLines, splitText } from "../../conversation/plain-text.ts";
import type { Reply } from "../../conversation/reply.ts";
import { LONGEST_TEXT } from "./settings.ts";
import { texts } from "./texts.ts";

/** The messages that say a reply: words, their basis, what cannot be sent here, and last what can be typed. */
export function encodeReply(reply: Reply): string[] {
  const body = [reply.text, basisLines(reply.citations ?? []).join("\n"), filesLine(reply)]
    .filter((block) => block.trim() !== "")
    .join("\n\n")
    .normalize("NFC");
  const menu = choiceLines(reply.choices ?? [], texts.pick)
    .join("\n")
    .normalize("NFC");
  const parts = splitText(body, LONGEST_TEXT);
  if (menu === "") return parts;
  const last = parts.pop() ?? "";
  const together = `${last}\n\n${menu}`.trim();
  // A menu that is cut in two is hard to pick from.
  return together.length <= LONGEST_TEXT
    ? [...parts, together]
    : [...parts, last, ...splitText(menu, LONGEST_TEXT)].filter(Boolean);
}

/** The same as it looks on a telephone. */
export function preview(reply: Reply): readonly ShownMessage[] {
  return encodeReply(reply).map((text) => ({ text, buttons: [], file: null }));
}

function filesLine({ files = [] }: Reply): string {
  return files.length > 0 ? texts.noFiles(files.map(({ name }) => name)) : "";
}
