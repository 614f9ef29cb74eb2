import type { Content } from "../../../conversation/message.ts";
import type { CommandOutcome } from "../../../registry/commands.ts";
import { saidNotice, wordsOf } from "../../../staffroom/notices.ts";
import type { Scope, Who } from "../commands/scope.ts";
import { askingIn } from "./asking.ts";
import { tellRooms } from "./rooms.ts";
import { roomSettings } from "./settings.ts";

/** Passes what a person wrote to staff, while they wait for them or talk to them. */
export async function tellStaff(scope: Scope, who: Who): Promise<CommandOutcome> {
  const { tx } = scope;
  const about = who.conversationId;
  const { content } = await tx.inboxMessage.findUniqueOrThrow({
    where: { conversationId_externalId: { conversationId: about, externalId: who.messageId } },
  });
  const { forwardWords } = await roomSettings(tx);
  const words = forwardWords ? wordsOf(JSON.parse(content) as Content) : null;
  await tellRooms(scope, { about, reply: saidNotice(await askingIn(scope, about), words) });
  return { kind: "staff_told" };
}
