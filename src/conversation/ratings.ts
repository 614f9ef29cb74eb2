import type { Rating } from "../registry/gaps.ts";
import type { Address } from "./message.ts";

/** What people think of their answers, for channels that have buttons for it on their own pages. */
export interface Ratings {
  /**
   * Rates the answer to a message of this sender; a later rating takes the place of an earlier one. After a bad one
   * the offer to pass the question on arrives in the conversation. False where that message was no question of theirs.
   */
  rate(by: RatedBy, rating: Rating, now: Date): Promise<boolean>;
}

interface RatedBy {
  address: Address;
  sender: string;
  messageId: string;
}
