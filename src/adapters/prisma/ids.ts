import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/**
 * A UUID of version 7: sorts by the time it was made, and within a process strictly in the order of making (a counter
 * takes the twelve bits after the time).
 */
export function newId(): string {
  const bytes = randomBytes(16);
  tick(bytes.readUInt16BE(6) & 0x7ff);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A clock that never goes back; a full counter borrows the next millisecond. */
function tick(start: number): void {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = start;
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = start;
  }
}
