import { kindOf } from "../../conversation/file-kinds.ts";
import { readAtMost } from "../../conversation/read-at-most.ts";
import { LARGEST_FILE } from "./settings.ts";

interface Photo {
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
export async function fetchPhoto(url: string, name: string, parts: PhotoParts): Promise<Photo | null> {
  if (!isTheirs(url, parts)) return null;
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(parts.waitMs) });
    const content = response.ok ? await readAtMost(response, LARGEST_FILE) : null;
    const kind = content && kindOf(content, name);
    return content && kind?.mediaType.startsWith("image/") === true
      ? { name: `${name}.${kind.extension}`, mediaType: kind.mediaType, content }
      : null;
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
