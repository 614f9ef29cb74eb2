import { inflateSync } from "node:zlib";

/** Brightness from 0 to 255, row by row. */
export interface Picture {
  width: number;
  height: number;
  at(x: number, y: number): number;
}

const SIGNATURE = "\x89PNG\r\n\x1a\n";
const LARGEST_SIDE = 4_096;
/** values a pixel has: grey, colours, a number of the palette, each with or without opacity */
const VALUES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;
const WITH_OPACITY: ReadonlySet<number> = new Set([4, 6]);

/** Reads a PNG that is not interlaced, at most eight bits a value; null for everything else. */
export function readPng(bytes: Uint8Array): Picture | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 33 || file.toString("latin1", 0, 8) !== SIGNATURE) return null;
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colours, , , interlaced] = file.subarray(24, 29);
  const values = VALUES[colours ?? -1];
  if (values === undefined || depth === undefined || depth > 8 || interlaced !== 0) return null;
  if (width === 0 || height === 0 || width > LARGEST_SIDE || height > LARGEST_SIDE) return null;
  try {
    const { pixels, palette } = chunksOf(file);
    const rowBytes = Math.ceil((width * values * depth) / 8);
    const step = Math.max(1, (values * depth) >> 3);
    const rows = unfiltered(inflateSync(pixels), { rowBytes, height, step });
    const valueAt = (x: number, y: number, nth: number) => {
      const bit = (x * values + nth) * depth;
      const byte = rows.readUInt8(y * rowBytes + (bit >> 3));
      return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
    };
    return {
      width,
      height,
      at(x, y) {
        const first = valueAt(x, y, 0);
        if (colours === PALETTE) return brightness(palette.subarray(first * 3, first * 3 + 3));
        // What cannot be seen is the paper.
        if (WITH_OPACITY.has(colours ?? 0) && valueAt(x, y, values - 1) < 128) return 255;
        if (values < 3) return (first * 255) / (2 ** depth - 1);
        return brightness([first, valueAt(x, y, 1), valueAt(x, y, 2)]);
      },
    };
  } catch {
    return null;
  }
}

function chunksOf(file: Buffer): { pixels: Buffer; palette: Buffer } {
  const pixels: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (kind === "IDAT") pixels.push(content);
    if (kind === "PLTE") palette = content;
    at += length + 12;
  }
  return { pixels: Buffer.concat(pixels), palette };
}

/** Each row says how it was foretold from its neighbours; adding that back gives the values. */
function unfiltered(
  data: Buffer,
  { rowBytes, height, step }: { rowBytes: number; height: number; step: number },
): Buffer {
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = data.readUInt8(y * (rowBytes + 1));
    for (let x = 0; x < rowBytes; x++) {
      const here = y * rowBytes + x;
      const left = x >= step ? rows.readUInt8(here - step) : 0;
      const up = y > 0 ? rows.readUInt8(here - rowBytes) : 0;
      const corner = x >= step && y > 0 ? rows.readUInt8(here - rowBytes - step) : 0;
      const foretold = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      rows[here] = data.readUInt8(y * (rowBytes + 1) + 1 + x) + foretold;
    }
  }
  return rows;
}

/** The filter that PNG calls Paeth. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function brightness(colour: ArrayLike<number>): number {
  return ((colour[0] ?? 0) + (colour[1] ?? 0) + (colour[2] ?? 0)) / 3;
}
