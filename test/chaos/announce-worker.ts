// One sender of `npm run chaos:announce`: tells on stdout how far each message has come, until it is killed.
import { writeSync } from "node:fs";
import { sendAll, type Sender } from "../bench/announce-ledger.ts";

const sender = JSON.parse(process.argv[2] ?? "{}") as Sender;
await sendAll(
  { ...sender, onStep: (step, id) => writeSync(1, `${step} ${id}\n`) },
  new AbortController().signal,
);
process.exit(0);
