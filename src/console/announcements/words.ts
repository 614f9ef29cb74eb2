import { reasonIn, reasonInWords } from "../../announce/reasons.ts";
import type { AudienceFilter } from "../../announce/audience.ts";
import { ENTERPRISE_KINDS, TOPICS } from "../../registry/views.ts";
import { chosenIn, type Areas } from "./areas.ts";
import type { AudienceChoices } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";

/** "1.250" */
export function counted(count: number): string {
  return count.toLocaleString("vi-VN");
}

/** Why a row of the ledger stands as it does: words of ours, or what the channel said. */
export function whyInWords(reason: string | null): string | null {
  const known = reasonIn(reason);
  return known === null ? reason : reasonInWords(known);
}

/** Why it was returned, paused or stopped. */
export function reasonGiven(reason: string): string {
  return texts.reasons[reason] ?? reason;
}

/** What a filter asks for, a line each; nothing asked for is everybody. */
export function audienceInWords(
  filter: AudienceFilter,
  { events, associations }: Pick<AudienceChoices, "events" | "associations">,
  areas: Areas,
): readonly (readonly [label: string, value: string])[] {
  const { topics, kinds, sectors, communeCodes, formerProvince, classes, ocopStars, associationIds } = filter;
  const history = classes && [
    texts.histories[classes.kind],
    ...classes.eventIds.map((id) => events.find((one) => one.id === id)?.title ?? id),
  ];
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [texts.topics, topics.map((topic) => TOPICS[topic])],
    [texts.kinds, kinds.map((kind) => ENTERPRISE_KINDS[kind])],
    [texts.sectors, sectors],
    [texts.areas, areasInWords(communeCodes, areas)],
    [texts.formerProvince, formerProvince === null ? [] : [formerProvince]],
    [texts.history, history ?? []],
    [texts.ocop, ocopStars === null ? [] : [texts.ocopStars(ocopStars)]],
    [texts.associations, associationIds.map((id) => associations.find((one) => one.id === id)?.name ?? id)],
  ];
  const asked = lines.filter(([, values]) => values.length > 0);
  return asked.length === 0
    ? [[texts.audience, texts.everybody]]
    : asked.map(([label, values]) => [label, values.join(", ")]);
}

function areasInWords(codes: readonly string[], areas: Areas): readonly string[] {
  const { provinces, districts, communes } = chosenIn(areas, codes);
  return [
    ...provinces.map(texts.wholeArea),
    ...districts.map(texts.wholeArea),
    ...communes.map((code) => {
      const commune = areas.communes.byCode(code);
      return commune === null ? code : `${commune.kind} ${commune.name}`;
    }),
  ];
}

/** Of the call list: a reason of ours, or how the send stands. */
export function callReason(reason: string): string {
  const state = Object.entries(texts.deliveryStates).find(([key]) => key === reason);
  return state?.[1] ?? whyInWords(reason) ?? "";
}
