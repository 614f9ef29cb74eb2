import { kindOf } from "../../conversation/file-kinds.ts";
import { recordingFile } from "../../conversation/recordings.ts";
import { readAtMost } from "../../conversation/read-at-most.ts";
import { LARGEST_FILE } from "./settings.ts";

interface Media {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

interface PhotoParts {
  apiRoot: string;
  mediaHosts: readonly string[];
  waitMs: number;
}

/** Fetches a picture from where Zalo keeps it; null when it is not there, too large, or no picture. */
export async function fetchPhoto(url: string, name: string, parts: PhotoParts): Promise<Media | null> {
  const content = await download(url, parts);
  const kind = content && kindOf(content, name);
  return content && kind?.mediaType.startsWith("image/") === true
    ? { name: `${name}.${kind.extension}`, mediaType: kind.mediaType, content }
    : null;
}

/** The same for a voice message. */
export async function fetchVoice(url: string, parts: PhotoParts): Promise<Media | null> {
  const content = await download(url, parts);
  return content && recordingFile(content);
}

async function download(url: string, parts: PhotoParts): Promise<Uint8Array | null> {
  if (!isTheirs(url, parts)) return null;
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(parts.waitMs) });
    return response.ok ? await readAtMost(response, LARGEST_FILE) : null;
  } catch {
    // Gone, too slow, cut off: the person is told that it could not be read.
    return null;
  }
}

/** An address in a message must not make us call machines of our own network. */
function isTheirs(address: string, { apiRoot, mediaHosts }: PhotoParts): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.origin === new URL(apiRoot).origin) return true;
  const isListed = mediaHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return url.protocol === "https:" && isListed;
}
