import type { Database } from "../../src/adapters/prisma/client.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import { NOW } from "./registry.ts";

/** Somebody of the staff, with an account that was never signed in to. */
export async function employs(
  { client }: Database,
  id: string,
  details: { name?: string; role?: string; disabledAt?: Date } = {},
): Promise<void> {
  await client.staff.create({
    data: {
      id,
      name: id,
      email: `${id}@so.example.vn`,
      role: "officer",
      createdAt: NOW,
      updatedAt: NOW,
      ...details,
    },
  });
}

/** Links a member of staff to a private chat of that name, as their one-time code would. */
export async function linksMember({ client }: Database, staffId: string, chat = staffId): Promise<void> {
  await client.staffChannel.create({
    data: { id: newId(), staffId, channel: "test", account: "bot", sender: chat, chat, linkedAt: NOW },
  });
}

export async function linksGroup({ client }: Database, chat = "nhóm"): Promise<void> {
  await client.staffGroup.create({
    data: { id: newId(), channel: "test", account: "bot", chat, linkedBy: "lan", linkedAt: NOW },
  });
}

/** What was said in a chat of the tests' channel, oldest first. */
export async function saidIn({ client }: Database, chat: string): Promise<string[]> {
  const rows = await client.outgoingMessage.findMany({
    where: { conversation: { channel: "test", account: "bot", chat } },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ body }) => (JSON.parse(body) as { text: string }).text);
}
