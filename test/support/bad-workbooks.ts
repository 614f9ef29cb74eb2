import { deflateRawSync } from "node:zlib";
import { unzip, zipStored } from "../../src/adapters/exports/zip.ts";
import { members, needsWorkbook } from "./need-list.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** A list of one member whose sheet somebody changed by hand. */
export async function changedWorkbook(change: (sheet: string) => string): Promise<Uint8Array> {
  const unzipped = unzip(await needsWorkbook(members(1)), { entries: 100, inflated: 1e7 });
  if (unzipped.kind !== "files") throw new Error(unzipped.kind);
  const files = new Map(unzipped.files);
  const sheet = new TextDecoder().decode(files.get(SHEET));
  files.set(SHEET, new TextEncoder().encode(change(sheet)));
  return zipStored(files);
}

/** A list with a formula in B9. */
export function workbookWithFormula(): Promise<Uint8Array> {
  return changedWorkbook((sheet) => sheet.replace('<c r="A2"', '<c r="B9"><f>1+1</f><v>2</v></c><c r="A2"'));
}

/** An archive of one entry that inflates to `size` bytes and says it were `told`. */
export function zipBomb(size: number, told: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size));
  const archive = Buffer.from(zipStored(new Map([[SHEET, packed]])));
  const entry = archive.lastIndexOf(Buffer.from("504b0102", "hex"));
  archive.writeUInt16LE(8, 8);
  archive.writeUInt16LE(8, entry + 10);
  archive.writeUInt32LE(told, 22);
  archive.writeUInt32LE(told, entry + 24);
  return archive;
}
