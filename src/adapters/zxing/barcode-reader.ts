import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BarcodeReader } from "../../conversation/pictures.ts";
import { pixelsOf } from "./picture-size.ts";

/** Those that carry article numbers; each further kind makes a look take longer. */
const ARTICLES = ["EANUPC", "ITF14"] as const;
const FORMATS = [...ARTICLES, "QRCode", "DataMatrix", "Code128", "DataBar"] as const;

/** More than any phone sends; a small file may unpack to far more than memory holds. */
const MOST_PIXELS = 25_000_000;
const MOST_CODES = 8;

/** Reads codes on this machine: the picture goes nowhere. JPEG and PNG; loaded with the first picture. */
export function createBarcodeReader(): BarcodeReader {
  let binary: Promise<ArrayBuffer> | undefined;
  return {
    async read(picture) {
      const pixels = pixelsOf(picture);
      if (pixels === null || pixels > MOST_PIXELS) return [];
      const { prepareZXingModule, purgeZXingModule, readBarcodes } = await import("zxing-wasm/reader");
      // Left to itself it would fetch this from a server of others.
      prepareZXingModule({ overrides: { wasmBinary: await (binary ??= readBinary()) } });
      try {
        const found = await readBarcodes(picture, {
          formats: [...FORMATS],
          maxNumberOfSymbols: MOST_CODES,
          tryInvert: false,
        });
        return found
          .filter(({ isValid }) => isValid)
          .map(({ symbology, text }) => ({
            kind: symbology === "EANUPC" || symbology === "ITF" ? "article" : "data",
            text,
          }));
      } finally {
        // What it took for a large picture it would keep for good.
        purgeZXingModule();
      }
    },
  };
}

async function readBinary(): Promise<ArrayBuffer> {
  const path = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  return new Uint8Array(await readFile(path)).buffer;
}
