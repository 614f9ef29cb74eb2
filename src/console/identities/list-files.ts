import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { SheetColumn } from "../kit/sheet.ts";
import { CONTACT_STATES } from "../words.ts";
import type { Candidate, Claim, EnterpriseFacts } from "./port.ts";
import { identityTexts as texts } from "./texts.ts";

/** As on the page: whoever needs a phone number looks at it, and the look is written down. */
export const CLAIM_FILE: ListFile<Claim> = {
  what: "claims.exported",
  title: texts.claims,
  fileName: "xac-minh-dai-dien",
  columns: [
    { kind: "text", header: texts.enterprise, width: 38, value: ({ enterprise }) => enterprise },
    { kind: "text", header: texts.taxId, width: 16, value: ({ taxId }) => taxId },
    { kind: "text", header: texts.person, value: ({ name }) => name },
    {
      kind: "text",
      header: texts.phone,
      width: 16,
      value: ({ phoneEnd }) => phoneEnd && texts.hidden(phoneEnd),
    },
    { kind: "text", header: texts.status, value: ({ status }) => CONTACT_STATES[status] },
    { kind: "moment", header: texts.since, value: ({ since }) => since },
  ],
};

export const QUEUE_FILE: ListFile<Candidate> = {
  what: "duplicates.exported",
  title: texts.queue,
  fileName: "co-so-trung",
  columns: [
    { kind: "text", header: texts.reason, value: ({ reason }) => texts.reasons[reason] },
    { kind: "moment", header: texts.noticedAt, value: ({ createdAt }) => createdAt },
    ...columnsOf(texts.first, ({ first }) => first),
    ...columnsOf(texts.second, ({ second }) => second),
  ],
};

function columnsOf(
  which: string,
  of: (pair: Candidate) => EnterpriseFacts,
): readonly SheetColumn<Candidate>[] {
  const header = (label: string) => `${which}: ${label.toLowerCase()}`;
  return [
    { kind: "text", header: header(texts.name), width: 38, value: (pair) => of(pair).name },
    { kind: "text", header: header(texts.kind), value: (pair) => ENTERPRISE_KINDS[of(pair).kind] },
    { kind: "text", header: header(texts.taxId), width: 16, value: (pair) => of(pair).taxId },
    { kind: "text", header: header(texts.commune), value: (pair) => of(pair).commune },
    { kind: "number", header: header(texts.registrations), value: (pair) => of(pair).registrations },
    { kind: "number", header: header(texts.requests), value: (pair) => of(pair).requests },
    { kind: "number", header: header(texts.results), value: (pair) => of(pair).results },
  ];
}
