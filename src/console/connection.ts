import type { Context } from "hono";
import { peerAddress } from "../web-kit/client-address.ts";

/** How a request reached us. */
export interface Connection {
  /**
   * `https`: read by nobody on the way. `local`: from a browser on this machine (or through a tunnel to it).
   * `exposed`: plain HTTP over a network, where passwords could be read.
   */
  transport: "https" | "local" | "exposed";
  /** straight from this machine, with no proxy between */
  fromThisMachine: boolean;
}

const FORWARDED = /^(?:forwarded|x-forwarded-.+|x-real-ip)$/i;
const LOOPBACK = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/;
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** X-Forwarded-Proto can be written by anybody; it is believed only where proxies of ours stand in front. */
export function connectionOf(c: Context, trustedProxies: number): Connection {
  const headers = c.req.header();
  const isForwarded = Object.keys(headers).some((name) => FORWARDED.test(name));
  const host = headers["host"] ?? new URL(c.req.url).host;
  const isHttps =
    trustedProxies > 0 && (headers["x-forwarded-proto"] ?? "").split(",").at(-1)?.trim() === "https";
  const isLocal = !isForwarded && LOCAL_HOST.test(host);
  return {
    transport: isHttps ? "https" : isLocal ? "local" : "exposed",
    fromThisMachine: !isForwarded && LOOPBACK.test(peerAddress(c) ?? ""),
  };
}
