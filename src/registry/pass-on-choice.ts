import { hexOf, idOf } from "./short-ids.ts";

const SHAPE = /^pass:([0-9a-f]{32})$/;

/** A badly answered question, to be passed on to a person: the value of a button that lasts. */
export function passOnChoice(questionId: string): string {
  return `pass:${hexOf(questionId)}`;
}

/** Id of the question; null for any other value. */
export function readPassOnChoice(value: string): string | null {
  const hex = SHAPE.exec(value)?.[1];
  return hex === undefined ? null : idOf(hex);
}
