import type { Reply } from "../../conversation/reply.ts";
import { checkGtin, type GtinCheck, type PrefixOrigin } from "../../registry/gtin.ts";
import type { Seen } from "../../conversation/pictures.ts";
import type { Dialogue, DialogueContext, Step } from "../dialogue.ts";
import { gtinTexts as texts, KINDS, originInWords } from "./gtin-texts.ts";

type Right = Extract<GtinCheck, { kind: "right" }>;

const DECREE = "37/2026/NĐ-CP";
const WHAT_IT_IS = "Điều 3 khoản 26–31";
const DECLARED = "Điều 28 khoản 2";
const NOT_THE_PLACE = "Kiến thức nền về mã vạch";
const FOREIGN = "Điều 28 khoản 3";
const OWN_MAKING = "Điều 28 khoản 4";

/** Numbers that were read off a photo and may be checked one after the other. */
interface State {
  gtins?: readonly string[];
}

/** Checks one number; opened with `{ text }`, or with what was seen in a photo, it answers at once. */
export function createGtinDialogue(): Dialogue {
  return {
    name: "gtin",
    version: 1,
    readsPictures: true,
    begin(context, start) {
      const seen = seenIn(start);
      if (seen) return readOff(seen, context);
      const text = textOf(start);
      return text === null ? ask(texts.ask) : read(text, context);
    },
    advance(state, input, context) {
      if (input.kind === "choice") {
        const gtin = gtinsOf(state).find((one) => one === input.value);
        return gtin === undefined ? notUnderstood(texts.noNumber) : read(gtin, context);
      }
      if (input.kind === "files" && input.text.trim() === "") return notUnderstood(texts.noPhotos);
      return read(input.text, context);
    },
    resume: (state) => promptFor(gtinsOf(state)),
    back: () => null,
    isBrowsing: () => true,
    typed: () => [],
  };
}

/** What a photo showed. */
function readOff({ gtins, others }: Seen, context: DialogueContext): Step {
  const [only, second] = gtins;
  if (only === undefined) return ask(others > 0 ? texts.otherCode : texts.noCode);
  if (second === undefined) return read(only, context);
  return { kind: "ask", state: { gtins } satisfies State, reply: promptFor(gtins) };
}

function promptFor(gtins: readonly string[]): Reply {
  if (gtins.length === 0) return { text: texts.ask };
  return { text: texts.several(gtins.length), choices: gtins.map((gtin) => ({ label: gtin, value: gtin })) };
}

function read(text: string, context: DialogueContext): Step {
  const check = checkGtin(text);
  switch (check.kind) {
    case "no_number":
      return notUnderstood(texts.noNumber);
    case "wrong_length":
      return ask(texts.wrongLength(check.count));
    case "wrong_check_digit":
      return ask(wrongInWords(check));
    case "right":
      return { kind: "leave", reply: rightReply(check, context) };
  }
}

function wrongInWords({
  digits,
  length,
  given,
  expected,
}: Extract<GtinCheck, { kind: "wrong_check_digit" }>) {
  return [
    texts.wrong(digits, KINDS[length], given, expected),
    ...(length === 12 ? [texts.wrongTwelve] : []),
    ...(isShortFromZero(digits) ? [texts.eightFromZero] : []),
  ].join("\n");
}

function rightReply({ digits, length, origin, packing }: Right, context: DialogueContext): Reply {
  const citations = placesFor(origin)
    .map((section) => context.cite(DECREE, section))
    .filter((one) => one !== null);
  return {
    text: [
      texts.right(digits, KINDS[length]),
      originInWords(origin),
      ...(packing === null ? [] : [texts.packing(packing)]),
      ...(isShortFromZero(digits) ? [texts.eightFromZero] : []),
      texts.notWhere,
    ].join("\n"),
    choices: [
      { label: texts.again, value: "go:gtin" },
      { label: texts.register, value: "go:eligibility" },
      { label: texts.menu, value: "go:menu" },
    ],
    citations,
  };
}

/** What the knowledge says of numbers from there. */
function placesFor(origin: PrefixOrigin): readonly string[] {
  if (origin.kind === "in_store") return [WHAT_IT_IS, OWN_MAKING];
  if (origin.kind !== "country") return [WHAT_IT_IS];
  return origin.prefix === "893" ? [WHAT_IT_IS, DECLARED, NOT_THE_PLACE] : [WHAT_IT_IS, FOREIGN];
}

function isShortFromZero(digits: string): boolean {
  return digits.length === 8 && digits.startsWith("0");
}

function ask(text: string): Step {
  return { kind: "ask", state: {}, reply: { text } };
}

function notUnderstood(text: string): Step {
  return { kind: "not_understood", reply: { text } };
}

function gtinsOf(state: unknown): readonly string[] {
  return (state as State).gtins ?? [];
}

function seenIn(start: unknown): Seen | null {
  return typeof start === "object" && start !== null && "seen" in start ? (start.seen as Seen) : null;
}

function textOf(start: unknown): string | null {
  if (typeof start !== "object" || start === null || !("text" in start)) return null;
  return typeof start.text === "string" ? start.text : null;
}
