import type { ShownMessage } from "../../conversation/channel.ts";
import type { Address, Content, FileRef } from "../../conversation/message.ts";
import type { Line, Transcript } from "../../conversation/transcript.ts";
import type { Choice, Reply } from "../../conversation/reply.ts";
import type { Citation } from "../../answer/answer.ts";
import type { Rating } from "../../registry/gaps.ts";
import { chatTexts } from "./chat-texts.ts";

/** A line of a conversation as programs read it; the pages draw the same. */
export interface MessageJson {
  id: string;
  /** id of the person's message that this answers */
  inReplyTo: string | null;
  from: "bot" | "staff" | "user";
  text: string;
  choices: readonly Choice[];
  citations: readonly Citation[];
  files: readonly FileJson[];
  /** what the person thought of an answer, "none" where nothing yet; null where there is nothing to rate */
  rating: Rating | "none" | null;
  /** ISO 8601 */
  at: string;
}

export interface FileJson extends FileRef {
  /** where it is fetched, from the root of this site */
  url: string;
}

export function messageJson(line: Line, conversation: string, labels: Labels): MessageJson {
  const base = { id: line.id, inReplyTo: line.inReplyTo, at: line.at.toISOString() };
  if (line.said.from === "user") {
    const { content } = line.said;
    const files = content.kind === "files" ? content.files : [];
    return {
      ...base,
      from: "user",
      text: wordsOf(content, labels.get(line.seq)),
      choices: [],
      citations: [],
      rating: null,
      files: files.map((file) => ({ ...file, url: fileUrl(conversation, file.id) })),
    };
  }
  const { reply } = line.said;
  return {
    ...base,
    from: line.said.from,
    text: reply.text,
    choices: (reply.choices ?? []).map(({ label, value }) => ({ label, value })),
    citations: reply.citations ?? [],
    rating: line.rating === undefined ? null : (line.rating ?? "none"),
    files: (reply.files ?? []).map(({ name, mediaType, content, encoding }, at) => {
      const id = replyFileId(line.seq, at);
      return {
        id,
        name,
        mediaType,
        bytes: Buffer.byteLength(content, encoding),
        url: fileUrl(conversation, id),
      };
    }),
  };
}

/** A reply as the page shows it; files stand below the words. */
export function preview(reply: Reply): readonly ShownMessage[] {
  const line: Line = { id: "", seq: 0, at: new Date(0), inReplyTo: null, said: { from: "bot", reply } };
  const { text, choices, files } = messageJson(line, "", new Map());
  return [
    { text, buttons: choices.map(({ label }) => label), file: null },
    ...files.map(({ name }) => ({ text: "", buttons: [], file: name })),
  ];
}

/** A file carried in a reply is named by its line and its place there. */
function replyFileId(seq: number, at: number): string {
  return `${seq}.${at}`;
}

export function parseReplyFileId(id: string): { seq: number; at: number } | null {
  const match = /^(\d{1,9})\.(\d{1,3})$/.exec(id);
  return match === null ? null : { seq: Number(match[1]), at: Number(match[2]) };
}

/** By the number of a line in which somebody chose: what the choice was called. People read labels, not values. */
export type Labels = ReadonlyMap<number, string>;

const LOOK_BACK = 50;

/** Labels of what was chosen in these lines; menus shown shortly before them count too. */
export async function labelsFor(
  transcript: Transcript,
  address: Address,
  lines: readonly Line[],
): Promise<Labels> {
  const here = labelsIn(lines);
  const first = lines[0]?.seq ?? 1;
  const complete = lines.every((line) => chosenIn(line) === null || here.has(line.seq));
  if (complete || first === 1) return here;
  const before = await transcript.lines(address, Math.max(0, first - 1 - LOOK_BACK), LOOK_BACK);
  return labelsIn([...before.filter(({ seq }) => seq < first), ...lines]);
}

/** The same value may be called differently from menu to menu: the one shown last is meant. */
function labelsIn(lines: readonly Line[]): Labels {
  const shown = new Map<string, string>();
  const labels = new Map<number, string>();
  for (const line of lines) {
    const label = shown.get(chosenIn(line) ?? "");
    if (label !== undefined) labels.set(line.seq, label);
    if (line.said.from === "user") continue;
    for (const choice of line.said.reply.choices ?? []) shown.set(choice.value, choice.label);
  }
  return labels;
}

function chosenIn({ said }: Line): string | null {
  return said.from === "user" && said.content.kind === "choice" ? said.content.value : null;
}

function wordsOf(content: Content, label: string | undefined): string {
  switch (content.kind) {
    case "text":
    case "files":
      return content.text;
    case "choice":
      return label ?? content.value;
    case "unreadable":
      return [chatTexts.unreadable(content.what), content.text].filter(Boolean).join("\n");
  }
}

function fileUrl(conversation: string, id: string): string {
  return `/api/chat/files/${encodeURIComponent(id)}?${new URLSearchParams({ conversation }).toString()}`;
}
