/** Who works with the console. A partner is an officer of an association (plan IV.5) and sees its own area alone. */
export const ROLES = ["viewer", "officer", "approver", "admin", "partner"] as const;

export type Role = (typeof ROLES)[number];

const EVERYBODY: readonly Role[] = ROLES;
const ADMINS: readonly Role[] = ["admin"];
const OFFICERS: readonly Role[] = ["officer", "approver", "admin"];
const OFFICE: readonly Role[] = ["viewer", ...OFFICERS];
const APPROVERS: readonly Role[] = ["approver", "admin"];
const PARTNERS: readonly Role[] = ["partner"];

/** The one table of who may do what. Every route names a permission of it. */
export const PERMISSIONS = {
  /** the first page; what it shows follows from the other permissions */
  "home.see": EVERYBODY,
  /** one's own name, password, sessions */
  "profile.own": EVERYBODY,
  /** signing out and setting up one's own second factor: all that is open to whoever still has to */
  "access.own": EVERYBODY,
  /** classes and who is on them, without phone numbers */
  "classes.see": OFFICE,
  /** classes, registrations with phone numbers, attendance, certificates */
  "classes.edit": OFFICERS,
  /** what everybody sees: that a class is open, or does not take place */
  "classes.approve": APPROVERS,
  /** announcements and their figures, without who gets them */
  "announcements.see": OFFICE,
  /** drafts, and handing them in */
  "announcements.write": OFFICERS,
  /** who got what, and whom to telephone; each look is written down */
  "announcements.people": OFFICERS,
  /** what everybody gets: approving, returning, sending, pausing, stopping */
  "announcements.approve": APPROVERS,
  /** what people write, and talking to them; associations' partners and those who only look do not */
  "conversations.talk": OFFICERS,
  /** requests, without phone numbers */
  "requests.see": OFFICE,
  /** requests with phone numbers and files, and everything done about them */
  "requests.work": OFFICERS,
  "duty.keep": OFFICERS,
  /** one's own link to a chat of one's own */
  "rooms.own": OFFICERS,
  /** the group of staff, and what is told there */
  "rooms.manage": ADMINS,
  /** which records are one enterprise, and who speaks for it */
  "enterprises.verify": OFFICERS,
  "staff.see": APPROVERS,
  "staff.manage": ADMINS,
  "audit.see": APPROVERS,
  /** results, pilot models, activities, targets, and the figures counted from them; no names of people */
  "results.see": OFFICE,
  "results.edit": OFFICERS,
  /** says that a result holds: only then it counts */
  "results.confirm": APPROVERS,
  "report.see": OFFICE,
  "report.write": OFFICERS,
  "report.freeze": APPROVERS,
  /** how many questions, how answered; not their words */
  "analytics.see": OFFICE,
  /** what one's own association handed in; handing in more */
  "needs.own": PARTNERS,
  "associations.see": OFFICE,
  /** associations, and which class met which need */
  "associations.manage": OFFICERS,
  "enterprises.see": OFFICE,
  "enterprises.edit": OFFICERS,
  /** phone numbers and exports of people; each look is written down */
  "enterprises.people": OFFICERS,
  /** requests of people about their own data */
  "personal-data.requests": OFFICERS,
  /** breaches, and who looked at whose data */
  "personal-data.oversee": APPROVERS,
  "gaps.see": OFFICERS,
  "gaps.dismiss": OFFICERS,
  "knowledge.see": OFFICE,
  "knowledge.write": OFFICERS,
  /** to make public, and to send back; of one's own only where the office is one person */
  "knowledge.publish": APPROVERS,
  /** what was asked, word for word, and how the answer came about */
  "questions.see": OFFICERS,
  "channels.see": OFFICE,
  /** what the whole service does: pausing it, telling everybody something */
  "settings.manage": ADMINS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[permission].includes(role);
}

interface StaffRow {
  role: string;
  disabledAt: Date | null;
}

/** Whether somebody with this row of the staff may do it, wherever they do it from. */
export function mayNow({ role, disabledAt }: StaffRow, permission: Permission): boolean {
  const known = ROLES.find((one) => one === role);
  return disabledAt === null && known !== undefined && may(known, permission);
}

/** Whether somebody with this row of the staff may talk to people and be given requests. */
export function mayTalk(row: StaffRow): boolean {
  return mayNow(row, "conversations.talk");
}

/** Somebody who still has to set up a second factor may do nothing else. */
export function mustEnrol({ role, hasSecondFactor }: { role: Role; hasSecondFactor: boolean }): boolean {
  return needsSecondFactor(role) && !hasSecondFactor;
}

/** Whoever approves or administers must have a second factor; others may. */
export function needsSecondFactor(role: Role): boolean {
  return APPROVERS.includes(role);
}
