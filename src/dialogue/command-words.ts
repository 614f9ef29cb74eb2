import type { Rating } from "../registry/gaps.ts";
import type { Reply } from "../conversation/reply.ts";

/** What short words or a lasting button ask for, whatever form is open. */
export type Told =
  | { kind: "go"; to: string; start?: unknown }
  | { kind: "cancel" }
  /** ends the form at hand; where there is none, what is told unasked */
  | { kind: "stop" }
  | { kind: "back" }
  | { kind: "staff" }
  | { kind: "menu" }
  | { kind: "help" }
  /** wants to agree to what they may have declined before */
  | { kind: "allow"; what: "model" | "voice" };

/** The words that work everywhere. */
export interface CommandWords {
  menu: Reply;
  help: Reply;
  /** null where it is no command: a question, or words for the form at hand */
  ofText(text: string): Told | null;
  /** a value of a button that lasts: `go:…`, `offer:…` */
  ofChoice(value: string): Told | null;
  /** a bare number that is a barcode */
  ofNumber(text: string): Told | null;
  isYes(text: string): boolean;
  /** words that are nothing but an opinion of the last answer; null for all others */
  ratingOf(text: string): Rating | null;
  /** a button's value or typed words that end the wait for staff */
  isLeaveStaff(said: string): boolean;
}
