import type { ListFile } from "../kit/list-export.ts";
import { consoleTexts } from "../texts.ts";
import type { StaffLine } from "./port.ts";
import { staffTexts as texts } from "./texts.ts";

export const STAFF_FILE: ListFile<StaffLine> = {
  what: "staff.exported",
  title: texts.title,
  fileName: "can-bo",
  columns: [
    { kind: "text", header: texts.name, value: ({ name }) => name },
    { kind: "text", header: texts.email, value: ({ email }) => email },
    { kind: "text", header: texts.role, value: ({ role }) => consoleTexts.roles[role] },
    { kind: "text", header: texts.association, value: ({ association }) => association },
    { kind: "text", header: texts.state, value: ({ state }) => texts.states[state] },
    {
      kind: "text",
      header: texts.secondFactor,
      value: ({ hasSecondFactor }) => (hasSecondFactor ? texts.on : texts.off),
    },
    { kind: "moment", header: texts.lastSeen, value: ({ lastSeen }) => lastSeen },
  ],
};
