import type { Reply } from "../../conversation/reply.ts";
import { conversationOf } from "./commands/contacts.ts";
import type { Tx } from "./database.ts";
import { PRIORITY, say } from "./say.ts";

/** Says something unasked to a contact, where it wrote last; false when there is no conversation left. */
export async function tell(
  { tx, now }: { tx: Tx; now: Date },
  contactId: string,
  reply: Reply,
): Promise<boolean> {
  const conversationId = await conversationOf(tx, contactId);
  if (conversationId === null) return false;
  await say(tx, conversationId, reply, {
    author: "bot",
    priority: PRIORITY.reminder,
    inReplyTo: null,
    now,
  });
  return true;
}
