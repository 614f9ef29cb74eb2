import type { ShownMessage } from "../../conversation/channel.ts";
import { basisLines, choiceLines, splitText } from "../../conversation/plain-text.ts";
import type { Choice, Reply } from "../../conversation/reply.ts";
import { LONGEST_BUTTON, LONGEST_TEXT, MOST_BUTTONS } from "./settings.ts";
import { texts } from "./texts.ts";

/** The `message` of a consultation message. */
export interface OaMessage {
  text: string;
  attachment?: { type: "template"; payload: { buttons: readonly Button[] } };
}

interface Button {
  title: string;
  /** comes back as a text of the person; "hide" leaves it out of what they see */
  type: "oa.query.hide";
  payload: string;
}

/** Tells what a button sent from what a person typed. */
const MARK = "#nscl:";
const PRESSED = new RegExp(`^${MARK}([\\x20-\\x7e]{1,40})$`);

/** The value of a choice whose button sent this text; null for words. */
export function choiceIn(text: string): string | null {
  return PRESSED.exec(text)?.[1] ?? null;
}

/**
 * A reply as messages of at most 2,000 characters; the last one carries the buttons. More than five, or labels that a
 * button would cut off, become numbers.
 */
export function encode({ text, choices = [], citations = [], files = [] }: Reply): readonly OaMessage[] {
  const hasButtons = choices.length > 0 && choices.length <= MOST_BUTTONS && choices.every(fitsButton);
  const paragraphs = [
    text.trim() === "" && choices.length > 0 ? texts.pick : text,
    basisLines(citations).join("\n"),
    files.length > 0 ? texts.noFiles(files.map(({ name }) => name)) : "",
    hasButtons ? "" : choiceLines(choices).join("\n"),
  ];
  const whole = paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .join("\n\n")
    .normalize("NFC");
  const parts = splitText(whole, LONGEST_TEXT).map((part): OaMessage => ({ text: part }));
  const last = parts.at(-1);
  return hasButtons && last ? parts.with(-1, withButtons(last, choices)) : parts;
}

/** The same as it looks on a telephone. */
export function preview(reply: Reply): readonly ShownMessage[] {
  return encode(reply).map(({ text, attachment }) => ({
    text,
    buttons: (attachment?.payload.buttons ?? []).map(({ title }) => title),
    file: null,
  }));
}

function fitsButton({ label }: Choice): boolean {
  return label.trim() !== "" && label.normalize("NFC").length <= LONGEST_BUTTON;
}

function withButtons({ text }: OaMessage, choices: readonly Choice[]): OaMessage {
  const buttons = choices.map(({ label, value }): Button => ({
    title: label.normalize("NFC"),
    type: "oa.query.hide",
    payload: MARK + value,
  }));
  return { text, attachment: { type: "template", payload: { buttons } } };
}
