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

const KINDS: readonly { mediaType: string; extension: string; looksLike: (bytes: Buffer) => boolean }[] = [
  {
    mediaType: "image/jpeg",
    extension: "jpg",
    looksLike: (bytes) => bytes.toString("hex", 0, 3) === "ffd8ff",
  },
  {
    mediaType: "image/png",
    extension: "png",
    looksLike: (bytes) => bytes.toString("hex", 0, 8) === "89504e470d0a1a0a",
  },
  {
    mediaType: "image/webp",
    extension: "webp",
    looksLike: (bytes) =>
      bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
  },
];

/** Fetches a picture from where Zalo keeps it; null when it is not there, too large, or no picture. */
export async function fetchPhoto(url: string, name: string, parts: PhotoParts): Promise<Photo | null> {
  if (!isTheirs(url, parts)) return null;
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(parts.waitMs) });
    const content = response.ok ? await readAtMost(response, LARGEST_FILE) : null;
    const kind = content && KINDS.find(({ looksLike }) => looksLike(content));
    return content && kind
      ? { name: `${name}.${kind.extension}`, mediaType: kind.mediaType, content: new Uint8Array(content) }
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

async function readAtMost(response: Response, limit: number): Promise<Buffer | null> {
  if (response.body === null || Number(response.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop lets go of the connection.
    if (bytes > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
