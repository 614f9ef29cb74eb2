import type { IsoDate } from "../knowledge/document.ts";
import type { Library } from "../knowledge/library.ts";
import type { Citation } from "./answer.ts";
import { citePlace } from "./cite.ts";
import { statusOn } from "./validity.ts";

const DOCUMENT = "232/2016/TT-BTC";
const PLACE = "Điều 4 khoản 6";
/** As the text has it. */
const LAST_DAY = "30/6";

/**
 * What says until when the yearly fee for barcodes is paid (Thông tư 232/2016/TT-BTC Điều 4 khoản 6: chậm nhất 30/6).
 * Null when that is not in force on the day, or says another day: nobody is reminded of what does not hold.
 */
export function feeBasis(library: Library, asOf: IsoDate): Citation | null {
  const document = library.byNumber(DOCUMENT);
  const section = document?.sections.find(({ anchor }) => anchor === PLACE);
  if (!document || statusOn(asOf, document, section) !== "in_force") return null;
  const citation = citePlace(library, DOCUMENT, PLACE, asOf);
  return citation?.text.includes(LAST_DAY) ? citation : null;
}
