import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** One WebSocket on the server's side. */
export interface Socket {
  send(frame: Buffer): void;
  /** closes as the protocol asks for */
  close(code: number): void;
  /** the line is cut: the other side sees 1006 */
  cut(): void;
}

interface Handlers {
  frame: (payload: Buffer) => void;
  closed: () => void;
}

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Answers the upgrade of RFC 6455 and speaks its frames: whole messages, no extensions. */
export function acceptSocket(request: IncomingMessage, stream: Duplex, handlers: Handlers): Socket {
  const accepted = createHash("sha1")
    .update(`${request.headers["sec-websocket-key"] ?? ""}${MAGIC}`)
    .digest("base64");
  stream.write(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      `Sec-WebSocket-Accept: ${accepted}\r\n\r\n`,
  );
  let unread = Buffer.alloc(0);
  let closing = false;
  stream.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let frame = readFrame(unread); frame !== null; frame = readFrame(unread)) {
      unread = unread.subarray(frame.size);
      if (frame.opcode === PING) stream.write(frameOf(PONG, frame.payload));
      else if (frame.opcode === CLOSE) {
        if (!closing) stream.write(frameOf(CLOSE, frame.payload));
        stream.end();
      } else handlers.frame(frame.payload);
    }
  });
  // A process that was killed hangs up without a word of the protocol.
  stream.on("end", () => stream.end());
  // Cut lines are part of the tests.
  stream.on("error", () => undefined);
  stream.on("close", handlers.closed);
  return {
    send: (frame) => void stream.write(frameOf(BINARY, frame)),
    close: (code) => {
      closing = true;
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      stream.write(frameOf(CLOSE, payload));
    },
    cut: () => {
      stream.destroy();
    },
  };
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const masked = (bytes.readUInt8(1) & 0x80) !== 0;
  const start = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
  if (bytes.length < start) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const size = start + (masked ? 4 : 0) + length;
  if (bytes.length < size) return null;
  const payload = Buffer.from(bytes.subarray(size - length, size));
  if (masked) {
    const mask = bytes.subarray(start, start + 4);
    for (let at = 0; at < length; at++) payload[at] = payload.readUInt8(at) ^ mask.readUInt8(at % 4);
  }
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, size };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header.writeUInt8(0x80 | opcode, 0);
  header.writeUInt8(length < 126 ? length : length < 65_536 ? 126 : 127, 1);
  if (header.length === 4) header.writeUInt16BE(length, 2);
  if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}
