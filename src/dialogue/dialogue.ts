import type { FileRef } from "../conversation/message.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Citation } from "../answer/answer.ts";
import type { Command, CommandOutcome } from "../registry/commands.ts";
import type { WorkingCalendar } from "../registry/working-calendar.ts";
import type { EventView, Mine } from "../registry/views.ts";
import type { Communes } from "../registry/communes.ts";

/** What a person did, after menus were resolved. */
export type Input =
  /** `spoken`: heard by a machine, which may have misheard */
  | { kind: "text"; text: string; spoken?: true }
  | { kind: "choice"; value: string }
  | { kind: "files"; files: readonly FileRef[]; text: string };

/** What a dialogue may know besides its own state. All of it was read beforehand: a dialogue is pure. */
export interface DialogueContext {
  now: Date;
  organisation: string;
  /** how long personal data are kept, in words of the privacy notice; the configuration knows */
  retention?: string;
  communes: Communes;
  calendar: WorkingCalendar;
  events: readonly EventView[];
  mine: Mine;
  /** who writes is one of the staff and may draft announcements */
  announces?: boolean;
  /** a citation of the knowledge: document number and anchor; null when it is not there */
  cite: (document: string, section: string) => Citation | null;
}

export type Step =
  /** the form goes on; `state` is plain JSON and stands alone */
  | { kind: "ask"; state: unknown; reply: Reply }
  /** something is to be changed; `conclude` says how it ended. The form closes, unless `state` keeps it open */
  | { kind: "do"; command: Command; conclude: (outcome: CommandOutcome) => Concluded }
  /** the form closes without a change */
  | { kind: "leave"; reply: Reply }
  /** closes this form and opens another with what is known already */
  | { kind: "switch"; to: string; start: unknown }
  /** the words are no answer to the question at hand: perhaps they are a question themselves */
  | { kind: "not_understood"; reply: Reply };

export interface Concluded {
  reply: Reply;
  /** given where the form stays open */
  state?: unknown;
}

/** A conversation with a purpose. Pure: no clock, database or network; its state is data. */
export interface Dialogue {
  readonly name: string;
  readonly version: number;
  /** `start` is what a button, another dialogue or an announcement handed over; undefined when it was only named */
  begin(context: DialogueContext, start?: unknown): Step;
  advance(state: unknown, input: Input, context: DialogueContext): Step;
  /** the question at hand once more, after an interruption */
  resume(state: unknown, context: DialogueContext): Reply;
  /** one step back; null at the first */
  back(state: unknown, context: DialogueContext): Step | null;
  /** pictures are looked at for article numbers, and it is opened anew with `{ seen }`; they are not kept */
  readonly readsPictures?: true;
  /**
   * What is typed is for others to read, or names what they will read: titles and numbers of classes open nothing else
   * here. Words that leave the dialogue, and the one that ends all announcements, still do.
   */
  readonly writesForOthers?: true;
  /** state of an older version brought up to date; null where that cannot be: the form reopens with `begin` */
  migrate?(state: unknown, version: number): unknown;
  /** at a screen that only shows: nothing was typed that could be lost, and other words are no answer to it */
  isBrowsing?(state: unknown): boolean;
  /** lines of what was typed so far, said back when the form cannot go on, so that nothing is lost */
  typed(state: unknown, context: DialogueContext): readonly string[];
}
