import { ENTERPRISE_KINDS, TOPICS, type Mine } from "../../registry/views.ts";
import { KINDS_IN_WORDS, STATUS_IN_WORDS } from "../support/request-texts.ts";
import { dayOf } from "../when.ts";
import { myDataTexts as texts, PURPOSE_IN_WORDS } from "./my-data-texts.ts";

/** Everything held of a person, in words, a line each. */
export function heldInWords(mine: Mine): string[] {
  const { person, enterprise, registrations, requests, topics, consents } = mine;
  const lines = [
    ...(person ? [texts.person(person.name, person.phone)] : []),
    ...(enterprise
      ? [
          texts.enterprise(
            ENTERPRISE_KINDS[enterprise.kind],
            enterprise.name,
            enterprise.communeText,
            enterprise.taxId,
          ),
        ]
      : []),
    ...(registrations.length > 0 ? [texts.registrations(registrations.length)] : []),
    ...registrations.map(({ code, event, attendees }) =>
      texts.registration(
        code,
        event.title,
        attendees.map(({ name, phone }) => (phone === null ? name : `${name} (${phone})`)).join(", "),
      ),
    ),
    ...(requests.length > 0 ? [texts.requests(requests.length)] : []),
    ...requests.map(({ code, kind, status }) =>
      texts.request(code, KINDS_IN_WORDS[kind], STATUS_IN_WORDS[status]),
    ),
    ...(topics.length > 0 ? [texts.topics(topics.map((topic) => TOPICS[topic]).join("; "))] : []),
    ...(consents.length > 0 ? [texts.consents] : []),
    ...consents.map(({ purpose, givenAt }) => texts.consent(PURPOSE_IN_WORDS[purpose], dayOf(givenAt))),
  ];
  return lines.length === 0 ? [texts.nothing] : [...lines, texts.messages];
}
