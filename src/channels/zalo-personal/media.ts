import { readAtMost } from "../../conversation/read-at-most.ts";
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
    return response.ok ? await readAtMost(response, LARGEST_FILE) : null;
  } catch {
    return null;
  }
}
