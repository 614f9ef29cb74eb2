import { ANNEX_ITEMS } from "../../registry/plan.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import type { ListFile } from "../kit/list-export.ts";
import type { AttendeeLine, ClassLine, ClassRecord } from "./port.ts";
import { classTexts, registrationTexts as texts } from "./texts.ts";

export const CLASS_FILE: ListFile<ClassLine> = {
  what: "classes.exported",
  title: classTexts.title,
  fileName: "lop",
  columns: [
    { kind: "text", header: classTexts.number, width: 8, value: ({ keyword }) => keyword },
    { kind: "text", header: classTexts.name, width: 50, value: ({ title }) => title },
    { kind: "text", header: classTexts.status, value: ({ status }) => classTexts.states[status] },
    { kind: "moment", header: classTexts.when, value: ({ startsAt }) => startsAt },
    { kind: "text", header: classTexts.place, width: 36, value: ({ place }) => place },
    { kind: "number", header: classTexts.capacity, value: ({ capacity }) => capacity },
    { kind: "number", header: classTexts.registered, value: ({ counts }) => counts.seated },
    { kind: "number", header: classTexts.waitingLong, value: ({ counts }) => counts.waiting },
    { kind: "number", header: classTexts.attended, value: ({ counts }) => counts.attended },
    { kind: "number", header: classTexts.certified, value: ({ counts }) => counts.certified },
    { kind: "number", header: classTexts.enterprises, value: ({ counts }) => counts.enterprises },
    {
      kind: "text",
      header: classTexts.annexItem,
      value: ({ annexItem }) => annexItem && classTexts.annexLabel(annexItem, ANNEX_ITEMS[annexItem]),
    },
  ],
};

/** With phone numbers: only for those who work with the class. */
export function attendeeFile({ id, keyword }: ClassRecord): ListFile<AttendeeLine> {
  return {
    what: "attendees.exported",
    about: id,
    title: `DK ${keyword}`,
    fileName: `dang-ky-lop-${keyword}`,
    columns: [
      { kind: "text", header: texts.person, value: ({ name }) => name },
      { kind: "text", header: texts.enterprise, width: 36, value: ({ enterprise }) => enterprise },
      { kind: "text", header: texts.kind, value: ({ enterpriseKind }) => ENTERPRISE_KINDS[enterpriseKind] },
      { kind: "text", header: texts.position, value: ({ position }) => position },
      { kind: "text", header: texts.phone, width: 14, value: ({ phone }) => phone },
      { kind: "text", header: texts.status, value: ({ status }) => texts.states[status] },
      { kind: "text", header: texts.code, width: 12, value: ({ registrationCode }) => registrationCode },
      { kind: "text", header: texts.submitter, value: ({ submitterName }) => submitterName },
      {
        kind: "text",
        header: texts.submitterPhone,
        width: 14,
        value: ({ submitterPhone }) => submitterPhone,
      },
      { kind: "moment", header: texts.at, value: ({ createdAt }) => createdAt },
      { kind: "text", header: texts.certificates, width: 16, value: ({ certificateNo }) => certificateNo },
    ],
  };
}
