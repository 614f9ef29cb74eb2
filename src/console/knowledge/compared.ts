import type { ItemWords } from "../../registry/knowledge-items.ts";
import { itemTexts as texts } from "./texts.ts";

/** What is stored beside what was typed. */
export function compared(theirs: ItemWords, yours: ItemWords) {
  const field = (label: string, read: (words: ItemWords) => string) => ({
    label,
    theirs: read(theirs),
    yours: read(yours),
  });
  return [
    field(texts.question, ({ question }) => question),
    field(texts.variants, ({ variants }) => variants.join("\n")),
    field(texts.answer, ({ answer }) => answer),
    field(texts.document, ({ document }) => document),
    field(texts.documentTitle, ({ documentTitle }) => documentTitle),
    field(texts.section, ({ section }) => section),
    field(texts.validFrom, ({ validFrom }) => validFrom ?? ""),
    field(texts.expiresOn, ({ expiresOn }) => expiresOn ?? ""),
  ];
}
