/** Who works with the console. A partner is an officer of an association (plan IV.5) and sees its own area alone. */
export const ROLES = ["viewer", "officer", "approver", "admin", "partner"] as const;

export type Role = (typeof ROLES)[number];

const EVERYBODY: readonly Role[] = ROLES;
const ADMINS: readonly Role[] = ["admin"];
const APPROVERS: readonly Role[] = ["approver", "admin"];
/** who answers people; reads what they wrote */
const OFFICERS: readonly Role[] = ["officer", "approver", "admin"];
/** the office itself, without associations */
const OFFICE: readonly Role[] = ["viewer", "officer", "approver", "admin"];

/** The one table of who may do what. Every route names a permission of it. */
export const PERMISSIONS = {
  /** the first page; what it shows follows from the other permissions */
  "home.see": EVERYBODY,
  /** one's own name, password, sessions */
  "profile.own": EVERYBODY,
  /** signing out and setting up one's own second factor: all that is open to whoever still has to */
  "access.own": EVERYBODY,
  "staff.see": APPROVERS,
  "staff.manage": ADMINS,
  "audit.see": APPROVERS,
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

/** Somebody who still has to set up a second factor may do nothing else. */
export function mustEnrol({ role, hasSecondFactor }: { role: Role; hasSecondFactor: boolean }): boolean {
  return needsSecondFactor(role) && !hasSecondFactor;
}

/** Whoever approves or administers must have a second factor; others may. */
export function needsSecondFactor(role: Role): boolean {
  return APPROVERS.includes(role);
}
