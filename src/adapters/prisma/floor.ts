import type { Floor } from "../../conversation/draft-stage.ts";
import type { Database } from "./client.ts";

/** Who has the floor in a conversation, as the store knows it. */
export function createFloor({ client }: Database): Floor {
  return {
    async isBots({ channel, account, chat }) {
      const row = await client.conversation.findUnique({
        where: { channel_account_chat: { channel, account, chat } },
        select: { holdState: true },
      });
      return row?.holdState === "bot";
    },
  };
}
