import type { AttendeeView, Mine, RegistrationView } from "../../registry/views.ts";

/** Attendees who still have a seat, an offer or a place in the queue. */
export function standingAttendees({ attendees }: RegistrationView): readonly AttendeeView[] {
  return attendees.filter(({ status }) => ["requested", "confirmed", "waiting", "offered"].includes(status));
}

/** This person's registration for an event, when somebody on it still stands. */
export function standingRegistration({ registrations }: Mine, eventId: string): RegistrationView | undefined {
  return registrations.find((one) => one.event.id === eventId && standingAttendees(one).length > 0);
}

/** Those who must say whether they come: a seat is offered to them, or the class that they had one in is put off. */
export function askedAttendees({ event, attendees }: RegistrationView): readonly AttendeeView[] {
  return attendees.filter(
    ({ status }) => status === "offered" || (status === "confirmed" && event.status === "postponed"),
  );
}
