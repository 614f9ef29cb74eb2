import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { qrAsText } from "../../../../src/channels/zalo-personal/qr-text.ts";

const PNG = readFileSync("test/fixtures/zalo-personal/qr.png");
const MODULES = readFileSync("test/fixtures/zalo-personal/qr-modules.txt", "utf8").trim().split("\n");
const QUIET = 2;

/** Back from half blocks to modules; what is drawn is light. */
function modulesIn(text: string): string[] {
  const rows = text.split("\n").flatMap((line) => {
    const cells = Array.from(line);
    return [
      cells.map((cell) => (cell === "█" || cell === "▀" ? "." : "#")).join(""),
      cells.map((cell) => (cell === "█" || cell === "▄" ? "." : "#")).join(""),
    ];
  });
  return rows.slice(QUIET, QUIET + MODULES.length).map((row) => row.slice(QUIET, QUIET + MODULES.length));
}

describe("a QR code for a terminal", () => {
  it("has every module of the picture", () => {
    expect(modulesIn(qrAsText(PNG) ?? "")).toEqual(MODULES);
  });

  it("has light all around, so that it can be scanned", () => {
    const lines = (qrAsText(PNG) ?? "").split("\n");
    expect(lines[0]).toMatch(/^█+$/);
    for (const line of lines) expect(line).toMatch(/^██.*██$/);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["no PNG", Buffer.from("GIF89a".repeat(20))],
    ["half a PNG", PNG.subarray(0, PNG.length / 2)],
    [
      "a picture without a code",
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    ],
  ])("is left out where there is %s", (_, image) => {
    expect(qrAsText(image)).toBeNull();
  });
});
