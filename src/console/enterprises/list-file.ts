import { SIZES } from "../../registry/enterprise-profile.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { EnterpriseLine } from "./records-port.ts";
import { enterpriseTexts as texts } from "./texts.ts";

export const ENTERPRISE_FILE: ListFile<EnterpriseLine> = {
  what: "enterprises.exported",
  title: texts.title,
  fileName: "co-so",
  columns: [
    { kind: "text", header: texts.name, width: 40, value: ({ name }) => name },
    { kind: "text", header: texts.kind, value: ({ kind }) => ENTERPRISE_KINDS[kind] },
    { kind: "text", header: texts.taxId, width: 16, value: ({ taxId }) => taxId },
    { kind: "text", header: texts.commune, value: ({ commune }) => commune },
    { kind: "text", header: texts.sector, value: ({ sector }) => sector },
    { kind: "text", header: texts.size, value: ({ size }) => (size === null ? null : SIZES[size]) },
    { kind: "number", header: texts.ocop, value: ({ ocopStars }) => ocopStars },
    { kind: "text", header: texts.products, width: 40, value: ({ products }) => products },
    { kind: "day", header: texts.since, value: ({ createdAt }) => createdAt },
  ],
};
