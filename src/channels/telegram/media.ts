import { kindOf, tidyFileName } from "../../conversation/file-kinds.ts";
import { unreadable, type Address, type Content } from "../../conversation/message.ts";
import { LONGEST_RECORDING_SECONDS, recordingFile } from "../../conversation/recordings.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Client } from "./client.ts";
import type { Media } from "./said.ts";
import { LARGEST_FILE } from "./settings.ts";
import { texts } from "./texts.ts";

/** Brings a file of a message into our store. Throws what the store throws. */
export type FetchMedia = (from: Address, media: Media) => Promise<Content>;

export function createFetchMedia(client: Client, files: Files, now: () => Date): FetchMedia {
  return async (from, media) => {
    if (media.seconds !== undefined) return recording(from, media, media.seconds);
    const content = await download(media);
    const kind = content && kindOf(content, media.name ?? "");
    if (!content || !kind) return unreadable(media.what, media.caption);
    const name = tidyFileName(media.name ?? texts.photoName, kind.extension);
    const kept = await files.keep(from, { name, mediaType: kind.mediaType, content }, now());
    return { kind: "files", files: [kept], text: media.caption };
  };

  async function recording(from: Address, media: Media, seconds: number): Promise<Content> {
    const isTaken = files.takesRecordings && seconds <= LONGEST_RECORDING_SECONDS;
    const content = isTaken ? await download(media) : null;
    const file = content && recordingFile(content);
    if (!file) return unreadable(media.what, media.caption);
    return { kind: "files", files: [await files.keep(from, file, now())], text: media.caption };
  }

  /** What Telegram says about the size is not relied upon, only used to ask for nothing in vain. */
  async function download({ fileId, bytes }: Media): Promise<Uint8Array | null> {
    if (bytes !== null && bytes > LARGEST_FILE) return null;
    const found = await client.call((api, signal) => api.getFile(fileId, signal));
    if (found.kind === "failed" || found.result.file_path === undefined) return null;
    return client.download(found.result.file_path, LARGEST_FILE);
  }
}
