import type { ClassActions, Classes } from "../../../console/classes/port.ts";
import type { Desk } from "./act.ts";
import { createClass, dropTemplate, editClass, saveTemplate } from "./edit-event.ts";
import {
  approveEvent,
  cancelEvent,
  closeEvent,
  holdEvent,
  openEvent,
  postponeEvent,
  reportEvent,
} from "./events.ts";

const STEPS = {
  approved: approveEvent,
  open: openEvent,
  closed: closeEvent,
  held: holdEvent,
  reported: reportEvent,
} as const;

/** What staff do with a class as a whole. */
export function createClassActions(desk: Desk, { find }: Pick<Classes, "find">): ClassActions {
  return {
    create: (by, details) => createClass(desk, by, details),
    async edit(by, id, revision, details) {
      const edited = await editClass(desk, by, id, revision, details);
      if (edited.kind !== "stale") return edited;
      const current = await find(id);
      return current === null ? { kind: "not_found" } : { kind: "conflict", current };
    },
    saveAsTemplate: (by, id, name) => saveTemplate(desk, by, id, name),
    dropTemplate: (by, id) => dropTemplate(desk, by, id),
    step: (by, id, to) => STEPS[to](desk, by, id),
    postpone: (by, id, sessions) => postponeEvent(desk, by, id, sessions),
    cancel: (by, id, reason) => cancelEvent(desk, by, id, reason),
  };
}
