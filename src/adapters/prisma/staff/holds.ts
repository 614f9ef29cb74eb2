import { mayBecome, type HoldState } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import { changeHold } from "../hold.ts";
import { say } from "../say.ts";
import { act, type By, type Desk, type Done } from "./act.ts";
import { staffSaying } from "./requests.ts";

const MINUTE_MS = 60_000;

/** Staff talk in this conversation; the bot is silent until it is given back or nobody writes for a while. */
export function takeHold(desk: Desk, by: By, conversationId: string): Promise<Done> {
  return act(desk, by, async (scope) => {
    const hold = await holdOf(scope, conversationId);
    if (hold === null) return { kind: "not_found" };
    if (hold.by === by.actor) return { kind: "done" };
    if (!mayBecome("hold", hold.state, "held")) return { kind: "not_allowed", from: hold.state };
    await changeHold(scope.tx, conversationId, { state: "held", by: by.actor, expiresAt: expiry(scope) });
    await audit(scope, "hold.held", conversationId, { from: hold.state });
    return { kind: "done" };
  });
}

/** The bot answers again. */
export function releaseHold(desk: Desk, by: By, conversationId: string): Promise<Done> {
  return act(desk, by, async (scope) => {
    const hold = await holdOf(scope, conversationId);
    if (hold === null) return { kind: "not_found" };
    if (!mayBecome("hold", hold.state, "bot")) return { kind: "not_allowed", from: hold.state };
    await changeHold(scope.tx, conversationId, { state: "bot", by: null, expiresAt: null });
    await audit(scope, "hold.bot", conversationId, { from: hold.state });
    return { kind: "done" };
  });
}

/** Words of the member of staff who holds the conversation; each one keeps it held for longer. */
export function sayAsStaff(desk: Desk, by: By, conversationId: string, text: string): Promise<Done> {
  return act(desk, by, async (scope) => {
    const hold = await holdOf(scope, conversationId);
    if (hold === null) return { kind: "not_found" };
    if (hold.by !== by.actor) return { kind: "not_allowed", from: hold.state };
    await say(scope.tx, conversationId, { text }, staffSaying(scope.now));
    await scope.tx.conversation.update({
      where: { id: conversationId },
      data: { holdExpiresAt: expiry(scope) },
    });
    await audit(scope, "conversation.said", conversationId);
    return { kind: "done" };
  });
}

async function holdOf({ tx }: Scope, id: string): Promise<{ state: HoldState; by: string | null } | null> {
  const row = await tx.conversation.findUnique({ where: { id } });
  return row && { state: row.holdState as HoldState, by: row.holdBy };
}

function expiry({ now, settings }: Scope): Date {
  return new Date(now.getTime() + settings.holdMinutes * MINUTE_MS);
}
