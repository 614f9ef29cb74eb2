import type { Rating } from "../../registry/gaps.ts";
import { barely, sameWords, wordsIn } from "./phrases.ts";

const RATINGS: readonly { rating: Rating; phrases: readonly (readonly string[])[] }[] = (
  [
    [
      "good",
      "hữu ích | rất hữu ích | hữu ích lắm | hữu ích quá | câu trả lời hữu ích | trả lời hữu ích | trả lời đúng | trả lời đúng rồi | " +
        "trả lời đúng ý | đúng ý rồi | đúng ý tôi | trả lời tốt | trả lời hay | bổ ích | rất bổ ích",
    ],
    [
      "bad",
      "chưa đúng | không đúng | sai | sai rồi | sai bét | trả lời sai | trả lời sai rồi | bot trả lời sai | câu trả lời sai | " +
        "chưa đúng ý | không đúng ý | chưa đúng ý tôi | không đúng ý tôi | trả lời chưa đúng | trả lời không đúng | trả lời chưa đúng ý | " +
        "câu trả lời chưa đúng | câu trả lời không đúng | không hữu ích | chưa hữu ích | không phải ý tôi | trả lời tệ | trả lời lạc đề | lạc đề rồi",
    ],
  ] as const
).map(([rating, phrases]) => ({ rating, phrases: phrases.split("|").map(wordsIn) }));

/** What a whole message says of the last answer; a sentence around the words is a question. */
export function ratingOf(text: string): Rating | null {
  for (const words of barely(wordsIn(text))) {
    const found = RATINGS.find(({ phrases }) => phrases.some((phrase) => sameWords(words, phrase)));
    if (found) return found.rating;
  }
  return null;
}
