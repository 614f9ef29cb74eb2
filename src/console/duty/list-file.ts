import type { ListFile } from "../kit/list-export.ts";
import type { Shift } from "./port.ts";
import { dutyTexts as texts } from "./texts.ts";

export const SHIFT_FILE: ListFile<Shift> = {
  what: "duty.exported",
  title: texts.title,
  fileName: "lich-truc",
  columns: [
    { kind: "text", header: texts.who, value: ({ name }) => name },
    { kind: "moment", header: texts.from, value: ({ startsAt }) => startsAt },
    { kind: "moment", header: texts.until, value: ({ endsAt }) => endsAt },
  ],
};
