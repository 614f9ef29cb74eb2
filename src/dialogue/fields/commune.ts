import type { Reply } from "../../conversation/reply.ts";
import type { Commune } from "../../registry/communes.ts";
import type { DialogueContext } from "../dialogue.ts";
import { wordsOf } from "../choosing.ts";
import { field, type Field, type Read } from "../form.ts";
import type { CommuneAnswer, EnterpriseAnswers } from "./answers.ts";
import { fieldTexts as texts } from "./texts.ts";

const LONGEST = 120;
const MOST_CHOICES = 8;
const AS_TYPED = "as_typed";

/**
 * The commune, new name or old. Several that fit are chosen from; one that is not known is kept as it was typed, with a
 * word about it: warn, don't block.
 */
export function communeField<A extends Pick<EnterpriseAnswers, "commune">>(): Field<A> {
  return field<Pick<EnterpriseAnswers, "commune">, "commune">({
    id: "commune",
    label: texts.communeLabel,
    ask: ({ commune }, context) =>
      commune?.among ? chooseAmong(commune, context) : { text: texts.askCommune },
    read(input, { commune }, context) {
      if (input.kind === "choice") return readChosen(input.value, commune, context);
      return readTyped(wordsOf(input) ?? "", context);
    },
    show: ({ commune }) => (commune === undefined ? null : `${texts.communeLabel}: ${commune.text}`),
  }) as unknown as Field<A>;
}

/** "phường Cẩm Thành" */
function nameOfCommune({ kind, name }: Commune): string {
  return `${kind.toLowerCase()} ${name}`;
}

function chooseAmong({ text, among = [] }: CommuneAnswer, { communes }: DialogueContext): Reply {
  const choices = among.flatMap((code) => {
    const commune = communes.byCode(code);
    return commune ? [{ label: labelOf(commune), value: `commune:${code}` }] : [];
  });
  return {
    text: texts.severalCommunes(text),
    choices: [...choices, { label: texts.otherCommune, value: AS_TYPED }],
  };
}

/** Communes of one name are told apart by the district they lay in. */
function labelOf(commune: Commune): string {
  return commune.formerDistrict === ""
    ? nameOfCommune(commune)
    : `${nameOfCommune(commune)} (${commune.formerDistrict} cũ)`;
}

function readChosen(
  value: string,
  before: CommuneAnswer | undefined,
  { communes }: DialogueContext,
): Read<CommuneAnswer> {
  if (value === AS_TYPED && before) {
    return { kind: "value", value: asTyped(before.text), note: texts.communeUnknown(before.text) };
  }
  const commune = communes.byCode(value.replace(/^commune:/, ""));
  if (!commune) return { kind: "mistake", text: texts.askCommune };
  return { kind: "value", value: { code: commune.code, text: nameOfCommune(commune) } };
}

function readTyped(typed: string, { communes }: DialogueContext): Read<CommuneAnswer> {
  const words = typed.replace(/\s+/gu, " ").trim();
  if (!/\p{L}{2}/u.test(words)) return { kind: "mistake", text: texts.communeNoWords };
  if (words.length > LONGEST) return { kind: "mistake", text: texts.communeTooLong(words.length, LONGEST) };
  const match = communes.find(words);
  switch (match.kind) {
    case "found": {
      const value = { code: match.commune.code, text: nameOfCommune(match.commune) };
      return match.former
        ? { kind: "value", value, note: texts.communeFormer(words, value.text) }
        : { kind: "value", value };
    }
    case "several": {
      const among = match.communes.slice(0, MOST_CHOICES).map(({ code }) => code);
      return { kind: "more", value: { ...asTyped(words), among } };
    }
    case "none":
      return { kind: "value", value: asTyped(words), note: texts.communeUnknown(words) };
  }
}

function asTyped(text: string): CommuneAnswer {
  return { code: null, text };
}
