import { unreadable, type Address, type Content, type FileRef } from "../../conversation/message.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Decoded } from "./decode.ts";
import { kindOf } from "./file-kinds.ts";
import { LARGEST_FILE, type Usual } from "./settings.ts";
import { texts } from "./texts.ts";

interface Parts {
  files: Files;
  settings: Pick<Usual, "mediaHosts" | "callMs">;
  now: () => Date;
}

export type Fetch = (from: Address, said: Extract<Decoded["said"], { kind: "media" }>) => Promise<Content>;

const LONGEST_NAME = 100;

/** Brings pictures and documents into our store; what cannot be had is unreadable, its words are not. */
export function createFetch({ files, settings, now }: Parts): Fetch {
  return async (from, { what, links, text }) => {
    const refs: FileRef[] = [];
    for (const [at, link] of links.entries()) {
      const content = await download(link.url);
      const kind = content && kindOf(content, link.name ?? "");
      if (!content || !kind) continue;
      const name = tidyName(link.name ?? texts.imageName(at + 1), kind.extension);
      refs.push(await files.keep(from, { name, mediaType: kind.mediaType, content }, now()));
    }
    if (refs.length > 0) return { kind: "files", files: refs, text };
    return unreadable(texts.unreadable[what], text);
  };

  async function download(url: string): Promise<Uint8Array | null> {
    if (!isAllowed(url)) return null;
    try {
      const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(settings.callMs) });
      if (!response.ok || !response.body) return null;
      return await atMost(response.body, LARGEST_FILE);
    } catch {
      return null;
    }
  }

  /** The address is signed by Zalo; still it leads nowhere but to Zalo. */
  function isAllowed(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname } = new URL(url);
    if (protocol !== "https:" && protocol !== "http:") return false;
    return settings.mediaHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  }
}

async function atMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** No folders, no control characters, not endless, and the ending that fits what is inside. */
function tidyName(name: string, extension: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}"<>:|?*\s]+/gu, " ")
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .trim();
  return `${Array.from(bare).slice(0, LONGEST_NAME).join("") || texts.fileName}.${extension}`;
}
