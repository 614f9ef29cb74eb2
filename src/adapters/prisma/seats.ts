import type { Tx } from "./database.ts";

/** Seats and places in the queue as they were read. */
interface SeatCount {
  id: string;
  capacity: number;
  seatsTaken: number;
  waitingIssued: number;
}

/**
 * Writes new counts if they are still as they were read; false where somebody else was faster and all must be read
 * again. Whoever succeeds holds the event until its transaction ends: queue numbers follow the order of commits.
 */
export type SeatGuard = (
  tx: Tx,
  read: SeatCount,
  change: { seats: number; waiting: number },
) => Promise<boolean>;

export const guardSeats: SeatGuard = async (tx, read, { seats, waiting }) => {
  const { count } = await tx.event.updateMany({
    where: {
      id: read.id,
      seatsTaken: read.seatsTaken,
      waitingIssued: read.waitingIssued,
      capacity: { gte: read.seatsTaken + seats },
    },
    data: { seatsTaken: read.seatsTaken + seats, waitingIssued: read.waitingIssued + waiting },
  });
  return count === 1;
};
