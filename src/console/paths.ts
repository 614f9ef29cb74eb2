import { CONSOLE } from "./routes.ts";

/** Addresses that one part of the console gives to another. */

/** questions that nobody could answer, and a group of them by the id of one of its questions */
export const GAPS = `${CONSOLE}/cho-tra-loi`;

/** answers that staff write, and the page of one by its id */
export const ITEMS = `${CONSOLE}/cau-tra-loi`;

/** every question asked, and how its answer came about by its id */
export const QUESTIONS = `${CONSOLE}/cau-hoi`;

/** Enterprises, and the page of one by its id. */
export const ENTERPRISES = `${CONSOLE}/co-so`;

/** Where the phone number of somebody who speaks for an enterprise is asked for; each look is written down. */
export function phoneLookPath(enterpriseId: string, contactId: string): string {
  return `${ENTERPRISES}/${enterpriseId}/nguoi/${contactId}/so`;
}

/** Results of support, and the page of one by its id. */
export const RESULTS = `${CONSOLE}/ket-qua`;

/** A new result of the request with this id: its enterprise and kind are filled in. */
export function resultOfRequestPath(request: string): string {
  return `${RESULTS}/moi?yeu_cau=${encodeURIComponent(request)}`;
}

/** A new result of an enterprise. */
export function resultOfEnterprisePath(enterprise: string): string {
  return `${RESULTS}/moi?co_so=${encodeURIComponent(enterprise)}`;
}

/** A new answer to the question with this id, and to those like it. */
export function answerPath(question: string): string {
  return `${ITEMS}/moi?cau=${encodeURIComponent(question)}`;
}
