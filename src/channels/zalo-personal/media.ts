import { createFetch } from "./calls.ts";
import { LARGEST_FILE, type Usual } from "./settings.ts";

/** Fetches a picture or document that somebody sent; null where it is too large, gone, or lies somewhere else. */
export async function fetchMedia(
  address: string,
  { gateway, mediaHosts, times }: Usual,
): Promise<Uint8Array | null> {
  const url = new URL(address);
  // The address comes with a person's message: only Zalo's own stores are asked.
  const isZalos = mediaHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (url.protocol !== "https:" || !isZalos) return null;
  try {
    const call = createFetch({ gateway, callMs: times.callMs, pollMs: times.callMs });
    const response = await call(url, { redirect: "error" });
    if (!response.ok || response.body === null) return null;
    return await upTo(LARGEST_FILE, response.body);
  } catch {
    return null;
  }
}

async function upTo(most: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
