/** What Zalo's error numbers ask for. From second hand; what is not listed is refused with its number. */
export type ErrorClass =
  /** the access token is no good any more */
  | "token"
  /** sent too fast */
  | "too_fast"
  /** the account may send no more today */
  | "quota"
  /** only after the person wrote again */
  | "person"
  /** not at night */
  | "night"
  /** this person cannot be reached */
  | "recipient"
  /** an administrator of the account has to do something */
  | "admin"
  | "other";

const CLASSES: Readonly<Record<Exclude<ErrorClass, "other">, readonly number[]>> = {
  // -124 is how templates say it.
  token: [-216, -220, -124],
  too_fast: [-32],
  quota: [-211, -144],
  // -218: this person has been sent as much as one may be. -230, -232: wrote too long ago.
  person: [-218, -230, -232],
  night: [-234],
  recipient: [-213, -227, -244],
  admin: [-221, -224, -320, -321],
};

export function classOf(error: number): ErrorClass {
  for (const [name, errors] of Object.entries(CLASSES)) {
    if (errors.includes(error)) return name as ErrorClass;
  }
  return "other";
}
