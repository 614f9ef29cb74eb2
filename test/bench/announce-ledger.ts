import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSharedSlots } from "../../src/adapters/prisma/announce/shared-slots.ts";
import { openDatabase, type Database, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import { createOutbox } from "../../src/adapters/prisma/outbox.ts";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import type { Channel } from "../../src/conversation/channel.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { createDelivery } from "../../src/outbox/deliver.ts";

/** Broad day in Quảng Ngãi, whenever the bench runs. */
const MORNING = new Date("2026-11-25T02:00:00Z").getTime();

const ANSWER_WITHIN_MS = 120_000;

export function somewhere(): DatabasePlace {
  return { dataFolder: mkdtempSync(join(tmpdir(), "nscl-announce-")) };
}

/** An announcement that runs, to so many people who agreed and wrote to one bot. Returns their chats. */
export async function fillLedger({ client }: Database, account: string, people: number): Promise<void> {
  const now = new Date(MORNING);
  const announcementId = newId();
  const moments = { createdAt: now, updatedAt: now };
  await client.announcement.create({
    data: {
      ...moments,
      id: announcementId,
      title: "Lớp mới",
      body: "Mời anh/chị dự lớp về mã số mã vạch.",
      author: "bench",
      status: "sending",
      expiresAt: new Date(MORNING + 86_400_000),
    },
  });
  const rows = Array.from({ length: people }, (_, at) => ({
    contactId: newId(),
    conversationId: newId(),
    chat: String(1_000_000 + at),
  }));
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    await client.contact.createMany({ data: some.map((one) => ({ ...moments, id: one.contactId })) });
    await client.consent.createMany({
      data: some.map(({ contactId }) => ({
        id: newId(),
        contactId,
        purpose: "announcement",
        noticeVersion: "1",
        wording: "",
        messageId: "1",
        givenAt: now,
      })),
    });
    await client.conversation.createMany({
      data: some.map(({ conversationId: id, chat }) => ({
        ...{ id, chat, account, channel: "telegram" },
        createdAt: now,
        lastMessageAt: now,
      })),
    });
    await client.delivery.createMany({
      data: some.map(({ contactId, conversationId }) => ({
        ...{ id: newId(), announcementId, contactId, conversationId, account, channel: "telegram" },
        notBefore: now,
        createdAt: now,
      })),
    });
  }
}

/** How far a message has come: its row is being marked, it leaves, the platform has answered, nothing is open any more. */
export type Step = "marking" | "marked" | "sending" | "answered" | "settled";

export interface Sender {
  place: DatabasePlace;
  /** of the double */
  url: string;
  token: string;
  perSecond: number;
  leaseMs: number;
  /** when it is that morning, in milliseconds since 1970: the same for all processes of a run */
  morningAt: number;
  /** the negative control: sends again whatever was on its way */
  forgetful?: boolean;
  onStep?: (step: Step, id: string) => void;
  /** ends when nothing is left */
  untilDone?: boolean;
}

/** Sends as the service does, with its own pace and Telegram's client, until `signal` aborts. */
export async function sendAll(sender: Sender, signal: AbortSignal): Promise<void> {
  const { place, url, token, perSecond, leaseMs, onStep = () => undefined } = sender;
  const database = await openDatabase(place);
  const onError = (error: unknown) => {
    console.error(error);
  };
  const { channel } = createTelegramChannel({
    settings: {
      bots: [{ token }],
      inbound: { kind: "polling" },
      apiRoot: url,
      limits: { perSecond: perSecond * 2 },
      // A crowded machine is no reason to think that nobody answers.
      timing: { request: ANSWER_WITHIN_MS },
    },
    files: { keep: () => Promise.reject(new Error("no files here")) } as never,
    turns: { run: () => Promise.resolve() },
    now: () => new Date(),
    onError,
  });
  const watched: Channel = {
    ...channel,
    async send(...message) {
      const [, , id] = message;
      onStep("sending", id);
      const result = await channel.send(...message);
      onStep("answered", id);
      return result;
    },
  };
  const outbox = createOutbox(database, { leaseMs });
  const told: Outbox = {
    ...outbox,
    async begin(message, now) {
      onStep("marking", message.id);
      const isMarked = sender.forgetful === true || (await outbox.begin(message, now));
      onStep(isMarked ? "marked" : "settled", message.id);
      return isMarked;
    },
    async settle(message, ...ending) {
      await outbox.settle(message, ...ending);
      onStep("settled", message.id);
    },
  };
  const done = new AbortController();
  const open = { status: { in: ["queued", "leased", "sending"] } };
  const looking = setInterval(() => {
    if (sender.untilDone)
      void database.client.delivery.count({ where: open }).then((left) => {
        if (left === 0) done.abort();
      });
  }, 500);
  const slots = createSharedSlots(database, { channel: "telegram", perSecond });
  await createDelivery({
    outbox: told,
    channel: watched,
    pace: { perSecond },
    slots,
    owner: newId(),
    now: () => new Date(MORNING + Date.now() - sender.morningAt),
    onError,
  }).run(AbortSignal.any([signal, done.signal]));
  clearInterval(looking);
  await database.close();
}
