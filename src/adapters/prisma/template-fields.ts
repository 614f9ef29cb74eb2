import type { TemplateFields } from "../../console/classes/port.ts";
import { readAnnexItem } from "../../registry/annex-item.ts";
import { kindsOf } from "./rows.ts";

/** Reads what `EventTemplate.fields` holds; what is missing in an older one is as in a blank class. */
export function readTemplateFields(json: string): TemplateFields {
  const stored = JSON.parse(json) as Partial<TemplateFields>;
  return {
    title: stored.title ?? "",
    description: stored.description ?? "",
    audience: stored.audience ?? "",
    audienceKinds: kindsOf((stored.audienceKinds ?? []).join(",")),
    capacity: stored.capacity ?? 30,
    capPerEnterprise: stored.capPerEnterprise ?? null,
    cost: stored.cost ?? "miễn phí",
    planRef: stored.planRef ?? null,
    annexItem: readAnnexItem(stored.annexItem ?? null),
    place: stored.place ?? "",
  };
}
