import type { Asker } from "../answer/model.ts";
import type { IncomingMessage } from "./message.ts";
import type { Hearing } from "./hearing.ts";

/** Who asks, for a model: whose share of the day it is, and the names that must not reach it. */
export function askerOf({ claimed, state, context }: Hearing): Asker {
  const { senderName } = claimed.message;
  const { person, enterprise, registrations } = context.mine;
  const known = [
    senderName,
    person?.name,
    enterprise?.name,
    ...registrations.flatMap((one) => [
      one.submitter.name,
      one.enterprise.name,
      ...one.attendees.map(({ name }) => name),
    ]),
  ];
  const inForms = [state.form, ...state.suspended].flatMap((form) => namesIn(form?.state));
  return {
    key: askerKey(claimed.message),
    names: [...new Set([...known, ...inForms].filter((name) => typeof name === "string"))],
  };
}

/** Tells people apart where their share of a day is counted. */
export function askerKey({ from, sender }: IncomingMessage): string {
  return JSON.stringify([from.channel, from.account, from.chat, sender]);
}

/** Values of fields that are called names, however deep a form keeps them. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "string" ? (/name/i.test(key) ? [inner] : []) : namesIn(inner),
  );
}
