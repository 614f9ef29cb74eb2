import type { FileRef } from "../../conversation/message.ts";
import { REQUEST_KINDS, type RequestKind } from "../../registry/views.ts";
import { picked } from "../choosing.ts";
import type { Input } from "../dialogue.ts";
import { field, type Read } from "../form.ts";
import { requestTexts as texts } from "./request-texts.ts";

export interface RequestAnswers {
  requestKind: RequestKind;
  description: string;
  files: readonly FileRef[];
}

export const LONGEST_DESCRIPTION = 2000;
const SHORTEST_DESCRIPTION = 10;
const MOST_FILES = 5;

const KINDS = (Object.entries(REQUEST_KINDS) as [RequestKind, string][]).map(([value, label]) => ({
  label,
  value,
}));
const KIND_SAYINGS: Readonly<Record<RequestKind, readonly string[]>> = {
  he_thong_cong_cu: ["iso", "lam iso", "5s", "lean", "kaizen", "he thong quan ly", "cong cu cai tien"],
  truy_xuat_gap: ["truy xuat", "truy xuat nguon goc", "vietgap", "gap", "huu co", "nang suat xanh"],
  so_hoa: ["so hoa", "chuyen doi so", "cong nghe so", "phan mem"],
  chung_nhan: ["chung nhan", "chung nhan san pham", "chung nhan he thong"],
  vuong_mac: ["vuong mac", "kho khan", "khac", "khong ro", "khong biet"],
};

export const requestKindField = field<RequestAnswers, "requestKind">({
  id: "requestKind",
  label: texts.kindLabel,
  ask: () => ({ text: texts.askKind, choices: KINDS }),
  read(input) {
    const kind = picked(input, KINDS, KIND_SAYINGS);
    return kind === null
      ? { kind: "mistake", text: texts.chooseKind, unfit: true }
      : { kind: "value", value: kind };
  },
  show: ({ requestKind }) =>
    requestKind === undefined ? null : `${texts.kindLabel}: ${REQUEST_KINDS[requestKind]}`,
});

/** Free words; files that come with them are kept for the next question. */
export const descriptionField = field<RequestAnswers & { background: readonly string[] }, "description">({
  id: "description",
  label: texts.descriptionLabel,
  freeText: true,
  takesFiles: true,
  ask: () => ({ text: texts.askDescription }),
  read(input, { files = [] }) {
    const words = input.kind === "choice" ? "" : tidy(input.text);
    const mistake = descriptionMistake(words);
    if (mistake !== null) return { kind: "mistake", text: mistake };
    if (input.kind !== "files" || input.files.length === 0) return { kind: "value", value: words };
    const { kept, note } = withFiles(files, input.files);
    return { kind: "value", value: words, fills: { files: kept }, ...(note !== undefined && { note }) };
  },
  show({ description, background = [] }) {
    if (description === undefined) return null;
    const line = `${texts.descriptionLabel}: ${description}`;
    return background.length === 0 ? line : `${line}\n${texts.background(background)}`;
  },
});

export const filesField = field<RequestAnswers, "files">({
  id: "files",
  label: texts.filesLabel,
  takesFiles: true,
  list: true,
  ask: ({ files = [] }) =>
    files.length === 0
      ? { text: texts.askFiles, choices: [{ label: texts.noFiles, value: "none" }] }
      : {
          text: texts.filesSoFar(namesOf(files), files.length),
          choices: [
            { label: texts.done, value: "done" },
            { label: texts.clearFiles, value: "clear" },
          ],
        },
  read: (input, { files = [] }) => readFiles(input, files),
  show: ({ files }) =>
    files === undefined ? null : files.length === 0 ? texts.noFilesLine : texts.filesLine(namesOf(files)),
});

const FILE_CHOICES = [
  { label: texts.noFiles, value: "none" },
  { label: texts.done, value: "done" },
  { label: texts.clearFiles, value: "clear" },
] as const;
const FILE_SAYINGS = {
  none: ["khong", "ko", "k", "khong co tep", "chua co", "ko co", "khong gui"],
  done: ["het", "het roi", "xong roi", "du roi"],
  clear: ["bo het", "xoa het"],
};

function readFiles(input: Input, before: readonly FileRef[]): Read<readonly FileRef[]> {
  if (input.kind === "files" && input.files.length > 0) {
    const { kept, note } = withFiles(before, input.files);
    const notes = [note, input.text.trim() === "" ? undefined : texts.captionLeft].filter(Boolean).join("\n");
    return {
      kind: kept.length < MOST_FILES ? "more" : "value",
      value: kept,
      ...(notes !== "" && { note: notes }),
    };
  }
  const asked: Input = input.kind === "files" ? { kind: "text", text: input.text } : input;
  switch (picked(asked, FILE_CHOICES, FILE_SAYINGS)) {
    case "done":
      return { kind: "value", value: before };
    case "none":
      return { kind: "value", value: before };
    case "clear":
      return { kind: "more", value: [], note: texts.filesCleared };
    case null:
      return { kind: "mistake", text: texts.sendFiles, unfit: true };
  }
}

/** Files added to those there are; what is beyond the limit is told of. */
export function withFiles(before: readonly FileRef[], added: readonly FileRef[]) {
  const all = [...before, ...added.filter(({ id }) => !before.some((one) => one.id === id))];
  const left = Math.max(0, all.length - MOST_FILES);
  return { kept: all.slice(0, MOST_FILES), note: left > 0 ? texts.filesFull(left) : undefined };
}

export function namesOf(files: readonly FileRef[]): string {
  return files.map(({ name }) => name).join(", ");
}

/** What is wrong with a description; null where it will do. */
export function descriptionMistake(words: string): string | null {
  if (words.length > LONGEST_DESCRIPTION) return texts.tooLong(words.length);
  // Ten dots or smileys tell staff nothing.
  const isTold = words.length >= SHORTEST_DESCRIPTION && (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 6;
  return isTold ? null : texts.tooShort;
}

/** Lines stay lines; anything else invisible goes. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\P{C}\n]/gu, "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
