import { Api } from "grammy";
import { readAtMost } from "../../conversation/read-at-most.ts";
import { failureOf, type Failure } from "./failures.ts";
import type { Usual } from "./settings.ts";

export type Called<T> = { kind: "ok"; result: T } | { kind: "failed"; failure: Failure };

/** grammY has a type of its own for what Node calls the same. */
type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;
type Ask<T> = (api: Api, signal: GrammySignal | undefined) => Promise<T>;

/** Calls the platform as one bot. Never throws, and tells nobody the token. Nothing is repeated by itself. */
export interface Client {
  call<T>(ask: Ask<T>, signal?: AbortSignal): Promise<Called<T>>;
  /** for polls, which the platform holds open */
  wait<T>(ask: Ask<T>, signal: AbortSignal): Promise<Called<T>>;
  /** a file of somebody's message; null when it is not there or larger than `most` */
  download(path: string, most: number): Promise<Uint8Array | null>;
}

export function createClient({ apiRoot, fileRoot, pollSeconds, timing }: Usual, token: string): Client {
  const quick = new Api(token, { apiRoot, timeoutSeconds: timing.request / 1000 });
  const patient = new Api(token, { apiRoot, timeoutSeconds: pollSeconds + timing.pollGrace / 1000 });
  return {
    call: (ask, signal) => called(quick, ask, signal),
    wait: (ask, signal) => called(patient, ask, signal),
    async download(path, most) {
      // The address holds the token: it is not passed on with an error, nor carried elsewhere.
      const address = `${fileRoot}/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
      try {
        const signal = AbortSignal.timeout(timing.request);
        const response = await fetch(address, { redirect: "error", signal });
        return response.ok ? await readAtMost(response, most) : null;
      } catch {
        return null;
      }
    },
  };
}

async function called<T>(api: Api, ask: Ask<T>, signal: AbortSignal | undefined): Promise<Called<T>> {
  try {
    return { kind: "ok", result: await ask(api, signal as GrammySignal | undefined) };
  } catch (error) {
    // Told apart by kind alone: the error itself holds the token and what people wrote.
    return { kind: "failed", failure: signal?.aborted === true ? { kind: "stopped" } : failureOf(error) };
  }
}
