import type { FileRef, IncomingMessage } from "./message.ts";
import { texts } from "./texts.ts";

/** What is taken of a recording; a question is much shorter. */
export const LONGEST_RECORDING_SECONDS = 120;
export const LARGEST_RECORDING = 4 * 1024 * 1024;

/** A voice message as it is kept until it was heard. */
interface RecordingFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

interface RecordingKind {
  mediaType: string;
  extension: string;
}

interface Known extends RecordingKind {
  /** bytes at a place, as Latin-1 */
  begins: readonly (readonly [at: number, bytes: string])[];
}

const KNOWN: readonly Known[] = [
  { mediaType: "audio/ogg", extension: "ogg", begins: [[0, "OggS"]] },
  { mediaType: "audio/webm", extension: "webm", begins: [[0, "\x1a\x45\xdf\xa3"]] },
  {
    mediaType: "audio/wav",
    extension: "wav",
    begins: [
      [0, "RIFF"],
      [8, "WAVE"],
    ],
  },
  { mediaType: "audio/mp4", extension: "m4a", begins: [[4, "ftyp"]] },
  { mediaType: "audio/mpeg", extension: "mp3", begins: [[0, "ID3"]] },
  ...["\xff\xfb", "\xff\xf3", "\xff\xf2"].map((bytes) => ({
    mediaType: "audio/mpeg",
    extension: "mp3",
    begins: [[0, bytes]] as const,
  })),
  ...["\xff\xf1", "\xff\xf9"].map((bytes) => ({
    mediaType: "audio/aac",
    extension: "aac",
    begins: [[0, bytes]] as const,
  })),
  { mediaType: "audio/amr", extension: "amr", begins: [[0, "#!AMR"]] },
];

/**
 * A recording under a name that says nothing, by its first bytes and whatever it was called; null where it is none, or
 * too large.
 */
export function recordingFile(content: Uint8Array): RecordingFile | null {
  const kind = content.byteLength > LARGEST_RECORDING ? null : kindOf(content);
  return kind && { name: `${texts.recordingName}.${kind.extension}`, mediaType: kind.mediaType, content };
}

function kindOf(content: Uint8Array): RecordingKind | null {
  const known = KNOWN.find(({ begins }) =>
    begins.every(([at, bytes]) =>
      Array.from(bytes).every((byte, index) => content[at + index] === byte.charCodeAt(0)),
    ),
  );
  return known ?? null;
}

function isRecording({ mediaType }: Pick<FileRef, "mediaType">): boolean {
  return mediaType.startsWith("audio/");
}

/** The voice message that this is; null for all others. Groups have none: who speaks there agreed to nothing. */
export function recordingIn({ content, isGroup }: IncomingMessage): FileRef | null {
  return isGroup || content.kind !== "files" ? null : (content.files.find(isRecording) ?? null);
}
