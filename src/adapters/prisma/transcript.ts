import type { Address, Content } from "../../conversation/message.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Line, Transcript } from "../../conversation/transcript.ts";
import type { Rating } from "../../registry/gaps.ts";
import { repliesFrom } from "./announce/lines.ts";
import type { Database } from "./client.ts";
import { findConversation } from "./conversation-rows.ts";
import { WAITS_FOR_STAFF } from "./say.ts";
import { ratingsOf } from "./ratings.ts";

export function createTranscript({ client }: Database): Transcript {
  return {
    exists: async (address) => (await findConversation(client, address)) !== null,
    lines: (address, after, limit) => lines(client, address, after, limit),
  };
}

async function lines(
  client: Database["client"],
  address: Address,
  after: number,
  limit: number,
): Promise<readonly Line[]> {
  const conversation = await findConversation(client, address);
  if (conversation === null) return [];
  const page = {
    // What has a number below the next one is stored. Anything newer waits for the next look: it could show before a
    // line with a lower number.
    where: { conversationId: conversation.id, seq: { gt: after, lt: conversation.nextSeq } },
    orderBy: { seq: "asc" },
    take: limit,
  } as const;
  const outgoing = await client.outgoingMessage.findMany({
    ...page,
    where: { ...page.where, NOT: WAITS_FOR_STAFF },
  });
  const incoming = await client.inboxMessage.findMany(page);
  const replies = await repliesFrom(
    client,
    outgoing.map(({ body }) => body),
  );
  const own = outgoing.map((row, at) => ({ ...row, reply: replies[at] ?? { text: "" } }));
  const rated = own.filter(({ reply }) => reply.rateable).flatMap(({ inReplyTo }) => inReplyTo ?? []);
  const ratings = await ratingsOf({ client }, conversation.id, rated);
  return [...incoming.map(userLine), ...own.map((row) => ownLine(row, ratings))]
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
}

function userLine(row: { seq: number; externalId: string; content: string; receivedAt: Date }): Line {
  return {
    seq: row.seq,
    id: row.externalId,
    inReplyTo: null,
    said: { from: "user", content: JSON.parse(row.content) as Content },
    at: row.receivedAt,
  };
}

function ownLine(
  row: {
    seq: number;
    id: string;
    inReplyTo: string | null;
    author: string;
    reply: Reply;
    createdAt: Date;
  },
  ratings: ReadonlyMap<string, Rating>,
): Line {
  const { reply } = row;
  return {
    seq: row.seq,
    id: row.id,
    inReplyTo: row.inReplyTo,
    said: { from: row.author === "staff" ? "staff" : "bot", reply },
    ...(reply.rateable && { rating: ratings.get(row.inReplyTo ?? "") ?? null }),
    at: row.createdAt,
  };
}
