import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseOfficeHours } from "../../src/adapters/files/working-calendar-file.ts";
import { createCommandExecutor } from "../../src/adapters/prisma/commands/execute.ts";
import type { Who } from "../../src/adapters/prisma/commands/scope.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import { createRegistry } from "../../src/adapters/prisma/registry.ts";
import type { GivenParts } from "../../src/adapters/prisma/registry-parts.ts";
import {
  approveEvent,
  createEvent,
  openEvent,
  type NewEvent,
} from "../../src/adapters/prisma/staff/events.ts";
import { inTransaction } from "../../src/adapters/prisma/transaction.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { installationFolders } from "../../src/installation.ts";
import type { Command, CommandOutcome, ConsentGiven, NewAttendee } from "../../src/registry/commands.ts";
import { createWorkingCalendar } from "../../src/registry/office-hours.ts";
import type { ConsentPurpose, EnterpriseDetails } from "../../src/registry/views.ts";
import { canaries } from "./canaries.ts";

/** A Monday, nine in the morning in Quảng Ngãi. */
export const NOW = new Date("2026-11-23T02:00:00Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const later = (ms: number): Date => new Date(NOW.getTime() + ms);

/** The calendar as it is shipped. */
export const calendar = createWorkingCalendar(
  parseOfficeHours(
    readFileSync(join(installationFolders(import.meta.url).knowledgeFolder, "lich-lam-viec.yaml"), "utf8"),
  ),
);

export const by = { actor: "lan", now: NOW };

export function agree(purpose: ConsentPurpose): ConsentGiven {
  return { purpose, noticeVersion: "1", wording: `Tôi đồng ý: ${purpose}` };
}

export function people(count: number, name = "Người"): NewAttendee[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${name} ${"abcdefghijklmnopqrstuvwxyz".charAt(at % 26).repeat(1 + Math.floor(at / 26))}`,
    phone: `0905${String(at).padStart(6, "0")}`,
    position: null,
  }));
}

export function enterprise(details: Partial<EnterpriseDetails> = {}): EnterpriseDetails {
  return {
    kind: "htx",
    name: "Hợp tác xã Rau sạch",
    taxId: null,
    communeCode: "21025",
    communeText: "phường Cẩm Thành",
    ...details,
  };
}

export type Register = Extract<Command, { kind: "register" }>;

/** The registry over one database, as a chat reaches it. */
export function deskOver(database: Database, parts: Partial<GivenParts> = {}) {
  const given = { calendar, ...parts };
  const execute = createCommandExecutor(given);
  const registry = createRegistry(database);

  return {
    desk: { database, ...given },
    registry,
    event: openedEvent,
    person,
    says,
  };

  /** An event that takes registrations. */
  async function openedEvent(event: Partial<NewEvent> = {}): Promise<string> {
    const desk = { database, ...given };
    const { id } = await createEvent(desk, by, {
      keyword: newId().slice(-6),
      title: "Lớp 5S",
      description: "",
      audience: "",
      audienceKinds: [],
      sessions: [{ startsAt: later(10 * DAY), endsAt: later(10 * DAY + 3 * HOUR), place: "Hội trường" }],
      capacity: 3,
      capPerEnterprise: null,
      opensAt: later(-DAY),
      closesAt: later(9 * DAY),
      cost: "miễn phí",
      invitation: null,
      planRef: null,
      ...event,
    });
    await approveEvent(desk, by, id);
    await openEvent(desk, by, id);
    return id;
  }

  /** Somebody who writes from a chat of their own. */
  async function person(chat: string) {
    const address = { channel: "test", account: "bot", chat };
    const conversation = await database.client.conversation.create({
      data: { id: newId(), ...address, createdAt: NOW, lastMessageAt: NOW },
    });
    const who = (now: Date): Who => ({
      conversationId: conversation.id,
      address,
      sender: chat,
      messageId: `${chat}-${now.getTime()}`,
      now,
    });
    return {
      conversationId: conversation.id,
      who,
      does: (command: Command, now = NOW): Promise<CommandOutcome> =>
        inTransaction(database, (tx) => execute(tx, command, who(now))),
      registers(eventId: string, attendees: readonly NewAttendee[], more: Partial<Register> = {}) {
        return this.does(registration(eventId, attendees, chat, more));
      },
      mine: () => registry.mine(address, chat),
      hears: () => says(conversation.id),
    };
  }

  /** What was said in a conversation, oldest first. */
  async function says(conversationId: string): Promise<(Reply & { author: string; priority: number })[]> {
    const rows = await database.client.outgoingMessage.findMany({
      where: { conversationId },
      orderBy: { seq: "asc" },
    });
    return rows.map(({ body, author, priority }) => ({ ...(JSON.parse(body) as Reply), author, priority }));
  }
}

export type Person = Awaited<ReturnType<ReturnType<typeof deskOver>["person"]>>;

export function registration(
  eventId: string,
  attendees: readonly NewAttendee[],
  name: string,
  more: Partial<Register> = {},
): Register {
  return {
    kind: "register",
    eventId,
    enterprise: enterprise({ name: `Cơ sở ${name}` }),
    submitter: { name: canaries.submitter, phone: canaries.phone },
    attendees,
    beyondSeats: "wait",
    consents: [agree("registration")],
    ...more,
  };
}
