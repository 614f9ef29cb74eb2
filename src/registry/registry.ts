import type { Address } from "../conversation/message.ts";
import type { EventView, Mine } from "./views.ts";

/** Reads of the registry. Everything that changes it is a `Command`, run when the turn is settled. */
export interface Registry {
  /** events that are open or will open, soonest first; with those lately closed so that a keyword still finds them */
  events(now: Date): Promise<readonly EventView[]>;
  /** what this person created from this chat */
  mine(address: Address, sender: string): Promise<Mine>;
}
