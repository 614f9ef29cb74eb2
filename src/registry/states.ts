/** The state machines of the domain: which state may follow which. Every change of state goes through `mayBecome`. */

const MACHINES = {
  contact: { claimed: ["verified", "revoked"], verified: ["revoked"], revoked: ["claimed"] },
  event: {
    draft: ["approved", "cancelled"],
    approved: ["open", "cancelled"],
    open: ["closed", "postponed", "cancelled"],
    postponed: ["open", "cancelled"],
    closed: ["open", "held", "postponed", "cancelled"],
    held: ["reported"],
    reported: [],
    cancelled: [],
  },
  attendee: {
    requested: ["confirmed", "waiting", "rejected", "cancelled"],
    confirmed: ["cancelled", "attended", "absent"],
    waiting: ["offered", "cancelled", "rejected"],
    offered: ["confirmed", "lapsed", "cancelled"],
    lapsed: [],
    rejected: [],
    cancelled: [],
    attended: ["certified", "absent"],
    absent: ["attended"],
    // A certificate that was given out by mistake is void.
    certified: ["attended"],
  },
  request: {
    received: ["assigned", "withdrawn", "refused", "merged"],
    assigned: ["in_progress", "withdrawn", "refused", "forwarded", "merged"],
    in_progress: ["needs_info", "guided", "forwarded", "accepted", "refused", "withdrawn", "merged"],
    needs_info: ["in_progress", "withdrawn", "refused", "merged"],
    guided: ["in_progress"],
    forwarded: ["in_progress"],
    accepted: ["supporting", "withdrawn"],
    refused: ["in_progress"],
    withdrawn: ["in_progress"],
    supporting: ["completed"],
    completed: ["in_progress"],
    // The other request goes on in its place.
    merged: [],
  },
  // What was voided by mistake is recorded again, and confirmed again.
  result: { recorded: ["confirmed", "voided"], confirmed: ["voided"], voided: ["recorded"] },
  pilot: {
    proposed: ["approved", "dropped"],
    approved: ["monitored", "dropped"],
    monitored: ["recognised", "dropped"],
    recognised: [],
    dropped: [],
  },
  // Any edit makes it a draft again; what has begun to leave is corrected by another announcement.
  announcement: {
    draft: ["submitted"],
    submitted: ["approved", "returned", "draft"],
    returned: ["draft", "submitted"],
    approved: ["scheduled", "returned", "draft"],
    scheduled: ["sending", "draft", "stopped"],
    sending: ["paused", "sent", "stopped"],
    paused: ["sending", "stopped"],
    // Those who get it when they next write may still be waiting.
    sent: ["stopped"],
    stopped: [],
  },
  delivery: {
    queued: ["leased", "skipped"],
    leased: ["sending", "queued", "skipped"],
    sending: ["sent", "refused", "unknown", "queued", "waiting"],
    /** the platform takes nothing for this person until they write again */
    waiting: ["queued", "skipped"],
    // Only when one of the staff says so.
    unknown: ["queued"],
    sent: [],
    refused: [],
    skipped: [],
  },
  /** an answer that staff wrote; changed words are a draft again */
  knowledge: {
    draft: ["submitted", "withdrawn"],
    submitted: ["published", "draft", "withdrawn"],
    published: ["withdrawn"],
    withdrawn: ["draft"],
  },
  // From one of the staff to another it stays held.
  hold: { bot: ["waiting_staff", "held"], waiting_staff: ["held", "bot"], held: ["held", "bot"] },
} as const;

export type Machine = keyof typeof MACHINES;
export type StateOf<M extends Machine> = keyof (typeof MACHINES)[M] & string;

export type AttendeeStatus = StateOf<"attendee">;
export type EventStatus = StateOf<"event">;
export type RequestStatus = StateOf<"request">;
export type ResultStatus = StateOf<"result">;
export type PilotStatus = StateOf<"pilot">;
export type ContactStatus = StateOf<"contact">;
export type AnnouncementStatus = StateOf<"announcement">;
export type DeliveryStatus = StateOf<"delivery">;
export type KnowledgeStatus = StateOf<"knowledge">;
export type HoldState = StateOf<"hold">;

/** Whether something in the one state may go to the other. */
export function mayBecome<M extends Machine>(machine: M, from: StateOf<M>, to: StateOf<M>): boolean {
  const next = MACHINES[machine][from] as readonly string[];
  return next.includes(to);
}

export function statesOf<M extends Machine>(machine: M): readonly StateOf<M>[] {
  return Object.keys(MACHINES[machine]) as StateOf<M>[];
}
