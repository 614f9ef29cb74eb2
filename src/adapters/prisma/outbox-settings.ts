export interface OutboxSettings {
  /** how long a message in hand is nobody else's */
  leaseMs: number;
  /** how long a message is tried while its channel is away; so many tries as fit into that, whatever they wait for */
  patienceMs: number;
  /** times a personal reply is sent again although it may have arrived */
  repeats: number;
  longestBackoffMs: number;
}

const DAY_MS = 86_400_000;

export const USUAL_OUTBOX: OutboxSettings = {
  leaseMs: 60_000,
  patienceMs: DAY_MS,
  repeats: 2,
  longestBackoffMs: 600_000,
};
