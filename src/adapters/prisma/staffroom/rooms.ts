import type { Address } from "../../../conversation/message.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { mayNow, mayTalk } from "../../../console/permissions.ts";
import type { Scope } from "../commands/scope.ts";
import { conversationAt } from "../conversation-rows.ts";
import { dutyAt } from "../duty.ts";
import { PRIORITY, say } from "../say.ts";

/** What staff are told of a conversation. */
export interface News {
  /** the conversation, so that a reply finds it; null where it is about something else */
  about: string | null;
  reply: Reply;
  /** a conversation of staff's that knows already */
  except?: string | null;
}

/**
 * Tells staff, through the outbox like everything else: in the linked groups, or where there is none in the private
 * chats of those on duty who linked themselves.
 */
export async function tellRooms(scope: Scope, news: News): Promise<void> {
  await tellAt(scope, await roomsNow(scope), news);
}

/** In private, whoever administers: somebody has waited for too long. */
export async function tellAdmins(scope: Scope, news: News): Promise<void> {
  const admins = await scope.tx.staffChannel.findMany({
    where: { staff: { role: "admin", disabledAt: null } },
    orderBy: { id: "asc" },
  });
  await tellAt(scope, admins, news);
}

/** In private, whoever may approve announcements, but for the one who wrote it. */
export async function tellApprovers(scope: Scope, reply: Reply, author: string): Promise<void> {
  const linked = await scope.tx.staffChannel.findMany({
    where: { staffId: { not: author } },
    include: { staff: true },
    orderBy: { id: "asc" },
  });
  const approvers = linked.filter(({ staff }) => mayNow(staff, "announcements.approve"));
  await tellAt(scope, approvers, { about: null, reply });
}

async function roomsNow({ tx, calendar, now }: Scope): Promise<readonly Address[]> {
  const groups = await tx.staffGroup.findMany({ orderBy: { id: "asc" } });
  if (groups.length > 0) return groups;
  const { staffIds } = await dutyAt(tx, calendar, now);
  const linked = await tx.staffChannel.findMany({
    where: staffIds === null ? {} : { staffId: { in: [...staffIds] } },
    include: { staff: true },
    orderBy: { id: "asc" },
  });
  return linked.filter(({ staff }) => mayTalk(staff));
}

async function tellAt(
  { tx, now }: Scope,
  addresses: readonly Address[],
  { about, reply, except }: News,
): Promise<void> {
  for (const address of addresses) {
    const { id } = await conversationAt(tx, address, now);
    // Staff who ask for staff themselves are not told in the chat they ask in.
    if (id === except || id === about) continue;
    await say(tx, id, reply, {
      author: "bot",
      priority: PRIORITY.personal,
      inReplyTo: null,
      about,
      now,
    });
  }
}
