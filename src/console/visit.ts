import type { Context } from "hono";
import type { Member, Session, Source } from "./access/port.ts";
import type { By } from "./by.ts";
import type { Shell } from "./shell.ts";

/** One request of the console, as its pages see it. */
export interface Visit {
  session: Session | null;
  /** proves that a form comes from a page of this session; empty where nobody is signed in */
  csrf: string;
  /** came over HTTPS */
  secure: boolean;
  from: Source;
}

export interface ConsoleEnv {
  Variables: { visit: Visit; shell: Shell };
}

/** `any` only where Hono has it: the names in the path. */
export type ConsoleContext<Path extends string = string> = Context<ConsoleEnv, Path>;

/** Who is signed in; only for routes that ask for a permission. */
export function memberOf(c: ConsoleContext): Member {
  return sessionOf(c).member;
}

/** Who does it and when, for what is written down of it. */
export function byOf(c: ConsoleContext): By {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

export function sessionOf(c: ConsoleContext): Session {
  const { session } = c.var.visit;
  if (session === null) throw new Error("this route is public: it has no member of staff");
  return session;
}
