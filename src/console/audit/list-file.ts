import type { ListFile } from "../kit/list-export.ts";
import type { AuditLine } from "./port.ts";
import { auditTexts as texts } from "./texts.ts";

/** @param words what the actions are called on the screen */
export function auditFile(words: Readonly<Record<string, string>>): ListFile<AuditLine> {
  return {
    what: "audit.exported",
    title: texts.title,
    fileName: "nhat-ky",
    columns: [
      { kind: "moment", header: texts.when, value: ({ at }) => at },
      { kind: "text", header: texts.who, value: whoInWords },
      { kind: "text", header: texts.what, width: 36, value: ({ action }) => words[action] ?? action },
      { kind: "text", header: texts.subject, width: 40, value: ({ subject }) => subject },
      { kind: "text", header: texts.detail, width: 50, value: detailInWords },
    ],
  };
}

/** `contact:…` is somebody who wrote to the bot; names are not in the audit. */
export function whoInWords({ actor, actorName }: AuditLine): string {
  const kind = actor.split(":")[0] ?? actor;
  return actorName ?? texts.others[kind] ?? actor;
}

export function detailInWords({ detail }: AuditLine): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
}
