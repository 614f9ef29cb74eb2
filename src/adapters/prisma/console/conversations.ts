import type {
  ConversationDesk,
  LiveConversation,
  LiveConversations,
} from "../../../console/conversations/port.ts";
import type { Content } from "../../../conversation/message.ts";
import type { HoldState } from "../../../registry/states.ts";
import { wordsOf } from "../../../staffroom/notices.ts";
import { audit } from "../audit.ts";
import type { Tx } from "../database.ts";
import { act, type Desk } from "../staff/act.ts";
import { callKey } from "../staff/call-requests.ts";
import { releaseHold, sayAsStaff, takeHold, takeOverHold } from "../staff/holds.ts";
import { personNames } from "../staffroom/asking.ts";
import { readConversation, readFile } from "./conversation-view.ts";
import { holders, holdView } from "./holds.ts";

const LATELY_MS = 24 * 3_600_000;
const MOST_LATELY = 50;
const LONGEST_WORDS = 160;

export function createConversationDesk(desk: Desk): ConversationDesk {
  const { client } = desk.database;
  return {
    live: (now, mostLately = MOST_LATELY) => live(client, now, mostLately),
    async waiting() {
      const first = await client.conversation.aggregate({
        where: { holdState: "waiting_staff" },
        _count: true,
        _min: { holdSince: true },
      });
      return { count: first._count, since: first._min.holdSince };
    },
    one: (id, before) => readConversation(client, id, before),
    file: (conversationId, fileId) => readFile(client, conversationId, fileId),
    lookedAt: (by, id) => act(desk, by, (scope) => audit(scope, "conversation.looked_at", id)),
    take: (by, id) => takeHold(desk, by, id),
    takeOver: (by, id, from) => takeOverHold(desk, by, id, from),
    say: (by, id, words) => sayAsStaff(desk, by, id, words),
    release: (by, id) => releaseHold(desk, by, id),
  };
}

async function live(tx: Tx, now: Date, mostLately: number): Promise<LiveConversations> {
  const withStaff = await tx.conversation.findMany({
    where: { holdState: { not: "bot" } },
    orderBy: [{ holdSince: "asc" }, { id: "asc" }],
  });
  const groups = await tx.staffGroup.findMany({ select: { channel: true, account: true, chat: true } });
  const answeredLately = {
    holdState: "bot",
    lastMessageAt: { gt: new Date(now.getTime() - LATELY_MS) },
    // Something was written there: staff's own chats may only have been told something.
    inbox: { some: {} },
    ...(groups.length > 0 && { NOT: { OR: groups } }),
  };
  const [lately, allLately] = await Promise.all([
    tx.conversation.findMany({
      where: answeredLately,
      orderBy: [{ lastMessageAt: "desc" }, { id: "asc" }],
      take: mostLately,
    }),
    tx.conversation.count({ where: answeredLately }),
  ]);
  const rows = [...withStaff, ...lately];
  const [names, codes, words, staff] = await Promise.all([
    personNames(tx, rows),
    callCodes(tx, rows),
    lastWords(
      tx,
      rows.filter(({ holdState }) => holdState === "waiting_staff"),
    ),
    holders(tx, rows),
  ]);
  const all = rows.map((row): LiveConversation => ({
    id: row.id,
    channel: row.channel,
    person: names.get(row.id) ?? null,
    hold: holdView(row, staff),
    lastMessageAt: row.lastMessageAt,
    code: codes.get(row.id) ?? null,
    words: words.get(row.id) ?? null,
  }));
  const which = (state: HoldState) => all.filter(({ hold }) => hold.state === state);
  return {
    waiting: which("waiting_staff"),
    held: which("held"),
    lately: which("bot"),
    moreLately: allLately - lately.length,
  };
}

async function callCodes(tx: Tx, rows: readonly { id: string }[]): Promise<ReadonlyMap<string, string>> {
  const requests = await tx.supportRequest.findMany({
    where: { openKey: { in: rows.map(({ id }) => callKey(id)) } },
    select: { conversationId: true, code: true },
  });
  return new Map(requests.map(({ conversationId, code }) => [conversationId, code]));
}

async function lastWords(tx: Tx, rows: readonly { id: string }[]): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for (const { id } of rows) {
    const line = await tx.inboxMessage.findFirst({
      where: { conversationId: id },
      orderBy: { seq: "desc" },
      select: { content: true },
    });
    if (!line) continue;
    const said = Array.from(wordsOf(JSON.parse(line.content) as Content));
    words.set(id, said.slice(0, LONGEST_WORDS).join("") + (said.length > LONGEST_WORDS ? "…" : ""));
  }
  return words;
}
