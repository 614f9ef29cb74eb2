import { fold } from "../../src/search/index.ts";
import { canaries } from "./canaries.ts";

/** What people of the tests give in confidence: in forms, in questions, as names of files. */
const PERSONAL: Readonly<Record<string, string>> = {
  person: canaries.person,
  submitter: canaries.submitter,
  household: canaries.household,
  phone: canaries.phone,
  taxId: canaries.taxId,
  identityNumber: canaries.identityNumber,
  eMail: canaries.eMail,
  privateWords: "Nguyễn Thị Bí Mật",
};

/** Kinds of personal data in what was sent, with diacritics or without, JSON or not, in whatever groups of digits. */
export function personalIn(sent: string): string[] {
  const words = folded(sent);
  const digits = words.replace(/(?<=\d)[ .-](?=\d)/g, "");
  return Object.entries(PERSONAL)
    .filter(([, value]) => words.includes(folded(value)) || digits.includes(folded(value)))
    .map(([kind]) => kind);
}

function folded(text: string): string {
  return fold(text.normalize("NFC").toLowerCase());
}
