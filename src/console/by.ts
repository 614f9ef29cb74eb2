/** Who of the staff does something, and when. */
export interface By {
  /** id of the member of staff, for the audit */
  actor: string;
  now: Date;
}
