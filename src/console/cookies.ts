import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Context } from "hono";
import { CONSOLE } from "./routes.ts";

/** `session`: who is signed in. `challenge`: a right password that waits for its code. `flash`: what the next page says. */
type Name = "session" | "challenge" | "flash";

const NAMES: Readonly<Record<Name, { name: string; maxAge: number }>> = {
  session: { name: "can-bo", maxAge: 12 * 3600 },
  challenge: { name: "can-bo-buoc-hai", maxAge: 600 },
  flash: { name: "can-bo-tin", maxAge: 60 },
};

/** Over HTTPS a cookie is bound to the host, so that neither a neighbouring site nor plain HTTP can plant one. */
export function readCookie(c: Context, secure: boolean, name: Name): string | undefined {
  const value = getCookie(c, NAMES[name].name, secure ? "host" : undefined);
  return value === "" ? undefined : value;
}

export function writeCookie(c: Context, secure: boolean, which: Name, value: string): void {
  const { name, maxAge } = NAMES[which];
  const common = { httpOnly: true, sameSite: "Lax", maxAge } as const;
  if (secure) setCookie(c, name, value, { ...common, prefix: "host", path: "/", secure: true });
  else setCookie(c, name, value, { ...common, path: CONSOLE });
}

export function forgetCookie(c: Context, secure: boolean, which: Name): void {
  const { name } = NAMES[which];
  if (secure) deleteCookie(c, name, { prefix: "host", path: "/", secure: true });
  else deleteCookie(c, name, { path: CONSOLE });
}
