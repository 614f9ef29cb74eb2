import type { ListFile } from "../kit/list-export.ts";
import type { ItemLine } from "./port.ts";
import { itemTexts as texts } from "./texts.ts";

export const ITEM_FILE: ListFile<ItemLine> = {
  what: "knowledge.exported",
  title: texts.title,
  fileName: "cau-tra-loi-cua-can-bo",
  columns: [
    { kind: "text", header: texts.question, width: 60, value: ({ question }) => question },
    { kind: "text", header: texts.state, value: ({ status }) => texts.states[status] },
    { kind: "text", header: texts.basis, value: ({ document }) => document },
    { kind: "text", header: texts.expiresOn, value: ({ expiresOn }) => expiresOn },
    { kind: "text", header: texts.author, value: ({ author }) => author.name },
    { kind: "number", header: texts.askedCount, value: ({ asked }) => asked },
    { kind: "moment", header: texts.updated, value: ({ updatedAt }) => updatedAt },
  ],
};
