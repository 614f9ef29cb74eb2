import { describe, expect, it } from "vitest";
import { createBarcodeReader } from "../../../../src/adapters/zxing/barcode-reader.ts";
import { pixelsOf } from "../../../../src/adapters/zxing/picture-size.ts";
import { codePicture } from "../../../support/pictures/codes.ts";
import { png, pngThatSays } from "../../../support/pictures/png.ts";

const reader = createBarcodeReader();

describe("the reader of barcodes", () => {
  it.each([
    ["EAN13", "8934567890120", { kind: "article", text: "8934567890120" }],
    ["EAN8", "96385074", { kind: "article", text: "96385074" }],
    ["UPCA", "036000291452", { kind: "article", text: "0036000291452" }],
    ["UPCE", "01234565", { kind: "article", text: "0012345000065" }],
    ["ITF", "18934567890127", { kind: "article", text: "18934567890127" }],
    [
      "QRCode",
      "https://id.gs1.org/01/08934567890120",
      { kind: "data", text: "https://id.gs1.org/01/08934567890120" },
    ],
    ["DataMatrix", "(01)08934567890120", { kind: "data", text: "(01)08934567890120" }],
    ["Code128", "(01)08934567890120", { kind: "data", text: "(01)08934567890120" }],
    ["DataBarOmni", "(01)08934567890120", { kind: "data", text: "(01)08934567890120" }],
  ] as const)("reads %s", async (format, text, code) => {
    expect(await reader.read(await codePicture(format, text))).toEqual([code]);
  });

  it.each([
    ["without a code", png({ width: 200, height: 200, at: (x, y) => (x * y) % 251 })],
    ["that unpacks to more than memory holds", pngThatSays(60_000, 60_000)],
    ["that ends in the middle", pngThatSays(400, 400).subarray(0, 40)],
    ["that is none", new TextEncoder().encode("%PDF-1.7")],
    ["of nothing", new Uint8Array()],
  ])("finds nothing in a picture %s", async (_what, picture) => {
    expect(await reader.read(picture)).toEqual([]);
  });
});

it("knows how large a JPEG is before it is unpacked", () => {
  const comment = [0xff, 0xfe, 0, 4, 1, 2];
  const frame = [0xff, 0xc0, 0, 17, 8, 0x0b, 0xb8, 0x0f, 0xa0, 3];
  expect(pixelsOf(new Uint8Array([0xff, 0xd8, ...comment, ...frame]))).toBe(3000 * 4000);
  expect(pixelsOf(new Uint8Array([0xff, 0xd8, ...comment]))).toBeNull();
});
