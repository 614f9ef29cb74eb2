import { createCommandExecutor } from "../../src/adapters/prisma/commands/execute.ts";
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import { guardSeats, type SeatGuard } from "../../src/adapters/prisma/seats.ts";
import { inTransaction } from "../../src/adapters/prisma/transaction.ts";
import { calendar, NOW, registration } from "./registry.ts";

/** What a process is told to do: register people numbered `from` to `to` at once. */
export interface Crowd {
  place: DatabasePlace;
  eventId: string;
  from: number;
  to: number;
  guarded: boolean;
}

/** How one registration went; moments of a clock that all processes share. */
export interface Arrival {
  name: string;
  status: string;
  waitingPosition: number | null;
  /** when its transaction began and when it was stored */
  began: bigint;
  stored: bigint;
}

/** What happens without the guard: seats are handed out by a count that may be old. */
const unguarded: SeatGuard = async (tx, read, { seats, waiting }) => {
  await tx.event.update({
    where: { id: read.id },
    data: { seatsTaken: { increment: seats }, waitingIssued: { increment: waiting } },
  });
  return true;
};

/** One of several processes; says "ready", waits for "go", then answers with its arrivals. */
async function work({ place, eventId, from, to, guarded }: Crowd): Promise<void> {
  const database = await openDatabase(place);
  const execute = createCommandExecutor({ calendar, guard: guarded ? guardSeats : unguarded });
  const people = Array.from({ length: to - from }, (_, at) => `p${from + at}`);
  const addresses = people.map((chat) => ({ id: newId(), channel: "test", account: "bot", chat }));
  await database.client.conversation.createMany({
    data: addresses.map((address) => ({ ...address, createdAt: NOW, lastMessageAt: NOW })),
  });
  const go = new Promise<void>((resolve) => {
    process.once("message", () => {
      resolve();
    });
  });
  process.send?.("ready");
  await go;

  const arrivals = await Promise.allSettled(
    addresses.map(async ({ id, ...address }): Promise<Arrival> => {
      const { chat } = address;
      let began = 0n;
      const who = { conversationId: id, address, sender: chat, messageId: chat, now: NOW };
      const outcome = await inTransaction(database, (tx) => {
        began = process.hrtime.bigint();
        const attendees = [{ name: chat, phone: null, position: null }];
        return execute(tx, registration(eventId, attendees, chat), who);
      });
      const stored = process.hrtime.bigint();
      const attendee = outcome.kind === "registered" ? outcome.attendees[0] : undefined;
      if (!attendee) throw new Error(JSON.stringify(outcome));
      const { status, waitingPosition } = attendee;
      return { name: chat, status, waitingPosition, began, stored };
    }),
  );
  await database.close();
  process.send?.(arrivals.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
  process.disconnect();
}

process.once("message", (crowd: Crowd) => {
  void work(crowd);
});
