import { kindOf, tidyFileName } from "../../conversation/file-kinds.ts";
import { unreadable, type Address, type Content, type FileRef } from "../../conversation/message.ts";
import { recordingFile } from "../../conversation/recordings.ts";
import { readAtMost } from "../../conversation/read-at-most.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Decoded } from "./decode.ts";
import { LARGEST_FILE, type Usual } from "./settings.ts";
import { texts } from "./texts.ts";

interface Parts {
  files: Files;
  settings: Pick<Usual, "mediaHosts" | "callMs">;
  now: () => Date;
}

export type Fetch = (from: Address, said: Extract<Decoded["said"], { kind: "media" }>) => Promise<Content>;

/** Brings pictures and documents into our store; what cannot be had is unreadable, its words are not. */
export function createFetch({ files, settings, now }: Parts): Fetch {
  return async (from, { what, links, text }) => {
    if (what === "audio") return recording(from, links[0]?.url ?? "", text);
    const refs: FileRef[] = [];
    for (const [at, link] of links.entries()) {
      const content = await download(link.url);
      const kind = content && kindOf(content, link.name ?? "");
      if (!content || !kind) continue;
      const name = tidyFileName(link.name ?? texts.imageName(at + 1), kind.extension);
      refs.push(await files.keep(from, { name, mediaType: kind.mediaType, content }, now()));
    }
    if (refs.length > 0) return { kind: "files", files: refs, text };
    return unreadable(texts.unreadable[what], text);
  };

  async function recording(from: Address, url: string, text: string): Promise<Content> {
    const content = files.takesRecordings ? await download(url) : null;
    const file = content && recordingFile(content);
    if (!file) return unreadable(texts.unreadable.audio, text);
    return { kind: "files", files: [await files.keep(from, file, now())], text };
  }

  async function download(url: string): Promise<Uint8Array | null> {
    if (!isAllowed(url)) return null;
    try {
      const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(settings.callMs) });
      return response.ok ? await readAtMost(response, LARGEST_FILE) : null;
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
