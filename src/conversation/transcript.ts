import type { Rating } from "../registry/gaps.ts";
import type { Address, Content, FileRef } from "./message.ts";
import type { Reply } from "./reply.ts";

/** One line of a conversation as its person sees it. */
export interface Line {
  /** grows by one from line to line; what `after` counts */
  seq: number;
  id: string;
  /** id of the person's message this answers */
  inReplyTo: string | null;
  /** what the person thought of an answer that may be rated; null where nothing was said yet */
  rating?: Rating | null;
  said: { from: "user"; content: Content } | { from: "bot" | "staff"; reply: Reply };
  at: Date;
}

/** What has been said in a conversation, for channels that show it on their own pages. */
export interface Transcript {
  exists(address: Address): Promise<boolean>;
  /** lines after number `after`, oldest first, at most `limit` */
  lines(address: Address, after: number, limit: number): Promise<readonly Line[]>;
}

/** Files people send; kept until their conversation is erased or their time is over. */
export interface Files {
  /** recordings are worth keeping for a moment: something hears them */
  readonly takesRecordings?: true;
  /** keeps a file of this conversation, which is made when it is new */
  keep(
    address: Address,
    file: { name: string; mediaType: string; content: Uint8Array },
    now: Date,
  ): Promise<FileRef>;
  read(address: Address, id: string): Promise<{ ref: FileRef; content: Uint8Array } | null>;
}
