import { gtinIn, type ReadCode } from "../registry/gtin-in-code.ts";
import type { Address, FileRef } from "./message.ts";
import type { Files } from "./transcript.ts";

/** Finds barcodes and QR codes in a picture (JPEG, PNG); none in what is no picture. */
export interface BarcodeReader {
  read(picture: Uint8Array): Promise<readonly ReadCode[]>;
}

/** What the pictures of one message show. */
export interface Seen {
  /** article numbers, each once */
  gtins: readonly string[];
  /** codes that hold no article number */
  others: number;
}

/** Pictures of a message; files of other kinds are none of its business. */
export function picturesAmong(files: readonly FileRef[]): readonly FileRef[] {
  return files.filter(({ mediaType }) => mediaType.startsWith("image/"));
}

/** Looks for article numbers in pictures that are kept in the store. */
export async function lookAt(
  pictures: readonly FileRef[],
  from: Address,
  { files, barcodes }: { files: Pick<Files, "read">; barcodes: BarcodeReader },
): Promise<Seen> {
  const codes: ReadCode[] = [];
  for (const { id } of pictures) {
    const kept = await files.read(from, id);
    if (kept) codes.push(...(await barcodes.read(kept.content)));
  }
  const read = codes.map(gtinIn);
  const gtins = [...new Set(read.filter((gtin) => gtin !== null))];
  return { gtins, others: read.filter((gtin) => gtin === null).length };
}
