import type { By } from "../by.ts";

export interface Shift {
  id: string;
  staffId: string;
  name: string;
  startsAt: Date;
  endsAt: Date;
}

export interface OnDuty {
  /** whether somebody who asks for a person is told to wait for one */
  isThere: boolean;
  /** who has a shift now; null where no shifts are kept, and office hours decide */
  staff: readonly { id: string; name: string }[] | null;
  /** the next shift, where nobody is there and shifts are kept */
  nextAt: Date | null;
}

export type ShiftAdded =
  | { kind: "done"; id: string }
  /** it ends before it begins, lies in the past, or lasts longer than a day */
  | { kind: "bad_time" }
  /** the same person has a shift then */
  | { kind: "overlaps" }
  /** unknown, disabled, or not of those who talk to people */
  | { kind: "not_staff" };

/** Who is there when. As long as shifts are kept they decide; an office that keeps none is there in working hours. */
export interface DutyRoster {
  now(now: Date): Promise<OnDuty>;
  /** shifts that touch this span, in order */
  shifts(from: Date, until: Date): Promise<readonly Shift[]>;
  add(by: By, shift: { staffId: string; startsAt: Date; endsAt: Date }): Promise<ShiftAdded>;
  remove(by: By, id: string): Promise<{ kind: "done" } | { kind: "not_found" }>;
}
