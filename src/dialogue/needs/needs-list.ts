import type { Citation } from "../../answer/answer.ts";
import type { Reply, ReplyFile } from "../../conversation/reply.ts";
import { checklistFile, placeOf } from "../checklist.ts";
import type { DialogueContext } from "../dialogue.ts";
import type { Need, NeedsCatalogue } from "./catalogue.ts";
import { MARKETS } from "./markets.ts";
import { needsTexts as texts } from "./needs-texts.ts";
import { STANDING_ORDER, STANDINGS } from "./standing.ts";
import { encodeWanted, type Wanted } from "./wanted.ts";

/** The lines with a basis, in groups, each with the number of its citation. */
interface NeedsList {
  groups: readonly { heading: string; lines: readonly string[] }[];
  citations: readonly Citation[];
}

export function nameOf({ product, words }: Pick<Wanted, "product" | "words">): string {
  return product?.name ?? (words === "" ? texts.anyProduct : words);
}

export function needsReply(wanted: Wanted, catalogue: NeedsCatalogue, context: DialogueContext): Reply {
  const { groups, citations } = listOf(wanted, catalogue, context);
  const code = encodeWanted(wanted);
  const choices = [
    ...(citations.length > 0 ? [{ label: texts.checklist, value: `go:needs:list/${code}` }] : []),
    { label: texts.request, value: `go:needs:send/${code}` },
    { label: texts.otherMarket, value: `go:needs:place/${code}` },
    { label: texts.another, value: "go:needs" },
  ];
  if (citations.length === 0) return { text: texts.nothing, choices };
  const text = [
    ...(wanted.product || wanted.words === "" ? [] : [texts.generalOnly(wanted.words), ""]),
    wanted.market === "unknown"
      ? texts.headingAnywhere(nameOf(wanted))
      : texts.heading(nameOf(wanted), MARKETS[wanted.market].label),
    ...groups.flatMap(({ heading, lines }) => ["", `${heading}:`, ...lines.map((line) => `• ${line}`)]),
    "",
    `${texts.basis}: ${citations.map((one, at) => `[${at + 1}] ${placeOf(one)}`).join("; ")}.`,
    ...(wanted.product?.weak ? [texts.weak] : []),
    texts.reference,
  ].join("\n");
  return { text, choices, citations };
}

export function needsChecklist(
  wanted: Wanted,
  catalogue: NeedsCatalogue,
  context: DialogueContext,
): ReplyFile {
  return checklistFile({
    name: `can-nhung-gi-${wanted.product?.id ?? "chung"}`,
    title: texts.checklistTitle(nameOf(wanted)),
    about: [texts.typedMarket(MARKETS[wanted.market].label), ...(wanted.product?.weak ? [texts.weak] : [])],
    ...listOf(wanted, catalogue, context),
    notice: texts.reference,
  });
}

function listOf({ product, market }: Wanted, catalogue: NeedsCatalogue, context: DialogueContext): NeedsList {
  const citations: Citation[] = [];
  const numbers = new Map<string, number | null>();
  const numberOf = ({ document, section }: Need): number | null => {
    const key = `${document}#${section}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const citation = context.cite(document, section);
    const number = citation ? citations.push(citation) : null;
    numbers.set(key, number);
    return number;
  };
  const lines = catalogue.needs(product, market).flatMap((need) => {
    const number = numberOf(need);
    return number === null ? [] : [{ standing: need.standing, text: `${need.text} [${number}]` }];
  });
  const groups = STANDING_ORDER.map((standing) => ({
    heading: STANDINGS[standing],
    lines: lines.filter((line) => line.standing === standing).map(({ text }) => text),
  })).filter((group) => group.lines.length > 0);
  return { groups, citations };
}
