import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Whom a limit counts against. X-Forwarded-For can be written by anybody, so only the entries that our own proxies
 * appended are believed: the last ones, as many as there are proxies.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  return household(fullClientAddress(c, trustedProxies) ?? "unknown");
}

/** The same, told apart from its neighbours; undefined without a connection. */
export function fullClientAddress(c: Context, trustedProxies: number): string | undefined {
  if (trustedProxies > 0) {
    const entries = (c.req.header("X-Forwarded-For") ?? "").split(",").map((entry) => entry.trim());
    const entry = entries.at(-trustedProxies);
    if (entry) return entry;
  }
  return peerAddress(c);
}

/** The other end of the connection: a person, or a proxy. */
export function peerAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    // Called without a connection, as tests and command lines do.
    return undefined;
  }
}

/** One household has a whole /64 of IPv6 addresses to choose from. */
function household(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!bare.includes(":")) return bare;
  const [head = "", tail] = bare.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":");
}
