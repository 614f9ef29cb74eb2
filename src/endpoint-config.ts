import { z } from "zod";

/** Settings that all servers of the OpenAI protocol have in common. */

const OPENAI = "https://api.openai.com/v1";
/** Servers of one's own often want no key; the client wants one. */
const NO_KEY = "none";

export const words = z.string().trim().default("");

export const address = words
  .refine((value) => value === "" || (URL.canParse(value) && /^https?:\/\/\S+$/.test(value)))
  .transform((value) => value.replace(/\/+$/, ""));

export function wholeNumber(usual: string, least: number, most: number) {
  return words
    .transform((value) => (value === "" ? usual : value))
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

/** Addresses within a machine or an organisation: loopback, private networks, names without a dot or under local zones. */
function isOwn(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  if (name === "localhost" || /\.(?:local|lan|internal|intranet|home\.arpa|localhost)$/.test(name))
    return true;
  if (name.includes(":")) return name === "::1" || /^f[cd]|^fe80:/.test(name);
  if (/^\d+(?:\.\d+){3}$/.test(name))
    return /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(name);
  return !name.includes(".");
}

/** A server of the OpenAI protocol. */
export interface Endpoint {
  apiKey: string;
  baseUrl: string;
  /** what is sent leaves the organisation's own machines */
  isExternal: boolean;
}

/** A model on such a server, and what a day may bring to it. */
export interface ServerSettings extends Endpoint {
  model: string;
  /** of one person */
  perPerson: number;
  /** of all people together */
  perDay: number;
}

interface Wanted {
  key: string;
  /** OpenAI's own where it is empty */
  address: string;
  mayLeave: boolean;
  /** said where there is neither a key nor an address */
  missing: string;
  /** said where it would leave for `host` and may not */
  refused: (host: string) => string;
}

/** Where a model is reached, or why it may not be. */
export function endpointOf(wanted: Wanted): Endpoint | { mistake: string } {
  const { key, address: place, mayLeave, missing, refused } = wanted;
  if (key === "" && place === "") return { mistake: missing };
  const baseUrl = place === "" ? OPENAI : place;
  const { host, hostname } = new URL(baseUrl);
  const isExternal = !isOwn(hostname);
  if (isExternal && !mayLeave) return { mistake: refused(host) };
  return { apiKey: key === "" ? NO_KEY : key, baseUrl, isExternal };
}
