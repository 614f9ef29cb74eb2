import type { Address } from "../../../conversation/message.ts";
import { mayNow, type Permission } from "../../../console/permissions.ts";
import type { StaffRoom } from "../../../staffroom/port.ts";
import { findConversation } from "../conversation-rows.ts";
import type { Database, Tx } from "../database.ts";

/** Looks up who wrote and what they reply to. */
export function createStaffRoom({ client }: Database): StaffRoom {
  return {
    async standing({ from, sender, isGroup, replyTo }) {
      const isRoom = isGroup && (await isLinked(client, from));
      const about = replyTo === undefined || replyTo === null ? null : await aboutOf(client, from, replyTo);
      const isStaff =
        (isRoom || about !== null) && (await memberAt(client, { address: from, sender })) !== null;
      return { isRoom, about, isStaff };
    },
    mayAnnounce: async ({ from, sender }) =>
      (await memberAt(client, { address: from, sender }, "announcements.write")) !== null,
  };
}

/** The member of staff who writes, where they are linked and may do this. */
export async function memberAt(
  tx: Tx,
  { address: { channel, account }, sender }: { address: Address; sender: string },
  permission: Permission = "conversations.talk",
): Promise<{ id: string; name: string } | null> {
  const link = await tx.staffChannel.findUnique({
    where: { channel_account_sender: { channel, account, sender } },
    include: { staff: true },
  });
  return link && mayNow(link.staff, permission) ? { id: link.staff.id, name: link.staff.name } : null;
}

async function isLinked(tx: Tx, { channel, account, chat }: Address): Promise<boolean> {
  return (await tx.staffGroup.count({ where: { channel, account, chat } })) > 0;
}

/** What one of our messages was about. A platform may give an id again, in a group that has become another one. */
async function aboutOf(tx: Tx, address: Address, ref: string): Promise<string | null> {
  const conversation = await findConversation(tx, address);
  if (conversation === null) return null;
  const said = await tx.outgoingMessage.findFirst({
    where: { conversationId: conversation.id, ref, aboutId: { not: null } },
    orderBy: { seq: "desc" },
    select: { aboutId: true },
  });
  return said?.aboutId ?? null;
}
