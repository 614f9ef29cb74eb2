import { expect } from "vitest";
import { createAnnouncements } from "../../src/adapters/prisma/console/announcements.ts";
import { moveAnnouncements } from "../../src/adapters/prisma/jobs/announcements.ts";
import { createOutbox } from "../../src/adapters/prisma/outbox.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import type { AnnouncementWords } from "../../src/announce/announcement.ts";
import { EVERYBODY } from "../../src/announce/audience.ts";
import type { ReachOf } from "../../src/announce/reach.ts";
import type { SendResult } from "../../src/conversation/channel.ts";
import type { OutgoingMessage } from "../../src/outbox/outbox.ts";
import type { Topic } from "../../src/registry/views.ts";
import { agree, by, DAY, deskOver, later, NOW, type Person } from "./registry.ts";

export const WORDS: AnnouncementWords = {
  title: "Lớp mới",
  body: "Mời anh/chị dự lớp.",
  eventId: null,
  link: null,
  audience: EVERYBODY,
  scheduledAt: null,
  expiresAt: later(DAY),
};

export const approver = { actor: "giam-doc", now: NOW };
const ROUNDS = 4;
export const SENT = { kind: "sent", ref: "1" } as const;

/** An office that announces, and the sender of a channel "test". */
export function announcingOver(database: Database, channels: ReachOf = () => ({})) {
  const { desk, person, event } = deskOver(database);
  const announcements = createAnnouncements({ desk, channels, previews: () => [] });
  const outbox = createOutbox(database);
  return {
    desk,
    person,
    event,
    announcements,
    outbox,
    claim,
    follower,
    submitted,
    scheduled,
    started,
    sendOff,
    standing,
    sends,
  };

  function claim(now = NOW, owner = "a", limit = 10): Promise<readonly OutgoingMessage[]> {
    return outbox.claim({ channel: "test", owner, now, limit });
  }

  /** Somebody who agreed to be told. */
  async function follower(chat: string, topics: readonly Topic[] = ["lop"]): Promise<Person> {
    const who = await person(chat);
    await who.does({ kind: "follow", topics, consents: [agree("announcement")] });
    return who;
  }

  async function submitted(words = WORDS): Promise<{ id: string; revision: number }> {
    const drafted = await announcements.draft(by, words, null);
    if (drafted.kind !== "done") throw new Error(drafted.kind);
    const done = await announcements.submit(by, drafted);
    if (done.kind !== "done") throw new Error(done.kind);
    return { id: drafted.id, revision: done.revision };
  }

  /** Approved by somebody else, and sent. */
  async function sendOff({ id, revision }: { id: string; revision: number }): Promise<string> {
    const approved = await announcements.approve(approver, { id, revision });
    if (approved.kind !== "done") throw new Error(approved.kind);
    const sent = await announcements.send(approver, { id, revision: approved.revision });
    expect(sent).toMatchObject({ kind: "done", already: false });
    return id;
  }

  async function scheduled(words = WORDS): Promise<string> {
    return sendOff(await submitted(words));
  }

  async function started(words = WORDS, now = NOW): Promise<string> {
    const id = await scheduled(words);
    await moveAnnouncements(desk, channels, now);
    return id;
  }

  /** How the rows of the ledger stand, in the order in which they were made. */
  async function standing(): Promise<string[]> {
    const rows = await database.client.delivery.findMany({ orderBy: { id: "asc" } });
    return rows.map(({ status, reason }) => (reason === null ? status : `${status}: ${reason}`));
  }

  /** Sends what is due, replies first, ended as `result` says; returns to whom something of the ledger went. */
  async function sends(now = NOW, result: (chat: string) => SendResult = () => SENT): Promise<string[]> {
    const chats: string[] = [];
    // A conversation's announcement waits for its replies.
    for (let round = 0; round < ROUNDS; round++)
      for (const message of await claim(now, "a", 100)) {
        if (!(await outbox.begin(message, now))) continue;
        const { book, to } = message;
        if (book === "ledger") chats.push(to.chat);
        await outbox.settle(message, book === "ledger" ? result(to.chat) : SENT, now);
      }
    return chats;
  }
}

export type Announcing = ReturnType<typeof announcingOver>;

export function only<T>(list: readonly T[]): T {
  const [one, another] = list;
  if (one === undefined || another !== undefined) throw new Error(`${list.length} of them`);
  return one;
}
