import { memberOf, type ConsoleContext } from "./visit.ts";

/** Who of the staff does something, and when. */
export interface By {
  /** id of the member of staff, for the audit */
  actor: string;
  now: Date;
}

export interface Colleague {
  id: string;
  name: string;
}

/** Whoever is signed in, now. */
export function byOf(c: ConsoleContext): By {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}

export interface Colleague {
  id: string;
  name: string;
}
