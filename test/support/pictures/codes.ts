import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

type Format =
  "EAN13" | "EAN8" | "UPCA" | "UPCE" | "ITF" | "QRCode" | "Code128" | "DataMatrix" | "DataBarOmni";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(wasm)).buffer } });

/** A picture of a code, as PNG. */
export async function codePicture(format: Format, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { image } = await writeBarcode(text, { format, scale: 3, withQuietZones: true });
  if (!image) throw new Error(`no picture of ${format} ${text}`);
  return new Uint8Array(await image.arrayBuffer());
}
