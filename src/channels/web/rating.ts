import { z } from "zod";
import type { Ratings } from "../../conversation/ratings.ts";
import { addressOf } from "./tokens.ts";

export interface RatingParts {
  ratings: Ratings;
  now: () => Date;
}

/** What a page or a program may post about an answer. */
export const ratingSchema = z.object({
  conversation: z.string().max(200),
  message: z.guid().meta({ description: "id of the person's message whose answer is rated" }),
  rating: z.enum(["good", "bad"]),
});

type PostedRating = z.infer<typeof ratingSchema>;

/** Null for anything else. */
export function readRating(body: unknown): PostedRating | null {
  return ratingSchema.safeParse(body).data ?? null;
}

/** Whoever holds the token asked the questions; false where that message was none. */
export function rate({ ratings, now }: RatingParts, { conversation, message, rating }: PostedRating) {
  const address = addressOf(conversation);
  return ratings.rate({ address, sender: address.chat, messageId: message }, rating, now());
}
