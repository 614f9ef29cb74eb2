import type { NotMine, StaffWords } from "../../../console/conversations/port.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { staffDoneNotice, staffJoinedNotice, staffWords } from "../../../registry/notices.ts";
import type { HoldState } from "../../../registry/states.ts";
import { fileBytes, LARGEST_FILES } from "../../../staffroom/limits.ts";
import { endedNotice, takenNotice, takenOverNotice, type Ended } from "../../../staffroom/notices.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import { changeHold, lockHold } from "../hold.ts";
import { PRIORITY, say } from "../say.ts";
import { askingIn } from "../staffroom/asking.ts";
import { tellRooms } from "../staffroom/rooms.ts";
import { assignCall, settleCall } from "./call-requests.ts";
import { staffName } from "./names.ts";

const MINUTE_MS = 60_000;

/** Who of the staff does it, and from where. */
export interface Hand {
  staffId: string;
  /** "console", or the channel of a group */
  via: string;
  /** a conversation of staff's that is told by the answer it gets anyway */
  room?: string;
}

/** Staff talk from now on, and the bot is silent. `changed` is false where it was one's own already. */
export async function take(
  scope: Scope,
  hand: Hand,
  id: string,
): Promise<{ kind: "done"; changed: boolean } | NotMine> {
  const hold = await lockHold(scope.tx, id);
  if (hold === null) return { kind: "not_found" };
  if (hold.by === hand.staffId) return { kind: "done", changed: false };
  if (hold.state === "held") return heldByOther(scope, hold.by);
  await seize(scope, hand, id);
  await audit(scope, "hold.held", id, { from: hold.state, via: hand.via });
  await sayToPerson(scope, id, staffJoinedNotice("the bot"));
  const by = await staffName(scope.tx, hand.staffId);
  await tellColleagues(scope, hand, id, takenNotice(by, await askingIn(scope, id)));
  return { kind: "done", changed: true };
}

/** Takes it from a colleague, who is named so that nobody else's is taken by mistake. */
export async function takeOver(
  scope: Scope,
  hand: Hand,
  id: string,
  from: string,
): Promise<{ kind: "done" } | NotMine> {
  const hold = await lockHold(scope.tx, id);
  if (hold === null) return { kind: "not_found" };
  if (hold.by === hand.staffId) return { kind: "done" };
  if (hold.state !== "held") return { kind: "not_held" };
  if (hold.by !== from) return heldByOther(scope, hold.by);
  await seize(scope, hand, id);
  await audit(scope, "hold.taken_over", id, { from, via: hand.via });
  await sayToPerson(scope, id, staffJoinedNotice("a colleague"));
  const [by, before] = [await staffName(scope.tx, hand.staffId), await staffName(scope.tx, from)];
  await tellColleagues(scope, hand, id, takenOverNotice(by, before, await askingIn(scope, id)));
  return { kind: "done" };
}

/** The bot answers again, and says so; also where somebody waits and nobody will come. */
export async function release(scope: Scope, hand: Hand, id: string): Promise<{ kind: "done" } | NotMine> {
  const hold = await lockHold(scope.tx, id);
  if (hold === null) return { kind: "not_found" };
  if (hold.state === "bot") return { kind: "not_held" };
  if (hold.state === "held" && hold.by !== hand.staffId) return heldByOther(scope, hold.by);
  await endHold(scope, id, hold);
  await audit(scope, "hold.bot", id, { from: hold.state, via: hand.via });
  await sayToPerson(scope, id, staffDoneNotice(hold.state));
  await tellEnded(scope, id, "released", hand);
  return { kind: "done" };
}

/** Words of whoever holds the conversation; each one keeps it held for longer. */
export async function speak(
  scope: Scope,
  hand: Hand,
  id: string,
  { text, files = [] }: StaffWords,
): Promise<{ kind: "done" } | { kind: "too_large" } | NotMine> {
  const { tx, now } = scope;
  const hold = await lockHold(tx, id);
  if (hold === null) return { kind: "not_found" };
  if (hold.state !== "held") return { kind: "not_held" };
  if (hold.by !== hand.staffId) return heldByOther(scope, hold.by);
  if (fileBytes(files) > LARGEST_FILES) return { kind: "too_large" };
  await say(tx, id, staffWords(text, files), staffSaying(now));
  await tx.conversation.update({ where: { id }, data: { holdExpiresAt: expiry(scope) } });
  await audit(scope, "conversation.said", id, { via: hand.via, files: files.length });
  return { kind: "done" };
}

/** Nobody of the staff has it any more; what waited for that goes on. */
export async function endHold(
  scope: Scope,
  id: string,
  was: { state: HoldState; since: Date | null },
): Promise<void> {
  if (was.state === "held") await settleCall(scope, id, was.since);
  await changeHold(scope.tx, id, { state: "bot", by: null, expiresAt: null, now: scope.now });
}

/** Tells staff that nobody is expected there any more. */
export async function tellEnded(scope: Scope, id: string, how: Ended, hand?: Hand): Promise<void> {
  await tellColleagues(scope, hand, id, endedNotice(how, await askingIn(scope, id)));
}

/** Until when a conversation is staff's while neither side writes. */
export function expiry({ now, settings }: Scope): Date {
  return new Date(now.getTime() + settings.holdMinutes * MINUTE_MS);
}

export function staffSaying(now: Date) {
  return { author: "staff", priority: PRIORITY.personal, inReplyTo: null, now } as const;
}

async function seize(scope: Scope, { staffId }: Hand, id: string): Promise<void> {
  await changeHold(scope.tx, id, { state: "held", by: staffId, expiresAt: expiry(scope), now: scope.now });
  await assignCall(scope, id, staffId);
}

async function heldByOther({ tx }: Scope, by: string | null): Promise<NotMine> {
  return { kind: "held_by_other", by: by ?? "", name: await staffName(tx, by) };
}

async function sayToPerson({ tx, now }: Scope, id: string, reply: Reply): Promise<void> {
  await say(tx, id, reply, { author: "bot", priority: PRIORITY.personal, inReplyTo: null, now });
}

async function tellColleagues(
  scope: Scope,
  hand: Hand | undefined,
  about: string,
  reply: Reply,
): Promise<void> {
  await tellRooms(scope, { about, reply, except: hand?.room ?? null });
}
