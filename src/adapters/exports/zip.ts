import { crc32, inflateRawSync } from "node:zlib";

/** What one may hold; everything is checked before anything is inflated. */
export interface ZipLimits {
  entries: number;
  /** bytes of all entries together, once inflated */
  inflated: number;
}

export type Unzipped =
  | { kind: "files"; files: ReadonlyMap<string, Uint8Array> }
  | { kind: "no_zip" }
  /** needs a password */
  | { kind: "encrypted" }
  /** holds more than the limits, or more than it says */
  | { kind: "too_large" };

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Takes an archive apart by its central directory (APPNOTE 6.3, without ZIP64). An entry that inflates to another size
 * than the directory says is not believed, so that a small archive cannot fill the memory.
 */
export function unzip(content: Uint8Array, limits: ZipLimits): Unzipped {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    const directory = readDirectory(bytes, limits);
    if (!Array.isArray(directory)) return directory;
    const files = new Map<string, Uint8Array>();
    for (const entry of directory) {
      const file = inflate(bytes, entry);
      if (file === null) return { kind: "too_large" };
      files.set(entry.name, file);
    }
    return { kind: "files", files };
  } catch (error) {
    // Offsets that lead nowhere, a broken stream: it is no archive. Whatever else failed is a fault of ours.
    if (error instanceof RangeError || isZlibError(error)) return { kind: "no_zip" };
    throw error;
  }
}

function readDirectory(bytes: Buffer, limits: ZipLimits): ZipEntry[] | Exclude<Unzipped, { kind: "files" }> {
  const end = findEnd(bytes);
  if (end === -1) return { kind: "no_zip" };
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) return { kind: "too_large" };
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) return { kind: "no_zip" };
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return { kind: "encrypted" };
    const nameLength = bytes.readUInt16LE(at + 28);
    const size = bytes.readUInt32LE(at + 24);
    total += size;
    if (total > limits.inflated) return { kind: "too_large" };
    entries.push({
      name: bytes.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size,
      offset: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

/** Null where it is larger, or smaller, than the directory says. */
function inflate(bytes: Buffer, { method, packed, size, offset }: ZipEntry): Uint8Array | null {
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new RangeError("no entry there");
  const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === STORED) return content.length === size ? content : null;
  if (method !== DEFLATED) throw new RangeError(`method ${method}`);
  try {
    const file = inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
    return file.length === size ? file : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

/** An archive of these files, not compressed. */
export function zipStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const encoded = Buffer.from(name);
    const facts = entryFacts(encoded, content);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    facts.copy(local, 4);
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, encoded, content);
    directory.push(entry, encoded);
    offset += LOCAL_BYTES + encoded.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** From "version needed" to the length of the name: the same in both headers. Names are UTF-8 (flag 11). */
function entryFacts(name: Buffer, content: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(STORED, 4);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}
