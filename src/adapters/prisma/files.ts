import type { FileRef } from "../../conversation/message.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { Database } from "./client.ts";
import { conversationAt, findConversation } from "./conversation-rows.ts";
import { newId } from "./ids.ts";
import { inTransaction } from "./transaction.ts";

export function createFiles(database: Database): Files {
  return {
    keep: (address, { name, mediaType, content }, now) =>
      inTransaction(database, async (tx) => {
        const ref: FileRef = { id: newId(), name, mediaType, bytes: content.byteLength };
        const { id: conversationId } = await conversationAt(tx, address, now);
        await tx.storedFile.create({
          data: { ...ref, conversationId, content: new Uint8Array(content), createdAt: now },
        });
        return ref;
      }),
    read: async (address, id) => {
      const conversation = await findConversation(database.client, address);
      if (conversation === null) return null;
      const row = await database.client.storedFile.findFirst({
        where: { id, conversationId: conversation.id },
      });
      if (row === null) return null;
      const { name, mediaType, bytes, content } = row;
      return { ref: { id, name, mediaType, bytes }, content };
    },
  };
}
