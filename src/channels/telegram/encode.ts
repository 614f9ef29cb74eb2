import type { ShownMessage } from "../../conversation/channel.ts";
import { basisLines, choiceLines, numberedChoices, splitText } from "../../conversation/plain-text.ts";
import type { Choice, Reply, ReplyFile } from "../../conversation/reply.ts";
import { LONGEST_TEXT } from "./settings.ts";
import { texts } from "./texts.ts";

interface Button {
  text: string;
  callback_data: string;
}

/** One message of Telegram's. */
export type Part =
  { kind: "text"; html: string; buttons: readonly (readonly Button[])[] } | { kind: "file"; file: ReplyFile };

/** Longer labels are cut off on a telephone: they go into the text, and the buttons carry their numbers. */
const LONGEST_LABEL = 40;
/** Two buttons of this length fit side by side. */
const SHORT_LABEL = 16;
const NUMBERS_A_ROW = 5;
const MOST_BUTTONS = 100;
const LONGEST_VALUE = 64;

/** The messages that say a reply: words and their basis, buttons under the last of them, then files. */
export function encodeReply({ text, choices = [], citations = [], files = [] }: Reply): Part[] {
  const style = styleOf(choices);
  const menu = { labels: [], numbers: numberedChoices(choices), typed: choiceLines(choices) }[style].join(
    "\n",
  );
  const lead = text.trim() === "" && choices.length > 0 ? texts.pick : text;
  const said = join(splitText(clean([lead, menu].filter(Boolean).join("\n\n")), LONGEST_TEXT).map(plain), [
    ...splitText(clean(basisLines(citations).join("\n")), LONGEST_TEXT).map(small),
  ]);
  const parts = said.map(({ html }): Part => ({ kind: "text", html, buttons: [] }));
  const last = parts.at(-1);
  const withButtons =
    last?.kind === "text" ? parts.with(-1, { ...last, buttons: rowsOf(choices, style) }) : parts;
  return [...withButtons, ...files.map((file): Part => ({ kind: "file", file }))];
}

/** The same as it looks on a telephone. */
export function preview(reply: Reply): readonly ShownMessage[] {
  return encodeReply(reply).map((part) =>
    part.kind === "file"
      ? { text: "", buttons: [], file: part.file.name }
      : { text: textOf(part.html), buttons: part.buttons.flat().map(({ text }) => text), file: null },
  );
}

interface Piece {
  html: string;
  /** as Telegram counts: what is shown, without marks */
  length: number;
}

/** The basis stands under the last words where it fits. */
function join(words: readonly Piece[], basis: readonly Piece[]): readonly Piece[] {
  const last = words.at(-1);
  const [first, ...rest] = basis;
  if (!last || !first || last.length + 2 + first.length > LONGEST_TEXT) return [...words, ...basis];
  const both = { html: `${last.html}\n\n${first.html}`, length: last.length + 2 + first.length };
  return [...words.slice(0, -1), both, ...rest];
}

function plain(text: string): Piece {
  return { html: escapeHtml(text), length: text.length };
}

function small(text: string): Piece {
  return { html: `<i>${escapeHtml(text)}</i>`, length: text.length };
}

/** What documents and people say must not be taken for marks. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What is left once Telegram has read the marks. */
function textOf(html: string): string {
  return html
    .replace(/<\/?i>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function clean(text: string): string {
  return text.normalize("NFC").replaceAll("\u0000", "");
}

type Style = "labels" | "numbers" | "typed";

function styleOf(choices: readonly Choice[]): Style {
  const fits = choices.every(({ value }) => value !== "" && Buffer.byteLength(value) <= LONGEST_VALUE);
  if (!fits || choices.length > MOST_BUTTONS) return "typed";
  return choices.every(({ label }) => label.trim() !== "" && label.length <= LONGEST_LABEL)
    ? "labels"
    : "numbers";
}

function rowsOf(choices: readonly Choice[], style: Style): readonly (readonly Button[])[] {
  if (style === "typed") return [];
  const buttons = choices.map(({ label, value }, index) => ({
    text: style === "labels" ? label.normalize("NFC") : String(index + 1),
    callback_data: value,
  }));
  if (style === "numbers") return inRows(buttons, NUMBERS_A_ROW);
  return inRows(buttons, buttons.every(({ text }) => text.length <= SHORT_LABEL) ? 2 : 1);
}

function inRows(buttons: readonly Button[], width: number): readonly (readonly Button[])[] {
  const rows: Button[][] = [];
  for (let at = 0; at < buttons.length; at += width) rows.push(buttons.slice(at, at + width));
  return rows;
}
