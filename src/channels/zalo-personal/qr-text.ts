import { readPng, type Picture } from "./png.ts";

/** Modules from the outer edge of a corner mark to its other edge. */
const MARK = 7;
const QUIET = 2;
const SMALLEST = 21;
const LARGEST = 177;

/** A QR code as lines for a terminal, light on dark as well as dark on light; null where there is none to be seen. */
export function qrAsText(image: Uint8Array): string | null {
  const picture = readPng(image);
  const modules = picture && modulesOf(picture);
  if (!modules) return null;
  const size = modules.length;
  const isDark = (x: number, y: number) => modules[y]?.[x] ?? false;
  const lines: string[] = [];
  // Two rows a line; drawn is what is light, because terminals are mostly dark.
  for (let y = -QUIET; y < size + QUIET; y += 2) {
    let line = "";
    for (let x = -QUIET; x < size + QUIET; x++)
      line += isDark(x, y) ? (isDark(x, y + 1) ? " " : "▄") : isDark(x, y + 1) ? "▀" : "█";
    lines.push(line);
  }
  return lines.join("\n");
}

function modulesOf(picture: Picture): boolean[][] | null {
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < picture.width && y < picture.height && picture.at(x, y) < 128;
  const box = darkBox(picture, isDark);
  if (!box) return null;
  let mark = 0;
  while (isDark(box.left + mark, box.top)) mark++;
  const side = box.right - box.left + 1;
  const size = Math.round(side / (mark / MARK));
  const isCode = size >= SMALLEST && size <= LARGEST && size % 4 === 1 && box.bottom - box.top + 1 === side;
  if (!isCode) return null;
  const middle = (start: number, nth: number) => Math.floor(start + ((nth + 0.5) * side) / size);
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => isDark(middle(box.left, x), middle(box.top, y))),
  );
}

function darkBox(
  { width, height }: Picture,
  isDark: (x: number, y: number) => boolean,
): { left: number; right: number; top: number; bottom: number } | null {
  const box = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  return box.right === -1 ? null : box;
}
