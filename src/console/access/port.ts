import type { Role } from "../permissions.ts";

/** Somebody of the staff, as every page knows them. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** of a partner */
  associationId: string | null;
  hasSecondFactor: boolean;
}

/** A signed-in browser. */
export interface Session {
  /** what the browser holds; whoever has it is the member */
  token: string;
  member: Member;
  /** when the second factor was last shown in this session */
  secondFactorAt: Date | null;
}

/** Where a request comes from; told in the list of one's own sessions and counted by the limits. */
export interface Source {
  address: string | undefined;
  agent: string | undefined;
}

/** Too many attempts: seconds to wait. */
export interface Wait {
  kind: "wait";
  seconds: number;
}

export type SignIn =
  | { kind: "signed_in"; session: string }
  /** the password was right; `challenge` says so with the code that follows */
  | { kind: "second_factor"; challenge: string }
  | { kind: "wrong" }
  | Wait;

type SecondStep = { kind: "signed_in"; session: string } | { kind: "wrong" } | { kind: "expired" } | Wait;

/** A second factor on its way: it counts once a code of it was shown. */
export interface NewSecondFactor {
  /** otpauth:// address for the QR code */
  uri: string;
  /** the same to type in */
  secret: string;
  backupCodes: readonly string[];
}

type Proof = { kind: "right" } | { kind: "wrong" } | Wait;

export interface OwnSession {
  id: string;
  address: string | null;
  agent: string | null;
  since: Date;
  lastSeen: Date;
  isThis: boolean;
}

/** Signing in and out, and what members of staff change about their own access. */
export interface Access {
  signIn(email: string, password: string, from: Source): Promise<SignIn>;
  /** `code` from the app, or a backup code */
  answerChallenge(challenge: string, code: string, from: Source): Promise<SecondStep>;
  /** Null where it ended, was ended, or its member may no longer work here. Being asked keeps it alive. */
  session(token: string): Promise<Session | null>;
  signOut(session: Session): Promise<void>;
  /** Ends all sessions of this member, this one too. */
  signOutEverywhere(session: Session): Promise<void>;
  sessionsOf(session: Session): Promise<readonly OwnSession[]>;
  /** All other sessions end; this one gets a new token. */
  changePassword(
    session: Session,
    current: string,
    next: string,
    from: Source,
  ): Promise<{ kind: "changed"; session: string } | { kind: "wrong" } | Wait>;
  /** What is begun replaces an earlier beginning. */
  beginSecondFactor(
    session: Session,
    password: string,
    from: Source,
  ): Promise<
    { kind: "begun"; factor: NewSecondFactor } | { kind: "wrong" } | { kind: "there_already" } | Wait
  >;
  /** The session gets a new token. */
  confirmSecondFactor(
    session: Session,
    code: string,
    from: Source,
  ): Promise<{ kind: "confirmed"; session: string } | { kind: "wrong" } | Wait>;
  newBackupCodes(
    session: Session,
    password: string,
    from: Source,
  ): Promise<{ kind: "made"; codes: readonly string[] } | { kind: "wrong" } | Wait>;
  /** The session gets a new token. */
  removeSecondFactor(
    session: Session,
    password: string,
    from: Source,
  ): Promise<{ kind: "removed"; session: string } | { kind: "wrong" } | Wait>;
  /** Shows a code again before something that matters. */
  proveSecondFactor(session: Session, code: string, from: Source): Promise<Proof>;
}

/** What a one-time link is for. */
export type LinkKind = "set_up" | "invitation" | "password" | "password_and_second_factor";

export interface OpenLink {
  kind: LinkKind;
  /** whom it is for; null at the first set-up, where nobody is there yet */
  member: { name: string; email: string; role: Role } | null;
  expiresAt: Date;
}

export type LinkUsed =
  | { kind: "used"; email: string }
  /** never there, used, expired or voided by a newer one */
  | { kind: "gone" };

/** One-time links: whoever holds one chooses a password. */
export interface Links {
  /** whether anybody can sign in at all */
  isSetUp(): Promise<boolean>;
  open(secret: string): Promise<OpenLink | null>;
  /** Makes the first admin. */
  setUp(secret: string, admin: { name: string; email: string; password: string }): Promise<LinkUsed>;
  /** Sets the password of whom the link is for. */
  choosePassword(secret: string, password: string): Promise<LinkUsed>;
}
