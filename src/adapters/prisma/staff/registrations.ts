import type { RegistrationActions } from "../../../console/classes/port.ts";
import type { ConsentGiven } from "../../../registry/commands.ts";
import { attendeeLines } from "../console/class-attendees.ts";
import type { Desk } from "./act.ts";
import { recordAttendance } from "./attendance.ts";
import {
  confirmAttendee,
  correctAttendee,
  moveAttendee,
  rejectAttendee,
  releaseAttendee,
} from "./attendees.ts";
import { registerByHand } from "./register-by-hand.ts";

/**
 * What staff do with the people of a class.
 * @param consent what is read out to somebody who phones, as it is kept when they agree
 */
export function createRegistrationActions(desk: Desk, consent: ConsentGiven): RegistrationActions {
  return {
    add: (by, classId, wish) => registerByHand(desk, by, classId, wish, consent),
    async correct(by, attendeeId, revision, person) {
      const corrected = await correctAttendee(desk, by, attendeeId, revision, person);
      if (corrected.kind !== "stale") return corrected;
      const { client } = desk.database;
      const { eventId } = await client.attendee.findUniqueOrThrow({ where: { id: attendeeId } });
      const current = (await attendeeLines(client, eventId)).find(({ id }) => id === attendeeId);
      return current === undefined ? { kind: "not_found" } : { kind: "conflict", current };
    },
    confirm: (by, attendeeId) => confirmAttendee(desk, by, attendeeId),
    reject: (by, attendeeId) => rejectAttendee(desk, by, attendeeId),
    release: (by, attendeeId) => releaseAttendee(desk, by, attendeeId),
    move: (by, attendeeId, toClass) => moveAttendee(desk, by, attendeeId, toClass),
    recordAttendance: (by, classId, marks) => recordAttendance(desk, by, classId, marks),
  };
}
