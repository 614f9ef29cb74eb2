import type { API, Credentials, Zalo } from "zca-js";
import { createFetch } from "./calls.ts";
import { failureOf } from "./failures.ts";
import type { Session } from "./session.ts";
import type { Usual } from "./settings.ts";

export type { API } from "zca-js";

/** How taking up a session ended. */
export type Entered =
  | { kind: "in"; api: API }
  /** Zalo answers, but does not know this session any more */
  | { kind: "expired" }
  /** worth trying again; `why` in a few words for staff */
  | { kind: "failed"; why: string };

/** Loaded only when an account signs in: who does not use this channel pays nothing for it. */
export async function createZalo(
  { gateway, times }: Usual,
  seen?: (response: Response) => void,
): Promise<Zalo> {
  const { Zalo } = await import("zca-js");
  const call = createFetch({ gateway, callMs: times.callMs, pollMs: times.pollMs });
  const polyfill: typeof fetch = async (input, init) => {
    const response = await call(input, init);
    seen?.(response);
    return response;
  };
  return new Zalo({ polyfill, checkUpdate: false, logging: false, selfListen: false });
}

/** A fresh login with a kept session; every connection has its own. */
export async function enter(session: Session, settings: Usual): Promise<Entered> {
  const broken: number[] = [];
  const zalo = await createZalo(settings, ({ ok, status }) => {
    if (!ok) broken.push(status);
  });
  try {
    const api = await zalo.login({
      imei: session.imei,
      userAgent: session.userAgent,
      // Copied, because the library changes what it is given.
      cookie: structuredClone(session.cookies) as unknown as Exclude<Credentials["cookie"], { url: string }>,
    });
    return { kind: "in", api };
  } catch (error) {
    const failure = failureOf(error);
    // For an expired session the library has no code: every call went well, and nobody is signed in.
    const isExpired = failure.kind === "expired" || (failure.kind === "refused" && broken.length === 0);
    if (isExpired) return { kind: "expired" };
    if (broken.length > 0) return { kind: "failed", why: `Zalo answered HTTP ${broken.join(", ")}` };
    return { kind: "failed", why: "why" in failure ? failure.why : failure.kind };
  }
}

/** The cookies as they are now: Zalo renews them while they are used. */
export function cookiesOf(api: API): Session["cookies"] {
  const jar = api.getCookie().toJSON();
  return jar?.cookies ?? [];
}
