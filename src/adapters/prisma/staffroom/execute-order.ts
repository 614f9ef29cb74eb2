import type { NotMine } from "../../../console/conversations/port.ts";
import type { ReplyFile } from "../../../conversation/reply.ts";
import { nameOf } from "../../../staffroom/notices.ts";
import type { RoomOrder, RoomOutcome } from "../../../staffroom/orders.ts";
import type { Scope, Who } from "../commands/scope.ts";
import { release, speak, take, type Hand } from "../staff/hold-steps.ts";
import { askingIn } from "./asking.ts";
import { redeemLink } from "./links.ts";
import { memberAt } from "./standing.ts";

type Of<K extends RoomOrder["kind"]> = Extract<RoomOrder, { kind: K }>;

/** A member of staff at work in a group or a private chat. */
interface Working {
  scope: Scope;
  hand: Hand;
  name: string;
}

/** Carries out what staff ordered from where they work. Who wrote is looked up again: they may have been disabled. */
export async function executeOrder(scope: Scope, who: Who, order: RoomOrder): Promise<RoomOutcome> {
  if (order.kind === "link") return redeemLink(scope, who, order);
  const member = await memberAt(scope.tx, who);
  if (member === null) return { kind: "not_staff" };
  const working: Working = {
    scope: { ...scope, actor: `staff:${member.id}` },
    hand: { staffId: member.id, via: who.address.channel, room: who.conversationId },
    name: member.name,
  };
  switch (order.kind) {
    case "take":
      return takeOne(working, order);
    case "release":
      return releaseOne(working, order);
    case "answer":
      return answer(working, who, order);
  }
}

async function takeOne({ scope, hand, name }: Working, order: Of<"take">): Promise<RoomOutcome> {
  const about = order.conversationId ?? (await longestWaiting(scope));
  if (about === null) return { kind: "nothing_there" };
  const taken = await take(scope, hand, about);
  if (taken.kind !== "done") return refused(taken, about);
  return { kind: "taken", by: name, person: await personIn(scope, about), about };
}

async function releaseOne({ scope, hand }: Working, order: Of<"release">): Promise<RoomOutcome> {
  const mine = order.conversationId === null ? await heldBy(scope, hand.staffId) : [order.conversationId];
  const [about, another] = mine;
  if (about === undefined) return { kind: "nothing_there" };
  if (another !== undefined) return { kind: "which" };
  const released = await release(scope, hand, about);
  if (released.kind !== "done") return refused(released, about);
  return { kind: "released", person: await personIn(scope, about), about };
}

/** A reply in the group: it takes the conversation too, where nobody holds it. */
async function answer(
  { scope, hand, name }: Working,
  { conversationId: room }: Who,
  { conversationId: about, text, files }: Of<"answer">,
): Promise<RoomOutcome> {
  const taken = await take(scope, hand, about);
  if (taken.kind !== "done") return refused(taken, about);
  const carried = await carriedFiles(
    scope,
    room,
    files.map(({ id }) => id),
  );
  const said = await speak(scope, hand, about, { text, files: carried });
  if (said.kind === "too_large") return { kind: "too_large", about };
  if (said.kind !== "done") return refused(said, about);
  return { kind: "answered", took: taken.changed, by: name, person: await personIn(scope, about), about };
}

function refused(why: NotMine, about: string): RoomOutcome {
  switch (why.kind) {
    case "not_found":
      return { kind: "nothing_there" };
    case "not_held":
      return { kind: "not_held", about };
    case "held_by_other":
      return { kind: "held_by_other", by: why.name, about };
  }
}

async function personIn(scope: Scope, about: string): Promise<string> {
  return nameOf(await askingIn(scope, about));
}

async function longestWaiting({ tx }: Scope): Promise<string | null> {
  const row = await tx.conversation.findFirst({
    where: { holdState: "waiting_staff" },
    orderBy: [{ holdSince: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

async function heldBy({ tx }: Scope, staffId: string): Promise<readonly string[]> {
  const rows = await tx.conversation.findMany({
    where: { holdState: "held", holdBy: staffId },
    select: { id: true },
    take: 2,
  });
  return rows.map(({ id }) => id);
}

/** Files that staff sent into their group, as they go on to the person. */
async function carriedFiles(
  { tx }: Scope,
  conversationId: string,
  ids: readonly string[],
): Promise<ReplyFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx.storedFile.findMany({ where: { id: { in: [...ids] }, conversationId } });
  return rows.map(({ name, mediaType, content }) => ({
    name,
    mediaType,
    content: Buffer.from(content).toString("base64"),
    encoding: "base64",
  }));
}
