// In every process of tests, before its files: what is written to the console or to stdout and stderr, by us or by a
// library, goes into the journal as well. A test that swallows it with a spy has looked at it itself.
import { format } from "node:util";
import { record, type Source } from "./journal.ts";

const METHODS = ["debug", "dir", "error", "info", "log", "table", "trace", "warn"] as const;

const { console: shown } = globalThis;
for (const method of METHODS) {
  const print = shown[method].bind(shown) as (...parts: unknown[]) => void;
  shown[method] = (...parts: unknown[]) => {
    record("console", format(...parts));
    print(...parts);
  };
}

function tap(stream: NodeJS.WriteStream, source: Source): void {
  const write = stream.write.bind(stream) as (...parts: unknown[]) => boolean;
  stream.write = (piece: string | Uint8Array, ...more: unknown[]) => {
    record(source, typeof piece === "string" ? piece : Buffer.from(piece).toString("utf8"));
    return write(piece, ...more);
  };
}

tap(process.stdout, "stdout");
tap(process.stderr, "stderr");
record("console", null);
